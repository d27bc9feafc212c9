using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>A person wants another mail address: a link sent to the new one proves that it is theirs.</summary>
public sealed class AddressChange
{
    /// <summary>How long the link holds.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private AddressChange() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The address that it is to be.</summary>
    public string NewMail { get; private set; } = "";

    /// <summary>SHA-256 of the secret in the link.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>UTC; the first instant that is too late.</summary>
    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>Raised by every change: two clicks at once are one use.</summary>
    public int Version { get; private set; }

    /// <summary>What is said of every link that leads nowhere, whatever the reason.</summary>
    public static Refusal Dead { get; } = new("address.dead", "Dieser Link ist abgelaufen oder schon benutzt. Ändern Sie die Adresse bitte noch einmal unter „Mein Konto“.");

    /// <summary>A change that waits for its confirmation.</summary>
    public static AddressChange To(Guid personId, string newMail, string tokenHash, DateTime now) =>
        new() { Id = SecretId.New(), PersonId = personId, NewMail = newMail.Trim(), TokenHash = tokenHash, ExpiresAt = now + Lasts };

    /// <summary>Uses it up. Refused when it is used or too old.</summary>
    public Outcome<AddressChange> Use(DateTime now)
    {
        if (UsedAt is not null || now >= ExpiresAt) return Dead;
        UsedAt = now;
        return this;
    }
}
