using System.Security.Cryptography;
using System.Text;
using Awards.Domain.Shared;

namespace Awards.Domain.Privacy;

/// <summary>
/// A line of the register of erased accounts: by it a restored backup is erased again, and the check finds what was left. It names nobody:
/// who knows an address can find out that it was erased, nobody can read an address from it.
/// </summary>
public sealed class Erasure
{
    private Erasure() { }

    public Guid Id { get; private set; }

    /// <summary>The account, which stays as an empty one.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Random, hex.</summary>
    public string Salt { get; private set; } = "";

    /// <summary>Salted SHA-256 (hex) of the address in lower case.</summary>
    public string MailDigest { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What an erased account is called.</summary>
    public const string Name = "gelöschtes Konto";

    /// <summary>Refused while a call would be left without a lead.</summary>
    public static Refusal LastLead(string call) => new("erasure.last_lead",
        "Dieses Konto ist die letzte Leitung von „{0}“. Geben Sie die Rolle bitte zuerst jemand anderem.", call);

    /// <summary>Refused while somebody waits for a review.</summary>
    public static Refusal OpenSheets(int count) => new("erasure.open_sheets",
        "Dieses Konto hat noch {0} offene Prüfbögen. Bitte geben Sie sie ab, oder bitten Sie die Leitung, sie neu zu vergeben.", count);

    /// <summary>Refused while somebody waits for a short report.</summary>
    public static Refusal OpenReports(int count) => new("erasure.open_reports",
        "Dieses Konto schreibt noch an {0} Kurzgutachten. Bitte legen Sie sie vor, oder bitten Sie die Leitung, sie jemand anderem zu geben.", count);

    /// <summary>There is no such account any more.</summary>
    public static Refusal Gone { get; } = new("erasure.gone", "Dieses Konto gibt es nicht oder es ist schon gelöscht.");

    /// <summary>Enters an erased account.</summary>
    public static Erasure Of(Guid personId, string mail, DateTime now)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new() { Id = Guid.CreateVersion7(), PersonId = personId, Salt = salt, MailDigest = Digest(salt, mail), At = now };
    }

    /// <summary>True for the address that the account had.</summary>
    public bool Was(string mail) => Digest(Salt, mail) == MailDigest;

    private static string Digest(string salt, string mail) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + mail.Trim().ToLowerInvariant())));
}
