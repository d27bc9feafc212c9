namespace Awards.Domain.Outreach;

/// <summary>What is known of a contact when a wave comes to it.</summary>
/// <param name="OptedOut">Wants no mailings, of the call or at all.</param>
/// <param name="Undeliverable">Mail to the address came back for good.</param>
/// <param name="Written">The address or its municipality got a wave of the call before.</param>
/// <param name="Letter">The municipality handed in a letter of intent.</param>
/// <param name="Applied">The municipality has a draft or an application that it did not withdraw.</param>
public sealed record ContactFacts(bool OptedOut, bool Undeliverable, bool Written, bool Letter, bool Applied);

/// <summary>Who gets a wave.</summary>
public static class OutreachRules
{
    /// <summary>
    /// Decides about one contact. Nobody gets a second mail who already answered the first by a letter of intent or an application, whatever the
    /// wave asks for.
    /// </summary>
    public static WaveOutcome Decide(WaveKind kind, WaveAudience audience, ContactFacts facts)
    {
        if (facts.OptedOut) return WaveOutcome.OptedOut;
        if (facts.Undeliverable) return WaveOutcome.Undeliverable;
        var second = kind == WaveKind.Reminder || facts.Written;
        if (facts.Applied && (second || audience == WaveAudience.WithoutApplication)) return WaveOutcome.Applied;
        if (facts.Letter && (second || audience == WaveAudience.WithoutLetter)) return WaveOutcome.Letter;
        return facts.Written && audience == WaveAudience.NotWritten ? WaveOutcome.WrittenBefore : WaveOutcome.Written;
    }
}
