using System.Security.Cryptography;
using System.Text;

namespace Awards.Domain.Outreach;

/// <summary>By what an address is recognised without being kept.</summary>
public static class AddressKey
{
    /// <summary>SHA-256 (hex) of the address in lower case.</summary>
    public static string Of(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())));
}
