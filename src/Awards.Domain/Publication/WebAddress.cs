using System.Text.RegularExpressions;

namespace Awards.Domain.Publication;

/// <summary>Web addresses that applicants typed: only what plausibly leads to a website becomes a link.</summary>
public static partial class WebAddress
{
    /// <summary>
    /// The https address of "www.example.de/thema" or "http://www.example.de"; null for anything that is no plausible host
    /// (other schemes, user names, ports, IP addresses, blanks).
    /// </summary>
    public static string? Link(string typed)
    {
        var text = Scheme().Replace(typed.Trim(), "");
        if (text.Length is 0 or > 300 || !Host().IsMatch(text)) return null;
        return Uri.TryCreate("https://" + text, UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns ? address.AbsoluteUri : null;
    }

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    /// <summary>Labels joined by dots, the last one of letters, then the end or a path without blanks, quotation marks and brackets.</summary>
    [GeneratedRegex("""^([\p{L}\p{Nd}]([\p{L}\p{Nd}-]{0,61}[\p{L}\p{Nd}])?\.)+\p{L}{2,24}([/?#][^\s\\<>"]*)?$""")]
    private static partial Regex Host();
}
