namespace Awards.Browser.Tests;

/// <summary>A test in a real browser. Without Chromium it is skipped and says so; in CI (AWARDS_REQUIRE_ALL) it then fails.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1") Skip = "Chromium is not on PATH (Debian: apt-get install chromium).";
    }

    /// <summary>Path of the browser, or null.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
