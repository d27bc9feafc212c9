namespace Awards.Web.Data;

/// <summary>Where a mail stands.</summary>
public enum OutboxState { Waiting, Sent, Failed }

/// <summary>A mail, written in the transaction of what it reports and sent by a job afterwards.</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest accepted subject, in characters.</summary>
    public const int MaxSubject = 300;

    private OutboxMessage() { }

    public Guid Id { get; private set; }
    public string Recipient { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>Application whose receipt is attached; null = no attachment.</summary>
    public Guid? ReceiptOf { get; private set; }

    public OutboxState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; not tried before.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Attempts after which a mail is given up.</summary>
    public const int MaxAttempts = 8;

    /// <summary>A mail to be sent. Line breaks in recipient and subject are taken out, so that no header can be smuggled in.</summary>
    public static OutboxMessage Write(string recipient, string subject, string body, DateTime now, Guid? receiptOf = null)
    {
        static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var line = OneLine(subject);
        return new()
        {
            Id = Guid.CreateVersion7(),
            Recipient = OneLine(recipient),
            Subject = line.Length > MaxSubject ? line[..(MaxSubject - 1)] + "…" : line,
            Body = body,
            ReceiptOf = receiptOf,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>It went out.</summary>
    public void MarkSent(DateTime now) => (State, SentAt, Attempts, LastError) = (OutboxState.Sent, now, Attempts + 1, null);

    /// <summary>It did not go out: tried again after 1, 2, 4, … minutes, given up after <see cref="MaxAttempts"/>.</summary>
    public void MarkFailed(DateTime now, string error)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        NextAttemptAt = now.AddMinutes(Math.Pow(2, Attempts - 1));
        if (Attempts >= MaxAttempts) State = OutboxState.Failed;
    }
}
