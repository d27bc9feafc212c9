using Awards.Domain.Shared;

namespace Awards.Web.Data;

/// <summary>
/// Where a mail stands. Sending = it may be at the mail server this moment; Unsure = the server may or may not have taken it, nobody
/// sends it again by himself; Suppressed = a mailing to somebody who unsubscribed.
/// </summary>
public enum OutboxState { Waiting, Sending, Sent, Failed, Unsure, Suppressed }

/// <summary>A mail, written in the transaction of what it reports and sent by a job afterwards (src/decisions/0018).</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest accepted subject, in characters.</summary>
    public const int MaxSubject = 300;

    /// <summary>Longest recipient, in characters.</summary>
    public const int MaxRecipient = 320;

    /// <summary>Longest kept reason of a failure, in characters.</summary>
    public const int MaxError = 500;

    /// <summary>Attempts after which a mail is given up: after about a day.</summary>
    public const int MaxAttempts = 12;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private OutboxMessage() { }

    public Guid Id { get; private set; }
    public string Recipient { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>The plain text; the HTML part is made from it. Empty once a secret mail is sent.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Application whose receipt is attached; null = no attachment.</summary>
    public Guid? ReceiptOf { get; private set; }

    /// <summary>Owner of the stored files that are attached (a wave); null = none.</summary>
    public Guid? FilesOf { get; private set; }

    /// <summary>The call that it belongs to; null = the installation's own (accounts).</summary>
    public Guid? CallId { get; private set; }

    /// <summary>What it is about (an application); null = nothing in particular.</summary>
    public Guid? ObjectId { get; private set; }

    /// <summary>Code of the mail kind; null = written without a template.</summary>
    public string? Kind { get; private set; }

    /// <summary>"de" or "en".</summary>
    public string Language { get; private set; } = "de";

    /// <summary>Carries a sign-in link or an invitation: nobody reads it in the office, and the text is erased when it is sent.</summary>
    public bool Secret { get; private set; }

    /// <summary>A mailing, from which people can unsubscribe; otherwise it belongs to something the receiver does here and is always sent.</summary>
    public bool Mailing { get; private set; }

    public OutboxState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; not tried before.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>The attempt that holds or last held it; compared with every change, so that only one can claim and finish.</summary>
    public Guid? AttemptId { get; private set; }

    /// <summary>UTC; when the last attempt claimed it.</summary>
    public DateTime? ClaimedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SentAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>A mail to be sent. What could begin a new header line is taken out of recipient and subject; what no database stores, out of the text.</summary>
    public static OutboxMessage Write(string recipient, string subject, string body, DateTime now, Guid? receiptOf = null,
        Guid? callId = null, Guid? objectId = null, string? kind = null, string language = "de", bool secret = false, bool mailing = false, Guid? filesOf = null) => new()
        {
            Id = Guid.CreateVersion7(),
            Recipient = MailText.Cut(MailText.OneLine(recipient), MaxRecipient),
            Subject = MailText.Cut(MailText.OneLine(subject), MaxSubject),
            Body = MailText.Lines(body),
            ReceiptOf = receiptOf,
            FilesOf = filesOf,
            CallId = callId,
            ObjectId = objectId,
            Kind = kind,
            Language = language == "en" ? "en" : "de",
            Secret = secret,
            Mailing = mailing,
            CreatedAt = now,
            NextAttemptAt = now,
        };

    /// <summary>Takes a waiting mail for one attempt; gives the row of its history. Only when this is committed may it be handed over.</summary>
    public MailAttempt Claim(Guid attempt, DateTime now)
    {
        Expect(OutboxState.Waiting);
        (State, AttemptId, ClaimedAt) = (OutboxState.Sending, attempt, now);
        Attempts++;
        return MailAttempt.Begin(attempt, Id, Attempts, now);
    }

    /// <summary>The server took it. Also true of one that was thought unsure meanwhile.</summary>
    public void MarkSent(DateTime now)
    {
        Expect(OutboxState.Sending, OutboxState.Unsure);
        (State, SentAt, LastError) = (OutboxState.Sent, now, null);
        if (Secret) Body = "";
    }

    /// <summary>
    /// The server did not take it, for now: tried again after 1, 2, 4, … minutes, at most six hours, and up to a fifth more so that not all come
    /// at once; given up after <see cref="MaxAttempts"/>.
    /// </summary>
    public void MarkRefused(DateTime now, string error)
    {
        Expect(OutboxState.Sending, OutboxState.Unsure);
        LastError = MailText.Cut(error, MaxError);
        State = Attempts >= MaxAttempts ? OutboxState.Failed : OutboxState.Waiting;
        var wait = Math.Min(Math.Pow(2, Attempts - 1), LongestWait.TotalMinutes);
        // The last byte of an id is random: the same mail waits equally long on every node.
        NextAttemptAt = now.AddMinutes(wait * (1 + Id.ToByteArray()[^1] / 255.0 / 5));
    }

    /// <summary>The server will never take it, or it cannot even be offered: given up.</summary>
    public void GiveUp(string error)
    {
        Expect(OutboxState.Waiting, OutboxState.Sending, OutboxState.Unsure);
        (State, LastError) = (OutboxState.Failed, MailText.Cut(error, MaxError));
    }

    /// <summary>It may have gone out, or not.</summary>
    public void MarkUnsure(string error)
    {
        Expect(OutboxState.Sending, OutboxState.Unsure);
        (State, LastError) = (OutboxState.Unsure, MailText.Cut(error, MaxError));
    }

    /// <summary>The receiver wants no mailings.</summary>
    public void Suppress()
    {
        Expect(OutboxState.Waiting);
        State = OutboxState.Suppressed;
    }

    /// <summary>A person lets it be sent again, as a new series of attempts. Refused unless it was given up or is unsure.</summary>
    public Outcome<OutboxMessage> SendAgain(DateTime now)
    {
        if (State is not (OutboxState.Failed or OutboxState.Unsure))
            return new Refusal("mail.not_to_send_again", /*text*/ "Nur eine Mail, die aufgegeben oder unsicher ist, kann erneut gesendet werden.");
        (State, Attempts, NextAttemptAt, AttemptId) = (OutboxState.Waiting, 0, now, null);
        return this;
    }

    /// <summary>A person states that it has arrived or was told in another way. Refused without a reason, and unless it was given up or is unsure.</summary>
    public Outcome<OutboxMessage> SettleByHand(WriteContext write)
    {
        if (State is not (OutboxState.Failed or OutboxState.Unsure))
            return new Refusal("mail.not_to_settle", /*text*/ "Nur eine Mail, die aufgegeben oder unsicher ist, kann als gesendet vermerkt werden.");
        if (string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("mail.settle_needs_reason", /*text*/ "Bitte geben Sie an, woher Sie wissen, dass die Mail angekommen ist oder nicht mehr gebraucht wird.");
        (State, SentAt, AttemptId) = (OutboxState.Sent, write.When, null);
        if (Secret) Body = "";
        return this;
    }

    private void Expect(params ReadOnlySpan<OutboxState> states)
    {
        if (!states.Contains(State)) throw new InvalidOperationException($"Mail {Id} is {State}.");
    }
}
