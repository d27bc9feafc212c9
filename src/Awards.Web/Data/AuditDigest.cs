using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Awards.Web.Data;

/// <summary>The digests that the chain is made of: SHA-256 in lower-case hexadecimal over fields, each as "length:text," (src/decisions/0019).</summary>
public static class AuditDigest
{
    /// <summary>What the first link has as its predecessor.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>Digest of everything in a row but its values, of which it holds their salted digest.</summary>
    public static string Of(AuditRow row) => Hash(
        row.Id.ToString(), Time(row.At), row.PersonId?.ToString(), row.Action.ToString(), row.ObjectType, row.ObjectId.ToString(), row.AboutId?.ToString(),
        row.CallId?.ToString(), row.ActingAs, row.Why, row.RequestId, row.ValuesDigest);

    /// <summary>Digest of values under a salt.</summary>
    public static string OfValues(string salt, string json) => Hash(salt, json);

    /// <summary>Hash of a link: its place, the link before and the row's digest.</summary>
    public static string OfLink(long sequence, string previous, Guid rowId, string digest, DateTime chainedAt) =>
        Hash(sequence.ToString(CultureInfo.InvariantCulture), previous, rowId.ToString(), digest, Time(chainedAt));

    /// <summary>128 random bits.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    // The database keeps microseconds.
    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Hash(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields) text.Append(field is null ? "-" : field.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(field).Append(',');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
