namespace Awards.Web.Platform.Security;

/// <summary>Names a device so that its owner recognises it, and no more: browser and system.</summary>
public static class Devices
{
    // Order matters: Edge and Opera also say "Chrome", all of them say "Safari".
    private static readonly (string Mark, string Name)[] Browsers =
        [("Firefox/", "Firefox"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>For example "Firefox, Windows"; empty for programs that say neither.</summary>
    public static string Name(string userAgent)
    {
        string? Find((string Mark, string Name)[] known) => known.FirstOrDefault(each => userAgent.Contains(each.Mark, StringComparison.Ordinal)).Name;
        return string.Join(", ", new[] { Find(Browsers), Find(Systems) }.OfType<string>());
    }
}
