using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Awards.Domain.Outreach;

/// <summary>A part of a mail, as far as reports about mail need it: header fields, decoded body, parts within. Characters are bytes (Latin 1).</summary>
internal sealed partial class MimePart
{
    private const int MostDepth = 8, MostParts = 200;

    private MimePart(IReadOnlyList<KeyValuePair<string, string>> fields, string raw) => (Fields, Raw) = (fields, raw);

    /// <summary>Header fields, folded lines joined.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    private string Raw { get; }

    /// <summary>"message/delivery-status", in lower case.</summary>
    public string Type => (Field("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The body without its transfer encoding.</summary>
    public string Body => Field("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(Raw),
        "quoted-printable" => Escaped().Replace(SoftBreak().Replace(Raw, ""), match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString(CultureInfo.InvariantCulture)),
        _ => Raw,
    };

    /// <summary>Reads a mail, or a part of one.</summary>
    public static MimePart Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var end = lines.StartsWith('\n') ? 0 : lines.IndexOf("\n\n", StringComparison.Ordinal);
        return new(FieldsOf(end < 0 ? lines : lines[..end]), end < 0 ? "" : lines[(end == 0 ? 1 : end + 2)..]);
    }

    /// <summary>Header fields of a text, folded lines joined.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(string text) =>
        [.. Folded().Replace(text, " ").Split('\n').Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).Select(parts => KeyValuePair.Create(parts[0].Trim(), parts[1].Trim()))];

    /// <summary>The first field of a name, or null.</summary>
    public string? Field(string name) => Fields.FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>This part and all within, in order.</summary>
    public IReadOnlyList<MimePart> All()
    {
        var all = new List<MimePart>();
        Collect(all, 0);
        return all;
    }

    private void Collect(List<MimePart> all, int depth)
    {
        if (all.Count >= MostParts) return;
        all.Add(this);
        if (depth >= MostDepth) return;
        if (Type.StartsWith("multipart/", StringComparison.Ordinal) && Boundary().Match(Field("Content-Type")!) is { Success: true } match)
            foreach (var part in Split(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)) Read(part).Collect(all, depth + 1);
        else if (Type is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers") Read(Body).Collect(all, depth + 1);
    }

    private IEnumerable<string> Split(string boundary)
    {
        var part = (StringBuilder?)null;
        foreach (var line in Raw.Split('\n'))
        {
            if (line.StartsWith("--" + boundary, StringComparison.Ordinal) && line[(boundary.Length + 2)..].Trim() is "" or "--")
            {
                if (part is not null) yield return part.ToString();
                if (line.TrimEnd().EndsWith("--", StringComparison.Ordinal) && line.Trim().Length == boundary.Length + 4) yield break;
                part = new();
            }
            else part?.Append(line).Append('\n');
        }
        // A report that was cut off still says what it says.
        if (part is not null) yield return part.ToString();
    }

    private static string Base64(string raw)
    {
        var letters = string.Concat(raw.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='));
        var bytes = new byte[letters.Length];
        return Convert.TryFromBase64String(letters, bytes, out var length) ? Encoding.Latin1.GetString(bytes, 0, length).ReplaceLineEndings("\n") : "";
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("""boundary\s*=\s*(?:"([^"]{1,200})"|([^;\s]{1,200}))""", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"=[ \t]*\n")]
    private static partial Regex SoftBreak();
}
