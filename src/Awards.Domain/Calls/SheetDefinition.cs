using System.Text.Json.Serialization;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A review sheet as the call defines it: one for the entry, one per single project.</summary>
public sealed record SheetDefinition
{
    /// <summary>"entry" or "project".</summary>
    public required string Code { get; init; }

    /// <summary>Heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Lowest point of the scale.</summary>
    public int Min { get; init; }

    /// <summary>Highest point of the scale.</summary>
    public int Max { get; init; } = 5;

    /// <summary>What the lowest point means.</summary>
    public LocalizedText? MinLabel { get; init; }

    /// <summary>What the highest point means.</summary>
    public LocalizedText? MaxLabel { get; init; }

    /// <summary>What points mean for every criterion that has no anchors of its own; null = only the ends are named.</summary>
    public IReadOnlyList<ScaleAnchor>? Anchors { get; init; }

    /// <summary>Criteria that are rated, with weights.</summary>
    public required IReadOnlyList<SheetItem> Items { get; init; }

    /// <summary>Smallest number of characters of the written reasons.</summary>
    public int MinReasonLength { get; init; } = 20;

    /// <summary>Largest number of characters of the written reasons, up to <see cref="Review.MaxReasons"/>.</summary>
    public int MaxReasonLength { get; init; } = Review.MaxReasons;

    /// <summary>Votes to choose from; on the sheet of the entry only. Null = all that the call can use.</summary>
    public IReadOnlyList<VoteRule>? Votes { get; init; }

    /// <summary>What points mean for a criterion: its own anchor, the sheet's, or the name of an end of the scale; null = nothing is said.</summary>
    public LocalizedText? Anchor(SheetItem item, int points) =>
        (item.Anchors is { Count: > 0 } own ? own : Anchors ?? []).FirstOrDefault(anchor => anchor.Points == points)?.Text
        ?? (points == Min ? MinLabel : points == Max ? MaxLabel : null);

    /// <summary>Smallest number of characters of the reasons of a vote.</summary>
    public int MinReasons(Vote vote) => RuleOf(vote)?.MinReasonLength ?? MinReasonLength;

    /// <summary>Largest number of characters of the reasons of a vote.</summary>
    public int MaxReasons(Vote vote) => RuleOf(vote)?.MaxReasonLength ?? MaxReasonLength;

    private VoteRule? RuleOf(Vote vote) => Votes?.FirstOrDefault(rule => rule.Vote == vote);
}

/// <summary>What a point of the scale means.</summary>
/// <param name="Points">The point.</param>
/// <param name="Text">What people read.</param>
public sealed record ScaleAnchor(int Points, LocalizedText Text);

/// <summary>A vote that can be chosen.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="MinReasonLength">Smallest number of characters of its reasons; null = as on the sheet.</param>
/// <param name="MaxReasonLength">Largest number of characters of its reasons; null = as on the sheet.</param>
public sealed record VoteRule(Vote Vote, int? MinReasonLength = null, int? MaxReasonLength = null);

/// <summary>Whether a criterion has a comment of its own.</summary>
public enum CommentRule
{
    /// <summary>No field for it.</summary>
    None,

    /// <summary>Can be written.</summary>
    Allowed,

    /// <summary>Must be written before handing in, also where the criterion is "nicht beurteilbar".</summary>
    Required,
}

/// <summary>One rated criterion of a sheet.</summary>
/// <param name="Criterion">Code of the criterion.</param>
/// <param name="WeightTenths">Weight in tenths: 10 = weight 1.0.</param>
public sealed record SheetItem(string Criterion, int WeightTenths = 10)
{
    /// <summary>What its points mean; null = as on the sheet.</summary>
    public IReadOnlyList<ScaleAnchor>? Anchors { get; init; }

    /// <summary>A comment of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CommentRule Comment { get; init; }

    /// <summary>"Nicht beurteilbar" cannot be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MustBeRated { get; init; }

    /// <summary>Stands beside the total and does not count in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Independent { get; init; }
}
