using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>Whether a contribution begins with the competition or goes on.</summary>
public enum Novelty { New, Existing }

/// <summary>What an applicant writes apart from the questionnaire. Kept as typed.</summary>
public sealed record ApplicationTexts
{
    /// <summary>Longest title, department, contact field, in characters.</summary>
    public const int MaxLine = 300;

    /// <summary>Longest short version that can be kept, in characters; how many words count is the call's limit.</summary>
    public const int MaxSummary = 20_000;

    /// <summary>Longest description that can be kept, in characters; how many pages count is the call's limit.</summary>
    public const int MaxDescription = 200_000;

    /// <summary>Longest focus, and longest text on third parties, in characters.</summary>
    public const int MaxNote = 2000;

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

    /// <summary>Telephone number for questions. Never public without consent.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Short version.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Text of the contribution in Markdown; empty where a PDF was sent instead.</summary>
    public string Description { get; init; } = "";

    /// <summary>Code of the call's kind of contribution; "" = not said.</summary>
    public string Contribution { get; init; } = "";

    /// <summary>Whether the contribution is new; null = not said.</summary>
    public Novelty? Novelty { get; init; }

    /// <summary>What it centres on, in two or three sentences.</summary>
    public string Focus { get; init; } = "";

    /// <summary>Others who carry out parts of it; "" = nobody.</summary>
    public string ThirdParties { get; init; } = "";

    /// <summary>How the work of <see cref="ThirdParties"/> is embedded in the municipality's own.</summary>
    public string Embedding { get; init; } = "";

    /// <summary>Refuses texts over their limits, characters that cannot be stored, and what is no mail address.</summary>
    public Outcome<ApplicationTexts> Check() => Faults().Select(fault => fault.Refusal).FirstOrDefault() is { } refusal ? refusal : this;

    /// <summary>Everything that cannot be stored, by property, in the order of the form.</summary>
    public IEnumerable<(string Property, Refusal Refusal)> Faults()
    {
        (string Property, string Text, int Limit)[] limits =
        [
            (nameof(ContactName), ContactName, MaxLine), (nameof(ContactMail), ContactMail, MaxLine), (nameof(ContactPhone), ContactPhone, MaxLine), (nameof(Department), Department, MaxLine),
            (nameof(Website), Website, MaxLine), (nameof(Title), Title, MaxLine), (nameof(Contribution), Contribution, MaxLine), (nameof(Focus), Focus, MaxNote),
            (nameof(ThirdParties), ThirdParties, MaxNote), (nameof(Embedding), Embedding, MaxNote), (nameof(Summary), Summary, MaxSummary), (nameof(Description), Description, MaxDescription),
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
