using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>A link sent to a person's address that signs in once.</summary>
public sealed class MailLink
{
    /// <summary>How long it holds.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(20);

    private MailLink() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>UTC; the first instant that is too late.</summary>
    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>Raised by every change: two clicks at once are one use.</summary>
    public int Version { get; private set; }

    /// <summary>What is said of every link that leads nowhere, whatever the reason.</summary>
    public static Refusal Dead { get; } = new("link.dead", "Dieser Link ist abgelaufen oder schon benutzt. Fordern Sie bitte einen neuen an.");

    /// <summary>A link for a person.</summary>
    public static MailLink For(Guid personId, string tokenHash, DateTime now) =>
        new() { Id = SecretId.New(), PersonId = personId, TokenHash = tokenHash, ExpiresAt = now + Lasts };

    /// <summary>Uses it up. Refused when it is used or too old.</summary>
    public Outcome<MailLink> Use(DateTime now)
    {
        if (UsedAt is not null || now >= ExpiresAt) return Dead;
        UsedAt = now;
        return this;
    }
}
