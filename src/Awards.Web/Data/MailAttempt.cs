namespace Awards.Web.Data;

/// <summary>How an attempt to send a mail ended. Open = not known (yet).</summary>
public enum MailAttemptResult { Open, Accepted, Refused, GivenUp, Unsure }

/// <summary>One attempt to hand a mail to the server.</summary>
public sealed class MailAttempt
{
    private MailAttempt() { }

    public Guid Id { get; private set; }
    public Guid MailId { get; private set; }

    /// <summary>From 1, within the series of attempts.</summary>
    public int Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime BeganAt { get; private set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    public MailAttemptResult Result { get; private set; }

    /// <summary>What the server said, or what went wrong.</summary>
    public string? Error { get; private set; }

    internal static MailAttempt Begin(Guid id, Guid mailId, int number, DateTime now) => new() { Id = id, MailId = mailId, Number = number, BeganAt = now };

    /// <summary>Notes its end.</summary>
    public void End(MailAttemptResult result, DateTime now, string? error = null) =>
        (Result, EndedAt, Error) = (result, now, error is null ? null : MailText.Cut(error, OutboxMessage.MaxError));
}
