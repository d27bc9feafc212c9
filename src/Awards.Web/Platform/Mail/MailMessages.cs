using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Awards.Web.Data;

namespace Awards.Web.Platform.Mail;

/// <summary>Builds the message, the same for both transports.</summary>
internal static class MailMessages
{
    /// <summary>Plain text and HTML. <paramref name="handedOver"/> is called when the transport begins to read the text, which it does only once the server waits for it.</summary>
    public static MailMessage Build(OutgoingMail mail, MailOptions options, Action? handedOver = null)
    {
        var message = new MailMessage(new MailAddress(options.From, MailText.OneLine(options.FromName), Encoding.UTF8), Recipient(mail.Recipient))
        {
            Subject = MailText.OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers["Auto-Submitted"] = "auto-generated";
        // The same in every attempt: a server that took an unsure one before can recognise the second.
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{message.From!.Host}>";
        message.Headers["Content-Language"] = mail.Language;
        if (mail.Unsubscribe is { } address)
        {
            message.Headers["List-Unsubscribe"] = $"<{address}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        message.AlternateViews.Add(View(MailHtml.WithFooter(mail).ReplaceLineEndings("\r\n"), MediaTypeNames.Text.Plain, handedOver));
        message.AlternateViews.Add(View(MailHtml.Of(mail), MediaTypeNames.Text.Html, handedOver));
        if (mail.Attachment is not null)
            message.Attachments.Add(new Attachment(new MemoryStream(mail.Attachment), FileName(mail.AttachmentName), MediaTypeNames.Application.Pdf));
        foreach (var file in mail.Files) message.Attachments.Add(new Attachment(new MemoryStream(file.Content, writable: false), FileName(file.Name), file.MediaType));
        return message;
    }

    /// <summary>Only a bare address is one: "a@b x@y" would be read as an address with a display name. Throws a permanent fault for anything else.</summary>
    private static MailAddress Recipient(string text)
    {
        if (!MailAddress.TryCreate(text, out var address) || address.Address != text)
            throw new MailFaultException(MailFault.Permanent, "Die Empfängeradresse ist keine E-Mail-Adresse.");
        return Ascii.IsValid(address.User) ? address
            : throw new MailFaultException(MailFault.Permanent, "Der Teil der Empfängeradresse vor dem @ enthält Umlaute oder andere Zeichen, die nicht jeder Mailserver annimmt.");
    }

    /// <summary>A name without path, quotes and line breaks.</summary>
    private static string FileName(string? name) =>
        string.Concat(MailText.OneLine(name).Select(c => c is '/' or '\\' or '"' or ':' or '<' or '>' or '|' or '?' or '*' ? '_' : c)) is { Length: > 0 } harmless ? harmless : "Anhang.pdf";

    // Base64 and not quoted-printable: no line of the text can be taken for a command, whatever it begins with.
    private static AlternateView View(string text, string type, Action? handedOver) =>
        new(new WatchedText(Encoding.UTF8.GetBytes(text), handedOver), new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };

    /// <summary>Tells when it is read first.</summary>
    private sealed class WatchedText(byte[] text, Action? read) : MemoryStream(text, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            read?.Invoke();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            read?.Invoke();
            return base.Read(buffer);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read?.Invoke();
            return base.ReadAsync(buffer, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            read?.Invoke();
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
        {
            read?.Invoke();
            return base.BeginRead(buffer, offset, count, callback, state);
        }
    }
}
