using Awards.Domain.Applications;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>How long short reports of a call may be.</summary>
public sealed record ReportRules
{
    /// <summary>What holds where a call says nothing.</summary>
    public static ReportRules Default { get; } = new();

    /// <summary>Words of the short description, 20 to 2,000.</summary>
    public int DescriptionWords { get; init; } = 150;

    /// <summary>Words of the reasons, 20 to 2,000.</summary>
    public int ReasonsWords { get; init; } = 250;

    /// <summary>What keeps a text from being presented, by field: nothing written, or more words than allowed.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults(ReportText text)
    {
        if (text.Description.Trim().Length == 0) yield return (nameof(text.Description), new("report.without_description", "Bitte beschreiben Sie den Beitrag kurz."));
        else if (ContentRules.Words(text.Description) is var words && words > DescriptionWords)
            yield return (nameof(text.Description), new("report.description_too_long", "Die Kurzbeschreibung hat {0} Wörter, erlaubt sind {1}. Bitte kürzen Sie sie um {2}.", words, DescriptionWords, words - DescriptionWords));
        if (text.Reasons.Trim().Length == 0) yield return (nameof(text.Reasons), new("report.without_reasons", "Bitte begründen Sie den Vorschlag."));
        else if (ContentRules.Words(text.Reasons) is var many && many > ReasonsWords)
            yield return (nameof(text.Reasons), new("report.reasons_too_long", "Die Begründung hat {0} Wörter, erlaubt sind {1}. Bitte kürzen Sie sie um {2}.", many, ReasonsWords, many - ReasonsWords));
    }
}
