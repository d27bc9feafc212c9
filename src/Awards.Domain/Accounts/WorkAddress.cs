using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>Registration asks for an address at work: an address that everybody can open in a minute says nothing about who somebody works for.</summary>
public static class WorkAddress
{
    private static readonly HashSet<string> OpenToEverybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "live.de", "live.com",
        "yahoo.com", "yahoo.de", "icloud.com", "me.com", "aol.com", "aol.de", "freenet.de", "posteo.de", "mailbox.org", "proton.me", "protonmail.com", "mail.de", "email.de", "t-online.de", "magenta.de", "arcor.de",
    };

    /// <summary>Why an address is not taken as one at work, or null.</summary>
    public static Refusal? RefusalOf(string mail)
    {
        var domain = mail[(mail.LastIndexOf('@') + 1)..].Trim().TrimEnd('.');
        return OpenToEverybody.Contains(domain)
            ? new("registration.not_work", "Bitte nehmen Sie Ihre dienstliche Adresse; eine bei {0} kann sich jeder anlegen. Hat Ihre Kommune keine eigene, lädt die Geschäftsstelle Sie ein.", domain.ToLowerInvariant())
            : null;
    }
}
