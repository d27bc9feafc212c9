using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Awards.Testing;

/// <summary>What an app for one-time codes shows (RFC 6238: SHA-1, 30 s, 6 digits), by the real clock, which the framework checks by.</summary>
public static class OneTimeCode
{
    /// <summary>The code of a key in base 32.</summary>
    /// <param name="steps">Steps of 30 seconds after now.</param>
    public static string At(string key, int steps = 0)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard of the apps.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
