namespace Awards.Web.Data;

/// <summary>A key, or the revocation of one, with which cookies and form tokens are protected; the same for all server processes.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Longest accepted name, in characters.</summary>
    public const int MaxName = 200;

    private DataProtectionKey() { }

    public Guid Id { get; private set; }

    /// <summary>"key-{id}" or "revocation-{id}".</summary>
    public string FriendlyName { get; private set; } = "";

    /// <summary>The element as the framework wrote it; encrypted where a certificate is configured.</summary>
    public string Xml { get; private set; } = "";

    /// <summary>UTC; for an imported key when it was imported.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Keeps an element.</summary>
    public static DataProtectionKey Keep(string friendlyName, string xml, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), FriendlyName = friendlyName.Length > MaxName ? friendlyName[..MaxName] : friendlyName, Xml = xml, CreatedAt = now };
}
