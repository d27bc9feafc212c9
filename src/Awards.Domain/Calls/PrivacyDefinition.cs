using System.Security.Cryptography;
using System.Text;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>What a call does with personal data: why, with which consents, how long.</summary>
public sealed record PrivacyDefinition
{
    /// <summary>What holds for a call whose document says nothing: no consents, retention by default.</summary>
    public static PrivacyDefinition Default { get; } = new();

    /// <summary>Who answers for the processing (Art. 4 No. 7 GDPR), with address.</summary>
    public LocalizedText? Controller { get; init; }

    /// <summary>Whom people ask about their data.</summary>
    public LocalizedText? Contact { get; init; }

    /// <summary>What data is processed for.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];

    /// <summary>What applicants are asked to agree to.</summary>
    public IReadOnlyList<ConsentDefinition> Consents { get; init; } = [];

    /// <summary>How long what is kept; at most one rule for each subject.</summary>
    public IReadOnlyList<RetentionRule> Retention { get; init; } = RetentionRule.Defaults;

    /// <summary>The consent of a code, or null.</summary>
    public ConsentDefinition? Consent(string code) => Consents.FirstOrDefault(consent => consent.Code == code);

    /// <summary>Everything that makes the part unusable by itself.</summary>
    public IEnumerable<Refusal> Faults()
    {
        foreach (var code in Purposes.Select(purpose => purpose.Code).GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return new("privacy.purpose_twice", "Den Zweck „{0}“ gibt es zweimal.", code);
        foreach (var code in Consents.Select(consent => consent.Code).GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return new("privacy.consent_twice", "Die Einwilligung „{0}“ gibt es zweimal.", code);
        foreach (var consent in Consents.Where(consent => consent.Version < 1))
            yield return new("privacy.consent_without_version", "Die Einwilligung „{0}“ braucht eine Versionsnummer ab 1.", consent.Code);
        foreach (var consent in Consents.Where(consent => consent is { Required: true, Permits: not null }))
            yield return new("privacy.consent_not_voluntary", "Die Einwilligung „{0}“ erlaubt eine Veröffentlichung und muss deshalb freiwillig sein.", consent.Code);
        foreach (var what in Retention.GroupBy(rule => rule.What).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return new("privacy.retention_twice", "Für „{0}“ gibt es zwei Regeln zur Aufbewahrung.", what);
        foreach (var rule in Retention.Where(rule => rule.Days is < 0 or > RetentionRule.MaxDays))
            yield return new("privacy.retention_days", "Eine Aufbewahrung dauert 0 bis {0} Tage, nicht {1}.", RetentionRule.MaxDays, rule.Days);
    }

    /// <summary>Why this part cannot replace an earlier one, or null: whoever agreed to a text agreed to no other, so a changed text needs a higher version.</summary>
    public Refusal? ChangeRefusal(PrivacyDefinition before)
    {
        foreach (var consent in Consents)
        {
            if (before.Consent(consent.Code) is not { } former) continue;
            if (consent.Version < former.Version) return new Refusal("privacy.version_lowered", "Die Einwilligung „{0}“ hat schon die Version {1}. Eine Version wird nicht kleiner.", consent.Code, former.Version);
            if (consent.Version == former.Version && (consent.TextDigest() != former.TextDigest() || consent.Permits != former.Permits))
                return new Refusal("privacy.version_not_raised", "Der Text der Einwilligung „{0}“ ist geändert. Bitte erhöhen Sie die Version auf {1}; wer zugestimmt hat, wird dann neu gefragt.", consent.Code, former.Version + 1);
        }
        return null;
    }
}

/// <summary>What data is processed for, and on which basis.</summary>
public sealed record Purpose(string Code, LocalizedText Text);

/// <summary>What a consent makes possible.</summary>
public enum ConsentEffect
{
    /// <summary>Name and mail address of the contact person appear on the public page of the entry.</summary>
    PublishContact,
}

/// <summary>Something that applicants are asked to agree to.</summary>
/// <param name="Version">From 1; raised with every change of the text.</param>
/// <param name="Required">An application cannot be handed in without it. Never what permits something public.</param>
public sealed record ConsentDefinition(string Code, int Version, LocalizedText Text, bool Required = false, ConsentEffect? Permits = null)
{
    /// <summary>SHA-256 (hex) of the text in both languages: what somebody agreed to, to the letter.</summary>
    public string TextDigest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.De + "\n\n" + Text.En)));
}
