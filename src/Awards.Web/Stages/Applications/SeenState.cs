using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Awards.Web.Stages.Applications;

/// <summary>
/// The state that a form page showed: version of the application and fingerprint of the part on this page. The fingerprint keeps
/// two colleagues on different pages of one application out of each other's way; on the same page the second one sees both texts.
/// </summary>
public sealed record SeenState(int Version, string Part)
{
    /// <summary>The state of a part now.</summary>
    public static SeenState Of(int version, IEnumerable<string> part) =>
        new(version, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(part)).AsSpan(0, 8)));

    /// <summary>What a form posts; anything else is a state that never was.</summary>
    public static SeenState Parse(string? posted)
    {
        var parts = (posted ?? "").Split('-', 2);
        return new(int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : int.MinValue, parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>The version to answer for: the present one when nobody changed this part since it was shown.</summary>
    public int VersionFor(SeenState now) => Part == now.Part ? now.Version : Version;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}-{Part}");
}
