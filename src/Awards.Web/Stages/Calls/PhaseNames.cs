using Awards.Domain.Calls;

namespace Awards.Web.Stages.Calls;

/// <summary>What people call the phases of a call; German, the key of the translation.</summary>
public static class PhaseNames
{
    public static string German(this PhaseKind kind) => kind switch
    {
        PhaseKind.LetterOfIntent => /*text*/ "Absichtserklärung (freiwillig)",
        PhaseKind.Application => /*text*/ "Bewerbung",
        PhaseKind.Intake => /*text*/ "Eingang und Zulassung",
        PhaseKind.PreReview => /*text*/ "Vorprüfung",
        PhaseKind.Jury => /*text*/ "Jury",
        PhaseKind.Publication => /*text*/ "Veröffentlichung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
