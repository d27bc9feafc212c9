using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Awards.Web.Platform;
using Awards.Web.Platform.Localisation;

namespace Awards.Web.Tests.Structure;

/// <summary>German is the source; every text on a page and every refusal has an English one.</summary>
public sealed partial class LocalisationTests
{
    /// <summary>Texts that are the same in both languages.</summary>
    private static readonly HashSet<string> Same = ["Jury", "Website", "Name", "English", "Deutsch", "Phase", "Code", "Passkey", "Passkeys", "Downloads", "Text", "Person", "System", "Installation", "Cookies", "Block {0}", "Code: {0}", "Partner", "Kappa", "Median", "Video"];

    private static readonly string Source = Path.Combine(Installation.FindRoot(), "src");

    [Fact]
    public void Every_german_text_has_an_english_one()
    {
        var english = English();
        Used().Where(text => !english.ContainsKey(text)).ShouldBeEmpty();
    }

    [Fact]
    public void An_english_text_differs_from_the_german_one_unless_it_is_listed() =>
        English().Where(pair => pair.Key == pair.Value && !Same.Contains(pair.Key)).Select(pair => pair.Key).ShouldBeEmpty();

    [Fact]
    public void No_english_text_is_left_over()
    {
        var used = Used().ToHashSet();
        English().Keys.Where(key => !used.Contains(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        English().Where(pair => !Placeholders(pair.Key).SetEquals(Placeholders(pair.Value))).Select(pair => pair.Key).ShouldBeEmpty();

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> English()
    {
        var manager = new ResourceManager(typeof(Text));
        var set = manager.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Used()
    {
        var pages = Files("Awards.Web").SelectMany(file => OnPages().Matches(File.ReadAllText(file)).Concat(InAttributes().Matches(File.ReadAllText(file))).Concat(Labels().Matches(File.ReadAllText(file))));
        var domain = Files("Awards.Domain").Concat(Files("Awards.Web/Stages")).Concat(Files("Awards.Web/Platform")).SelectMany(file => Refused().Matches(File.ReadAllText(file)).Concat(Labels().Matches(File.ReadAllText(file))));
        return pages.Concat(domain).Select(match => Regex.Unescape(match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs*", SearchOption.AllDirectories)
        .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex("""\b(?:T|[Tt]exts|Text_)\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex OnPages();

    [GeneratedRegex("""ErrorMessage = "((?:[^"\\]|\\.)*)"[\),]""")]
    private static partial Regex InAttributes();

    // Labels that a page translates later: /*text*/ "…".
    [GeneratedRegex("""/\*text\*/ ?"((?:[^"\\]|\\.)*)"[^\w]""")]
    private static partial Regex Labels();

    [GeneratedRegex("""new(?: Refusal)?\("[a-z_]+(?:\.[a-z_]+)*",\s*"((?:[^"\\]|\\.)*)"[\),]""")]
    private static partial Regex Refused();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
