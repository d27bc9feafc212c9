using System.Text.RegularExpressions;
using Awards.Web.Platform;

namespace Awards.Web.Tests.Structure;

/// <summary>Domain ← Web/Data ← Web/Platform ← Web/Stages; a stage may read another stage's queries and links.</summary>
public sealed partial class LayeringTests
{
    private static readonly string Source = Path.Combine(Installation.FindRoot(), "src");

    [Fact]
    public void The_domain_refers_to_no_package_and_no_project()
    {
        var project = File.ReadAllText(Path.Combine(Source, "Awards.Domain", "Awards.Domain.csproj"));
        project.ShouldNotContain("Reference Include");
        foreach (var (file, used) in Usings("Awards.Domain"))
            (used.StartsWith("System", StringComparison.Ordinal) || used.StartsWith("Awards.Domain", StringComparison.Ordinal)).ShouldBeTrue($"{file} uses {used}");
    }

    [Theory]
    [InlineData("Awards.Web/Data", "Awards.Web.Platform")]
    [InlineData("Awards.Web/Data", "Awards.Web.Stages")]
    [InlineData("Awards.Web/Platform", "Awards.Web.Stages")]
    [InlineData("Awards.Documents", "Awards.Web")]
    [InlineData("Awards.Documents", "Awards.Domain")]
    public void Nothing_looks_up(string folder, string forbidden)
    {
        var files = Directory.GetFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files.Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
            File.ReadAllText(file).Contains(forbidden + (forbidden == "Awards.Web" ? "." : ""), StringComparison.Ordinal).ShouldBeFalse($"{file} knows {forbidden}");
    }

    [Fact]
    public void Documents_and_domain_know_neither_clock_nor_database()
    {
        foreach (var (file, used) in Usings("Awards.Domain").Concat(Usings("Awards.Documents")))
            used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal).ShouldBeFalse(file);
    }

    private static IEnumerable<(string File, string Used)> Usings(string folder) =>
        Directory.GetFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => (file, match.Groups[1].Value)));

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
