namespace Awards.Web.Data;

/// <summary>Somebody who wants no mailings, of one call or of all. Keeps no address: only what it takes to recognise it.</summary>
public sealed class MailSuppression
{
    private MailSuppression() { }

    public Guid Id { get; private set; }

    /// <summary>SHA-256 (hex) of the address in lower case.</summary>
    public string AddressHash { get; private set; } = "";

    /// <summary>Null = mailings of all calls.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    public static MailSuppression Create(string address, Guid? callId, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), AddressHash = HashOf(address), CallId = callId, CreatedAt = now };

    /// <summary>By which an address is recognised.</summary>
    public static string HashOf(string address) => Domain.Outreach.AddressKey.Of(address);
}
