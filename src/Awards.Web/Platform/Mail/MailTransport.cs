using System.Net;
using System.Net.Mail;
using System.Text;

namespace Awards.Web.Platform.Mail;

/// <summary>A mail ready to go.</summary>
public sealed record OutgoingMail(Guid Id, string Recipient, string Subject, string Body, byte[]? Attachment, string? AttachmentName);

/// <summary>Sends mails; throws when one could not be handed over.</summary>
public interface IMailTransport
{
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
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
}

/// <summary>Builds the message, the same for both transports.</summary>
internal static class MailMessages
{
    public static MailMessage Build(OutgoingMail mail, MailOptions options)
    {
        // "a@b x@y" would be read as an address with a display name: only a bare address is one.
        if (!MailAddress.TryCreate(mail.Recipient, out var recipient) || recipient.Address != mail.Recipient)
            throw new FormatException("Die Empfängeradresse ist keine E-Mail-Adresse.");
        var message = new MailMessage(new MailAddress(options.From, options.FromName, Encoding.UTF8), recipient)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{message.From!.Host}>";
        if (mail.Attachment is not null)
            message.Attachments.Add(new Attachment(new MemoryStream(mail.Attachment), mail.AttachmentName, "application/pdf"));
        return message;
    }
}

/// <summary>Sends by SMTP.</summary>
public sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailMessages.Build(mail, options);
        using var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
            Timeout = 30_000,
            Credentials = options.User.Length == 0 ? null : new NetworkCredential(options.User, options.Password),
        };
        await client.SendMailAsync(message, cancellationToken);
    }
}

/// <summary>Writes mails as .eml files, for the demo.</summary>
public sealed class FileTransport(string directory, MailOptions options) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        // SmtpClient names files itself; a folder per mail, renamed file, makes a repeated attempt replace the first.
        var pickup = Path.Combine(directory, "." + mail.Id.ToString("N"));
        Directory.CreateDirectory(pickup);
        using (var message = MailMessages.Build(mail, options))
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup })
            await client.SendMailAsync(message, cancellationToken);
        File.Move(Directory.GetFiles(pickup).Single(), Path.Combine(directory, mail.Id.ToString("N") + ".eml"), overwrite: true);
        Directory.Delete(pickup);
    }
}
