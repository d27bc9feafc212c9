using Awards.Domain.Calls;

namespace Awards.Web.Stages.Calls;

/// <summary>What people call the phases of a call; German, the key of the translation.</summary>
public static class PhaseNames
{
    public static string German(this PhaseKind kind) => kind switch
    {
        PhaseKind.LetterOfIntent => "Absichtserklärung (freiwillig)",
        PhaseKind.Application => "Bewerbung",
        PhaseKind.Intake => "Eingang und Zulassung",
        PhaseKind.PreReview => "Vorprüfung",
        PhaseKind.Jury => "Jury",
        PhaseKind.Publication => "Veröffentlichung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
