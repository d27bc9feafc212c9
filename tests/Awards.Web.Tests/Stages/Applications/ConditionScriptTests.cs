using System.Diagnostics;
using Awards.Web.Platform;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>The script in the browser evaluates conditions as the server does, and reads what is typed as the server does.</summary>
public sealed class ConditionScriptTests
{
    private static readonly string Root = Installation.FindRoot();

    [Fact]
    public async Task The_cases_of_the_domain_hold_in_the_script() => (await RunAsync("""
        const cases = JSON.parse(readFileSync(process.argv[3], 'utf8'));
        const answer = answers => key => {
          const [code, row] = key.split('.');
          if (!row) return answers[code] ?? '';
          return (answers[code] ?? '').split(';').map(one => one.split('=')).find(one => one[0] === row)?.[1] ?? '';
        };
        const wrong = cases.filter(each => script.evaluate(each.if, answer(each.answers)) !== each.is);
        console.log(cases.length > 30 ? JSON.stringify(wrong) : 'too few cases');
        """, Path.Combine(Root, "tests", "Awards.Domain.Tests", "Calls", "conditions.json"))).ShouldBe("[]");

    [Theory]
    [InlineData("number", "1.250,50", "1250.5")]
    [InlineData("number", "1.5", "")]
    [InlineData("number", "-0,0", "0")]
    [InlineData("number", "007", "7")]
    [InlineData("number", "33,3 %", "33.3")]
    [InlineData("whole", "1.250", "1250")]
    [InlineData("whole", "1,5", "")]
    [InlineData("money", "1.250,50 Euro", "125050")]
    [InlineData("money", "25000", "2500000")]
    [InlineData("money", "12,5", "")]
    [InlineData("date", "1.2.2018", "2018-02-01")]
    [InlineData("date", "31.02.2018", "")]
    [InlineData("date", "2018-02-01", "2018-02-01")]
    [InlineData("text", " ja ", "ja")]
    public async Task What_is_typed_is_read_as_the_server_reads_it(string kind, string typed, string canonical) =>
        (await RunAsync("console.log(`[${script.canonical(process.argv[3], process.argv[4])}]`);", kind, typed)).ShouldBe($"[{canonical}]");

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--input-type=module");
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add($"""
            import {"{"} readFileSync {"}"} from 'node:fs';
            const script = await import('data:text/javascript;base64,' + readFileSync(process.argv[2]).toString('base64'));
            {program}
            """);
        foreach (var argument in (IEnumerable<string>)["--", "script", Path.Combine(Root, "wwwroot", "js", "conditions.js"), .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        var complaints = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        complaints.ShouldBeEmpty();
        return output.Trim();
    }
}
