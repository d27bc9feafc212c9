using System.Net.Mail;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>A mail address that an account can have.</summary>
public static class AccountAddress
{
    /// <summary>Longest address, in characters (RFC 5321).</summary>
    public const int MaxLength = 254;

    /// <summary>Why a text is no address for an account, or null.</summary>
    public static Refusal? RefusalOf(string? mail)
    {
        var text = (mail ?? "").Trim();
        return text.Length is 0 or > MaxLength || TextRules.Check(text, MaxLength).Refused(out _) || !MailAddress.TryCreate(text, out var address) || address.Address != text
            || !address.Host.Contains('.', StringComparison.Ordinal) ? new("address.invalid", "Das ist keine vollständige E-Mail-Adresse. Ein Beispiel: amt@musterstadt.de") : null;
    }
}
