using System.Text.Json;
using AngleSharp.Dom;
using Awards.Domain.Calls;
using Awards.Testing;

namespace Awards.Web.Tests.Naughty;

/// <summary>The "big list of naughty strings" and the formulas of spreadsheets, from the shared test data.</summary>
internal static class NaughtyStrings
{
    private static readonly string Folder = Path.Combine(SharedFactAttribute.Folder, "data", "payloads");

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Folder, "blns.json")))!
            .Concat(File.ReadAllLines(Path.Combine(Folder, "csv-injection.txt"))).Append("a\u2028b").Append("a\u202Eb").Append("\u0000").Distinct(),
    ];

    /// <summary>Those that a text field of one line stores, as it stores them.</summary>
    public static IReadOnlyList<string> Stored { get; } =
        [.. All.Select(TextRules.OneLine).Where(text => text.Length is > 0 and <= 200 && !TextRules.Check(text, 200).Refused(out _)).Distinct()];

    /// <summary>What would run or load something, were it markup; nothing of it may come from a text that somebody typed.</summary>
    private const string Live = "main script, main iframe, main object, main embed, main img, main video, main audio, main style, main link, main meta, main base, main svg, main marquee, main math";

    /// <summary>Nothing on the page is alive that was typed as text.</summary>
    public static void ShouldShowTextAsText(this Answer page, string what)
    {
        ((int)page.Status).ShouldBeLessThan(500, what);
        page.Page.QuerySelectorAll(Live).ShouldBeEmpty(what);
        page.Page.QuerySelectorAll("h1").Length.ShouldBe(1, what);
        foreach (var element in page.Page.All)
        {
            element.Attributes.Select(attribute => attribute.Name).Where(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(what);
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("action"), element.GetAttribute("formaction") }.OfType<string>())
                address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{what}: {address}");
        }
    }
}
