using System.Text.Json;
using Awards.Web.CommandLine;

namespace Awards.Web.Tests.CommandLine;

/// <summary>The pair solver on files; without a database.</summary>
public sealed class AssignCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awards-assign-").FullName;

    private string Source => Path.Combine(_folder, "task.json");
    private string Target => Path.Combine(_folder, "result.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_task_with_all_fields_is_solved_and_written()
    {
        var run = await SolveAsync("""
            {"perEntry":2,"seed":1,"pairCap":null,"reviewers":[{"id":"r1","min":0,"max":30,"discipline":"planning"},{"id":"r2"},{"id":"r3"},{"id":"r7"}],
             "entries":[{"id":"e1","group":"LK"},{"id":"e2","group":"KS"},{"id":"e3"}],"conflicts":[["r1","e1"]],"affinity":[["r1","e2",2.0]],
             "locked":[["r1","e3"]],"objective":["balance","pairs","mix","affinity"]}
            """);
        run.ShouldSatisfyAllConditions(() => run.Code.ShouldBe(0, run.Errors), () => run.Output.ShouldContain("3 Beiträge"));
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(Target));
        var root = result.RootElement;
        root.EnumerateObject().Select(each => each.Name).ShouldBe(["status", "assignments", "terms", "why", "milliseconds"]);
        root.GetProperty("terms").EnumerateObject().Select(each => each.Name).ShouldBe(["maxLoad", "loadSpread", "pairs", "mix", "affinity"]);
        var assigned = root.GetProperty("assignments").EnumerateArray().Select(each => each.EnumerateArray().Select(part => part.GetString()!).ToList()).ToList();
        assigned.Select(each => each[0]).ShouldBe(["e1", "e2", "e3"]);
        assigned[0].ShouldNotContain("r1");
        assigned[1].ShouldContain("r1");
        assigned[2].ShouldContain("r1");
        root.GetProperty("terms").GetProperty("affinity").GetProperty("value").GetDecimal().ShouldBe(2);
        root.GetProperty("why").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task That_there_is_no_plan_is_an_answer()
    {
        var run = await SolveAsync("""{"reviewers":[{"id":"Planung \"A\""},{"id":"r2"}],"entries":[{"id":"e41"}],"conflicts":[["r2","e41"]]}""");
        run.Code.ShouldBe(0, run.Errors);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(Target));
        result.RootElement.GetProperty("status").GetString().ShouldBe("infeasible");
        result.RootElement.GetProperty("assignments").GetArrayLength().ShouldBe(0);
        result.RootElement.GetProperty("why")[0].GetString().ShouldBe("Beitrag e41: nur 1 von 2 nötigen Prüfenden ohne Befangenheit (Planung \"A\").");
    }

    [Theory]
    [InlineData("{", "keine JSON-Datei (Zeile 1)")]
    [InlineData("""{"reviewer":[]}""", "„reviewer“")]
    [InlineData("""{"reviewers":[{"id":"r1","max":"3"}]}""", "reviewers[0].max: erwartet wird eine ganze Zahl")]
    [InlineData("""{"reviewers":[{"id":""}]}""", "reviewers[0].id")]
    [InlineData("""{"entries":[{"id":"e1"}],"conflicts":[["r1","e1"]]}""", "„r1“ steht nicht unter den Prüfenden")]
    [InlineData("""{"conflicts":[["r1"]]}""", "conflicts[0]")]
    [InlineData("""{"objective":["speed"]}""", "balance, pairs, mix oder affinity")]
    [InlineData("[]", "ein Objekt")]
    public async Task A_faulty_file_is_bad_input_and_leaves_no_answer(string content, string words)
    {
        var run = await SolveAsync(content);
        run.ShouldSatisfyAllConditions(() => run.Code.ShouldBe(2), () => run.Errors.ShouldContain(words), () => File.Exists(Target).ShouldBeFalse());
    }

    [Fact]
    public async Task Missing_files_and_limits_that_are_none_are_bad_input()
    {
        (await RunAsync("assign", Source, "--out", Target)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(2), run => run.Errors.ShouldContain("gibt es nicht"));
        await File.WriteAllTextAsync(Source, "{}");
        (await RunAsync("assign", Source, "--out", Target, "--time-limit", "0")).Code.ShouldBe(2);
        (await RunAsync("assign", Source, "--out", Target, "--time-limit", "1,5")).Errors.ShouldContain("--time-limit 1,5");
        (await RunAsync("assign", Source, "--out", _folder)).Errors.ShouldContain("Verzeichnis");
        (await RunAsync("assign", Source)).Code.ShouldBe(2);
    }

    private async Task<(int Code, string Output, string Errors)> SolveAsync(string content)
    {
        await File.WriteAllTextAsync(Source, content);
        return await RunAsync("assign", Source, "--out", Target);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await AwardsCommands.RunAsync(args, output, errors), output.ToString(), errors.ToString());
    }
}
