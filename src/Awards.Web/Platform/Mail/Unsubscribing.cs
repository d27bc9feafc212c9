using System.Security.Cryptography;
using Awards.Web.Data;
using Awards.Web.Platform.Operation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Mail;

/// <summary>Who receives mailings, and of which call.</summary>
/// <param name="CallId">Null = a mailing of the installation.</param>
public sealed record Subscriber(string Address, Guid? CallId);

/// <summary>Lets receivers of mailings unsubscribe by a link that only they have.</summary>
public sealed class Unsubscribing(IDataProtectionProvider protection, PublicAddress address, Installation installation)
{
    /// <summary>Address of the page without its token.</summary>
    public const string Path = "/abbestellen/";

    private readonly IDataProtector _protector = protection.CreateProtector("Awards.Mail.Unsubscribe");

    /// <summary>False while the site's own address is not configured: no mailing can be sent then.</summary>
    public bool IsPossible => address != PublicAddress.Local || installation.Demo;

    /// <summary>The link of a receiver. Throws a permanent fault while the site's own address is not configured.</summary>
    public string LinkFor(Subscriber subscriber) => !IsPossible
        ? throw new MailFaultException(MailFault.Permanent, "Für Rundmails muss die Einstellung PublicAddress die Adresse dieser Plattform nennen, damit man sie abbestellen kann.")
        : address.Of(Path + TokenFor(subscriber));

    /// <summary>Names the receiver, so that nobody else can unsubscribe them.</summary>
    public string TokenFor(Subscriber subscriber) => _protector.Protect($"{subscriber.CallId:N}\n{subscriber.Address}");

    /// <summary>The receiver of a token, or null.</summary>
    public Subscriber? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split('\n', 2);
            return new(parts[1], parts[0].Length == 0 ? null : Guid.ParseExact(parts[0], "N"));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>True when the receiver wants no mailings, of the call or at all.</summary>
    public static Task<bool> IsSuppressedAsync(AwardsDbContext db, string address, Guid? callId, CancellationToken cancellationToken)
    {
        var hash = MailSuppression.HashOf(address);
        return db.MailSuppressions.AnyAsync(each => each.AddressHash == hash && (each.CallId == null || each.CallId == callId), cancellationToken);
    }
}
