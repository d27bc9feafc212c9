using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Awards.Web.Platform;

namespace Awards.Web.Tests.Structure;

/// <summary>docs/dependencies.md names every direct dependency with the version that is used.</summary>
public sealed partial class DependencyTests
{
    private static readonly string Root = Installation.FindRoot();

    [Fact]
    public void The_list_of_dependencies_is_the_list_that_is_used()
    {
        var properties = Property().Matches(Read("Directory.Build.props")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string Version(string text) => text.StartsWith("$(", StringComparison.Ordinal) ? properties[text[2..^1]] : text;
        var nuget = Package().Matches(Read("Directory.Packages.props")).Select(match => (Name: match.Groups[1].Value, Version: Version(match.Groups[2].Value)));
        var package = JsonNode.Parse(Read("package.json"))!;
        var npm = new[] { "dependencies", "devDependencies" }.SelectMany(kind => package[kind]?.AsObject().Select(each => (Name: each.Key, Version: each.Value!.GetValue<string>())) ?? []);

        var listed = Row().Matches(Read("docs", "dependencies.md")).Select(match => (Name: match.Groups[1].Value, Version: match.Groups[2].Value, Licence: match.Groups[3].Value, Why: match.Groups[4].Value)).ToList();
        listed.Select(each => $"{each.Name} {each.Version}").Order(StringComparer.Ordinal)
            .ShouldBe(nuget.Concat(npm).Select(each => $"{each.Name} {each.Version}").Order(StringComparer.Ordinal));
        listed.ShouldAllBe(each => each.Licence.Trim().Length > 2 && each.Why.Trim().Length > 2);
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    [GeneratedRegex("""<(\w+)(?: Condition="[^"]*")?>([\d.]+)</\1>""")]
    private static partial Regex Property();

    [GeneratedRegex("""<PackageVersion Include="([^"]+)" Version="([^"]+)" />""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]+?) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
