using System.Net;
using System.Net.Mail;
using Awards.Web.Data;

namespace Awards.Web.Platform.Mail;

/// <summary>Sends by SMTP and says what is known when that fails.</summary>
public sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    /// <summary>Answers that concern the server or our account there, not the mail: 421, and everything about signing in and encryption.</summary>
    private static readonly HashSet<int> OfTheServer = [421, 454, 530, 534, 535, 538];

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var handedOver = false;
        using var message = MailMessages.Build(mail, options, () => handedOver = true);
        var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
            Credentials = options.User.Length == 0 ? null : new NetworkCredential(options.User, options.Password),
        };
        var limit = TimeSpan.FromSeconds(options.TimeoutSeconds);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            // Asynchronous sending knows no time-out of its own; should it not even obey the token, nobody waits for it any longer.
            await client.SendMailAsync(message, timeout.Token).WaitAsync(limit + TimeSpan.FromSeconds(2), CancellationToken.None);
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutException or SmtpException or IOException or InvalidOperationException)
        {
            throw Known(fault, handedOver, timeout.IsCancellationRequested);
        }
        finally
        {
            Leave(client);
        }
    }

    private static MailFaultException Known(Exception fault, bool handedOver, bool late)
    {
        var text = MailText.OneLine(fault.InnerException is { } inner and not SmtpException ? $"{fault.Message} {inner.Message}" : fault.Message);
        // A refusal that came back is knowledge; it also says that the mail was not taken.
        if (fault is SmtpException { StatusCode: var status } && (int)status >= 400)
        {
            var code = (int)status;
            var down = OfTheServer.Contains(code);
            return new(code >= 500 && !down ? MailFault.Permanent : MailFault.Temporary, $"{code}: {text}", down, fault);
        }
        if (handedOver)
            return new(MailFault.Unsure, late ? "Der Mailserver hat den Text erhalten und nicht geantwortet." : $"Die Verbindung brach ab, während der Mailserver den Text erhielt. {text}", inner: fault);
        return new(MailFault.Temporary, late ? "Der Mailserver antwortet nicht." : $"Der Mailserver ist nicht erreichbar. {text}", serverDown: true, inner: fault);
    }

    // Says goodbye to the server; what becomes of that does not change whether the mail was taken.
    private static void Leave(SmtpClient client)
    {
        try
        {
            client.Dispose();
        }
        catch (Exception fault) when (fault is SmtpException or IOException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            // The connection was gone already.
        }
    }
}

/// <summary>Writes mails as .eml files, for the demo.</summary>
public sealed class FileTransport(string directory, MailOptions options) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailMessages.Build(mail, options);
        try
        {
            // SmtpClient names files itself; a folder per mail, renamed file, makes a repeated attempt replace the first.
            var pickup = Path.Combine(directory, "." + mail.Id.ToString("N"));
            if (Directory.Exists(pickup)) Directory.Delete(pickup, recursive: true);
            Directory.CreateDirectory(pickup);
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup })
                await client.SendMailAsync(message, cancellationToken);
            File.Move(Directory.GetFiles(pickup).Single(), Path.Combine(directory, mail.Id.ToString("N") + ".eml"), overwrite: true);
            Directory.Delete(pickup);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw new MailFaultException(MailFault.Temporary, $"Die Datei konnte nicht geschrieben werden. {fault.Message}", serverDown: true, fault);
        }
    }
}
