using Awards.Domain.Shared;

namespace Awards.Web.Platform.Privacy;

/// <summary>Addresses of accounts that are nobody's any more.</summary>
public static class Anonymous
{
    /// <summary>How all of them end: a domain that can never exist (RFC 2606).</summary>
    public const string Domain = "@geloescht.invalid";

    /// <summary>A new one.</summary>
    public static string Address() => SecretId.New().ToString("N") + Domain;
}
