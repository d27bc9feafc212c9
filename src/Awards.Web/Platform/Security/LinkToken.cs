using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Platform.Security;

/// <summary>Secrets in links: the mail holds the secret, the database only its digest.</summary>
public static class LinkToken
{
    /// <summary>A new secret, 256 bits, fit for an address.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database holds of it: 64 hexadecimal digits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
