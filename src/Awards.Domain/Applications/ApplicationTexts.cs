using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>What an applicant writes apart from the questionnaire. Kept as typed.</summary>
public sealed record ApplicationTexts
{
    /// <summary>Longest title, department, contact field, in characters.</summary>
    public const int MaxLine = 300;

    /// <summary>Longest short version, in characters.</summary>
    public const int MaxSummary = 2000;

    /// <summary>Longest description, in characters.</summary>
    public const int MaxDescription = 30_000;

    /// <summary>Nothing written yet.</summary>
    public static ApplicationTexts Empty { get; } = new();

    /// <summary>Title of the contribution.</summary>
    public string Title { get; init; } = "";

    /// <summary>Office in charge.</summary>
    public string Department { get; init; } = "";

    /// <summary>Web address of the municipality.</summary>
    public string Website { get; init; } = "";

    /// <summary>Name of the contact person. Never public without consent.</summary>
    public string ContactName { get; init; } = "";

    /// <summary>Mail address of the contact person. Never public without consent.</summary>
    public string ContactMail { get; init; } = "";

    /// <summary>Short version.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Text of the contribution.</summary>
    public string Description { get; init; } = "";

    /// <summary>Refuses texts over their limits, characters that cannot be stored, and what is no mail address.</summary>
    public Outcome<ApplicationTexts> Check() => Faults().Select(fault => fault.Refusal).FirstOrDefault() is { } refusal ? refusal : this;

    /// <summary>Everything that cannot be stored, by property, in the order of the form.</summary>
    public IEnumerable<(string Property, Refusal Refusal)> Faults()
    {
        (string Property, string Text, int Limit)[] limits =
        [
            (nameof(ContactName), ContactName, MaxLine), (nameof(ContactMail), ContactMail, MaxLine), (nameof(Department), Department, MaxLine),
            (nameof(Website), Website, MaxLine), (nameof(Title), Title, MaxLine), (nameof(Summary), Summary, MaxSummary), (nameof(Description), Description, MaxDescription),
        ];
        foreach (var (property, text, limit) in limits)
        {
            if (TextRules.Check(text, limit).Refused(out var refusal)) yield return (property, refusal);
            else if (property == nameof(ContactMail) && text.Length > 0 && !IsMailAddress(text))
                yield return (property, new("application.no_mail_address", "Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@kommune.de."));
        }
    }

    // The receipt goes there: a display name, a list or a line break would send it elsewhere.
    private static bool IsMailAddress(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
