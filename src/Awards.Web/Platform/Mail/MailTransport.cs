namespace Awards.Web.Platform.Mail;

/// <summary>A mail ready to go.</summary>
public sealed record OutgoingMail(Guid Id, string Recipient, string Subject, string Body, byte[]? Attachment, string? AttachmentName)
{
    /// <summary>"de" or "en".</summary>
    public string Language { get; init; } = "de";

    /// <summary>Files that go with it, beside the receipt.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>Where a receiver of mailings unsubscribes; null = no mailing.</summary>
    public string? Unsubscribe { get; init; }
}

/// <summary>A file that goes with a mail.</summary>
public sealed record MailFile(string Name, string MediaType, byte[] Content);

/// <summary>Sends mails; throws a <see cref="MailFaultException"/> when one was not, or perhaps not, handed over.</summary>
public interface IMailTransport
{
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>What is known of a mail that did not go out as it should.</summary>
public enum MailFault
{
    /// <summary>The server did not take it and may do so later.</summary>
    Temporary,

    /// <summary>It cannot be sent, now or later.</summary>
    Permanent,

    /// <summary>Its text was on the way when the connection broke: the server may have taken it.</summary>
    Unsure,
}

/// <summary>A mail did not go out, or perhaps not.</summary>
/// <param name="fault">What is known.</param>
/// <param name="message">German sentence for the office.</param>
/// <param name="serverDown">The server itself does not work or does not let us in: other mails would fare no better now.</param>
public sealed class MailFaultException(MailFault fault, string message, bool serverDown = false, Exception? inner = null) : Exception(message, inner)
{
    public MailFault Fault => fault;
    public bool ServerDown => serverDown;
}

/// <summary>Settings below <c>Mail</c>. Without a host, mails are written as files.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server; empty = write files into <c>mail</c> in the data directory.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 with STARTTLS is usual.</summary>
    public int Port { get; set; } = 587;

    /// <summary>STARTTLS; off only for servers on this machine.</summary>
    public bool StartTls { get; set; } = true;

    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>Sender address.</summary>
    public string From { get; set; } = "awards@localhost";

    /// <summary>Sender name.</summary>
    public string FromName { get; set; } = "Awards";

    /// <summary>Most mails of a mailing in a minute, 1 to 6,000; other mails do not count and do not wait for them.</summary>
    public int WavePerMinute { get; set; } = 60;

    /// <summary>Longest time for handing over one mail, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>A mail that has been on its way for longer is unsure, in seconds; longer than <see cref="TimeoutSeconds"/>.</summary>
    public int UnsureAfterSeconds { get; set; } = 300;
}
