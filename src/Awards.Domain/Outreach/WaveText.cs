using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>What the office decides about a wave before it goes out.</summary>
public sealed record WaveText
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 120;

    public string Name { get; init; } = "";
    public Guid? ListId { get; init; }
    public WaveKind Kind { get; init; }
    public WaveAudience Audience { get; init; }
    public string SubjectDe { get; init; } = "";
    public string TextDe { get; init; } = "";
    public string SubjectEn { get; init; } = "";
    public string TextEn { get; init; } = "";

    /// <summary>Why it cannot be kept, or null: no name, or half an English version.</summary>
    public Refusal? Refusal()
    {
        if (Name.Length == 0) return new("outreach.wave_without_name", "Bitte geben Sie der Aussendung einen Namen.");
        if (TextRules.Check(Name, MaxName).Refused(out var refusal)) return refusal;
        return SubjectEn.Length == 0 == (TextEn.Length == 0) ? null : new Refusal("outreach.half_english", "Bitte geben Sie Betreff und Text auf Englisch beide an oder lassen Sie beide leer.");
    }
}
