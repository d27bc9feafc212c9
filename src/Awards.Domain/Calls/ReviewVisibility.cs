using System.Text.Json.Serialization;

namespace Awards.Domain.Calls;

/// <summary>Who reads reviews beside their authors and the lead.</summary>
public enum ReviewAudience
{
    /// <summary>The other one of the pair.</summary>
    Partner,

    /// <summary>Members of the jury.</summary>
    Jury,

    /// <summary>The municipality that the entry is of.</summary>
    Municipality,
}

/// <summary>What an audience reads in a phase; names and contents are two things.</summary>
/// <param name="Audience">Who.</param>
/// <param name="Phase">In which phase: pre-review, jury or publication.</param>
/// <param name="Names">Who wrote them.</param>
/// <param name="Contents">Points, votes, comments and reasons.</param>
public sealed record VisibilityRule(ReviewAudience Audience, PhaseKind Phase, bool Names = false, bool Contents = false);

/// <summary>Who reads names and contents of reviews in which phase. The seal holds on top of it: whatever stands here, nothing is shown before both have handed in.</summary>
public sealed record ReviewVisibility
{
    /// <summary>Phases that are told apart, in their order.</summary>
    public static IReadOnlyList<PhaseKind> Phases { get; } = [PhaseKind.PreReview, PhaseKind.Jury, PhaseKind.Publication];

    /// <summary>What holds where a call says nothing: the partner reads all, the jury contents without names, a municipality nothing.</summary>
    public static ReviewVisibility Default { get; } = new()
    {
        Rules = [.. from audience in new[] { ReviewAudience.Partner, ReviewAudience.Jury } from phase in Phases select new VisibilityRule(audience, phase, Names: audience == ReviewAudience.Partner, Contents: true)],
    };

    /// <summary>What is shown; what is not said is not shown.</summary>
    public required IReadOnlyList<VisibilityRule> Rules { get; init; }

    /// <summary>What an audience reads in a phase.</summary>
    public VisibilityRule Of(ReviewAudience audience, PhaseKind phase) =>
        Rules.FirstOrDefault(rule => rule.Audience == audience && rule.Phase == phase) ?? new(audience, phase);

    /// <summary>What an audience reads now: by the last of the phases that was reached; before all of them as in the first.</summary>
    public static VisibilityRule Of(Call call, ReviewAudience audience, DateTime instant) =>
        call.Definition.VisibilityRules().Of(audience, Phases.LastOrDefault(phase => call.HasReached(phase, instant), Phases[0]));

    /// <summary>A municipality would read something before publication: lawful, but hardly meant.</summary>
    [JsonIgnore]
    public bool TellsMunicipalityEarly => Rules.Any(rule => rule is { Audience: ReviewAudience.Municipality, Phase: not PhaseKind.Publication } && (rule.Names || rule.Contents));
}
