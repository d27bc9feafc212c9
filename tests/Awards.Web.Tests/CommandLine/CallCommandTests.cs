using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.CommandLine;

[Collection("environment variables")]
public sealed class CallCommandTests : IAsyncLifetime
{
    private const string ConnectionVariable = "ConnectionStrings__Awards";
    private AwardsHost _host = null!;
    private World _world = null!;

    private string File => Path.Combine(_host.Folder, "call.json");

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        Environment.SetEnvironmentVariable(ConnectionVariable, _host.Postgres);
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(ConnectionVariable, null);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_call_goes_out_and_comes_back_as_the_same_bytes()
    {
        (await RunAsync("export", "call", "--call", World.Slug, "--out", File)).Code.ShouldBe(0);
        var text = (await System.IO.File.ReadAllTextAsync(File)).Replace($"\"slug\": \"{World.Slug}\"", "\"slug\": \"zweiter\"", StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(File, text);
        (await RunAsync("import", "call", File)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(0, run.Errors), run => run.Output.ShouldContain("zweiter"));
        var back = Path.Combine(_host.Folder, "back.json");
        (await RunAsync("export", "call", "--call", "zweiter", "--out", back)).Code.ShouldBe(0);
        (await System.IO.File.ReadAllBytesAsync(back)).ShouldBe(await System.IO.File.ReadAllBytesAsync(File));
        (await RunAsync("import", "call", File)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(2), run => run.Errors.ShouldContain("--replace"));
    }

    [Fact]
    public async Task Replacing_keeps_what_is_answered()
    {
        await _world.SubmitAsync(1, answers: AnswerSet.Empty.With("duration", "permanent"));
        (await RunAsync("export", "call", "--call", World.Slug, "--out", File)).Code.ShouldBe(0);
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(File, text.Replace("\"code\": \"permanent\"", "\"code\": \"forever\"", StringComparison.Ordinal));
        (await RunAsync("import", "call", File, "--replace")).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(2), run => run.Errors.ShouldContain("M-2026-E001"));
        await System.IO.File.WriteAllTextAsync(File, text.Replace("Bundeswettbewerb", "Wettbewerb des Bundes", StringComparison.Ordinal));
        (await RunAsync("import", "call", File, "--replace")).Code.ShouldBe(0);
        (await _host.DbAsync(db => db.Calls.AsNoTracking().CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("{", "Zeile 1")]
    [InlineData("{\n\"slug\": \"x\",\n\"titel\": \"y\"}", "Zeile 3")]
    public async Task A_broken_file_is_bad_input_with_its_line(string content, string words)
    {
        await System.IO.File.WriteAllTextAsync(File, content);
        (await RunAsync("import", "call", File)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(2), run => run.Errors.ShouldContain(words), run => run.Errors.Trim().ShouldNotContain("\n"));
    }

    [Fact]
    public async Task Faults_of_a_released_call_are_named_one_per_line()
    {
        (await RunAsync("export", "call", "--call", World.Slug, "--out", File)).Code.ShouldBe(0);
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(File, text.Replace($"\"slug\": \"{World.Slug}\"", "\"slug\": \"kaputt\"", StringComparison.Ordinal).Replace("\"numberPrefix\": \"M-2026\"", "\"numberPrefix\": \"\"", StringComparison.Ordinal)
            .Replace("\"maxSingleProjects\": 2", "\"maxSingleProjects\": 200", StringComparison.Ordinal));
        var run = await RunAsync("import", "call", File);
        run.Code.ShouldBe(2);
        run.Errors.Trim().Split('\n').Length.ShouldBe(2, run.Errors);
        (await _host.DbAsync(db => db.Calls.AsNoTracking().AnyAsync(call => call.Slug == "kaputt"))).ShouldBeFalse();
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await AwardsCommands.RunAsync([.. args, "--data", _host.Folder], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
