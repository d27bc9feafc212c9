namespace Awards.Web.Data;

/// <summary>A call's own text for a kind of mail in one language. No row = the default text.</summary>
public sealed class MailTemplate
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxText = 10_000;

    private MailTemplate() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>Code of the mail kind.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>"de" or "en".</summary>
    public string Language { get; private set; } = "";

    /// <summary>With placeholders, as is <see cref="Text"/>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text; a blank line begins a paragraph.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>A new one; the texts are checked by the kind before.</summary>
    public static MailTemplate Create(Guid callId, string kind, string language) =>
        new() { Id = Guid.CreateVersion7(), CallId = callId, Kind = kind, Language = language, Version = 1 };

    /// <summary>Replaces the texts; the same ones change nothing.</summary>
    public void Change(string subject, string text, DateTime now)
    {
        if (Subject == subject && Text == text) return;
        (Subject, Text, ChangedAt) = (subject, text, now);
    }
}
