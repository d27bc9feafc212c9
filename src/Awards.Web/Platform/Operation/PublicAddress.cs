using System.Text.RegularExpressions;

namespace Awards.Web.Platform.Operation;

/// <summary>Where people reach this installation (setting <c>PublicAddress</c>). Links in mails begin with it, whatever host a request named.</summary>
public sealed partial record PublicAddress(Uri Root)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "PublicAddress";

    /// <summary>Of the demo, and of an installation that names none.</summary>
    public static readonly PublicAddress Local = new(new Uri("http://localhost:5080/"));

    /// <summary>The full address of a page; <paramref name="path"/> begins with "/".</summary>
    public string Of(string path) => Root.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>Reads the setting; https only, except on this machine.</summary>
    public static PublicAddress Read(IConfiguration configuration, SettingFaults faults)
    {
        if (configuration[Setting] is not { Length: > 0 } text) return Local;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)) return new(address);
        faults.Add(Setting, $"„{text}“ ist keine Adresse der Form https://awards.example.org (ohne Pfad; http nur auf diesem Rechner).");
        return Local;
    }

    /// <summary>
    /// Names under which the server answers: the public address and <c>Hosts</c> (divided by ";"); of an installation that names neither,
    /// any, and of the demo only this machine's.
    /// </summary>
    public static IList<string> Hosts(IConfiguration configuration, Installation installation, SettingFaults faults)
    {
        List<string> hosts = [.. (configuration["Hosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        foreach (var host in hosts.Where(host => !HostName().IsMatch(host)))
            faults.Add("Hosts", $"„{host}“ ist kein Name eines Servers (Beispiel: awards.example.org; ohne https:// und ohne Port).");
        if (Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address)) hosts.Add(address.Host);
        if (hosts.Count > 0) return [.. hosts.Distinct(StringComparer.OrdinalIgnoreCase)];
        return installation.Demo ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
    }

    [GeneratedRegex(@"^((\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])$")]
    private static partial Regex HostName();
}
