using System.Collections.Immutable;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A filled sheet: of the entry, or of one of its single projects.</summary>
public sealed class ReviewSheet
{
    private ReviewSheet() { }

    public Guid Id { get; private set; }

    /// <summary>The single project; null for the entry as a whole.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>Points by criterion; null = nicht beurteilbar; absent = not yet rated.</summary>
    public ImmutableSortedDictionary<string, int?> Ratings { get; private set; } = NoRatings;

    public string Comment { get; private set; } = "";

    /// <summary>Nothing rated.</summary>
    public static ImmutableSortedDictionary<string, int?> NoRatings { get; } = ImmutableSortedDictionary.Create<string, int?>(StringComparer.Ordinal);

    internal static ReviewSheet Empty(Guid? projectId) => new() { Id = SecretId.New(), ProjectId = projectId };

    internal Outcome<ReviewSheet> Fill(SheetDefinition definition, SheetContent content)
    {
        foreach (var (criterion, points) in content.Ratings)
        {
            if (definition.Items.All(item => item.Criterion != criterion))
                return new Refusal("review.unknown_criterion", "Das Kriterium „{0}“ gibt es auf diesem Prüfbogen nicht.", criterion);
            if (points < definition.Min || points > definition.Max)
                return new Refusal("review.off_scale", "Bitte wählen Sie {0} bis {1} Punkte.", definition.Min, definition.Max);
        }
        if (TextRules.Check(content.Comment, Review.MaxReasons).Refused(out var refusal)) return refusal;
        if (!Ratings.SequenceEqual(content.Ratings)) Ratings = content.Ratings;
        Comment = content.Comment;
        return this;
    }

    /// <summary>True when every criterion has points or "nicht beurteilbar".</summary>
    public bool IsComplete(SheetDefinition definition) => definition.Items.All(item => Ratings.ContainsKey(item.Criterion));
}
