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

    /// <summary>Refuses texts over their limits and characters that cannot be stored.</summary>
    public Outcome<ApplicationTexts> Check()
    {
        (string Text, int Limit)[] limits =
        [
            (Title, MaxLine), (Department, MaxLine), (Website, MaxLine), (ContactName, MaxLine), (ContactMail, MaxLine),
            (Summary, MaxSummary), (Description, MaxDescription),
        ];
        foreach (var (text, limit) in limits)
            if (TextRules.Check(text, limit).Refused(out var refusal)) return refusal;
        return this;
    }
}
