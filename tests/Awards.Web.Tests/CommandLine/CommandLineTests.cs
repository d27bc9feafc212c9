using System.Text.Json;
using Awards.Testing;
using Awards.Web.CommandLine;
using Awards.Web.Data;
using Awards.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.CommandLine;

[Collection("environment variables")]
public sealed class CommandLineTests : IAsyncLifetime
{
    private const string ConnectionVariable = "ConnectionStrings__Awards";

    private TestDatabase _database = null!;

    private string Data => _database.Folder;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Environment.SetEnvironmentVariable(ConnectionVariable, _database.Postgres);
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(ConnectionVariable, null);
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("import entries")]
    [InlineData("export")]
    [InlineData("export entries")]
    [InlineData("import municipalities")]
    [InlineData("export municipalities")]
    [InlineData("statistics")]
    [InlineData("backup")]
    [InlineData("invite")]
    [InlineData("restore")]
    [InlineData("privacy erase")]
    [InlineData("privacy retention")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var (code, output, errors) = await RunAsync([.. verb.Split(' '), "--help"]);
        (code, errors).ShouldBe((0, ""));
        output.ShouldContain("--help");
    }

    [Fact]
    public async Task Without_a_verb_there_is_help()
    {
        var (code, output, _) = await RunAsync([]);
        code.ShouldBe(0);
        foreach (var verb in new[] { "demo", "serve", "migrate", "check", "import", "export", "statistics", "backup", "restore", "invite" }) output.ShouldContain(verb);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("invite leitung@institut.example --call gibt-es-nicht")]
    [InlineData("invite keine-adresse --call zusammenleben-heute")]
    [InlineData("invite leitung@institut.example --call zusammenleben-heute --role Kaiser")]
    [InlineData("statistics --out x")]
    [InlineData("statistics --call gibt-es-nicht --out {data}/x")]
    [InlineData("statistics --call zusammenleben-2017 --out {data}/x --format pdf2")]
    [InlineData("import entries --call zusammenleben-heute {data}/fehlt.csv")]
    [InlineData("export entries --call zusammenleben-2017 --out {data}")]
    [InlineData("export entries --call zusammenleben-2017 --out {data}/gibt/es/nicht.csv")]
    [InlineData("privacy erase --person niemand@test.example")]
    [InlineData("check --head quark")]
    [InlineData("migrate --app-role Groß")]
    [InlineData("migrate --app-role gibt_es_nicht")]
    [InlineData("demo --stage quark --no-serve")]
    [InlineData("demo --no-serve --urls http://0.0.0.0:5080")]
    public async Task Bad_input_is_exit_code_2_with_one_line_and_no_stack_trace(string line)
    {
        await DemoAsync();
        var (code, _, errors) = await RunAsync(line.Replace("{data}", Data, StringComparison.Ordinal).Split(' '));
        code.ShouldBe(2, errors);
        errors.Trim().Split('\n').ShouldHaveSingleItem();
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_demo_can_be_made_once_checked_and_asked_for_its_tables()
    {
        await DemoAsync();
        var (code, output, errors) = await RunAsync(["check"]);
        (code, errors).ShouldBe((0, ""));
        output.ShouldStartWith("Protokoll: 0 Zeilen verkettet, Werte von 0 Zeilen gelöscht. Ende der Kette: 0:0000");
        output.ShouldContain("\nProtokoll: 2 Zeilen noch nicht verkettet, älteste seit ");
        output.ShouldEndWith("\nAlles in Ordnung.\n");
        var tables = Path.Combine(Data, "tables");
        (await RunAsync(["statistics", "--call", "zusammenleben-2017", "--out", tables])).Code.ShouldBe(0);
        Directory.GetFiles(tables).Length.ShouldBe(18);
        using var first = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(tables, "table-1.json")));
        var total = first.RootElement.GetProperty("rows")[3];
        total.GetProperty("code").GetString().ShouldBe("total");
        total.GetProperty("base").GetInt32().ShouldBe(142);
        total.GetProperty("cells")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("{\"code\":\"yes\",\"count\":119,\"percent\":\"83.8\"}");
        (await File.ReadAllLinesAsync(Path.Combine(tables, "table-1.csv")))[1].ShouldBe("KS,kreisfreie Städte,yes,Ja,44,41,93.2");
    }

    [Fact]
    public async Task A_call_without_entries_exports_just_the_header_and_has_empty_percentages()
    {
        await DemoAsync();
        var file = Path.Combine(Data, "entries.csv");
        (await RunAsync(["export", "entries", "--call", "zusammenleben-heute", "--out", file])).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("nr,municipality_type,");
        var tables = Path.Combine(Data, "tables");
        (await RunAsync(["statistics", "--call", "zusammenleben-heute", "--out", tables, "--format", "json"])).Code.ShouldBe(0);
        Directory.GetFiles(tables).Length.ShouldBe(9);
        using var first = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(tables, "table-1.json")));
        first.RootElement.GetProperty("n").GetInt32().ShouldBe(0);
        first.RootElement.GetProperty("rows")[0].GetProperty("cells")[0].GetProperty("percent").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_one_call_exports_another_imports_and_a_second_import_is_refused()
    {
        await DemoAsync();
        var file = Path.Combine(Data, "entries.csv");
        await RunAsync(["export", "entries", "--call", "zusammenleben-2017", "--out", file]);
        (await RunAsync(["import", "entries", "--call", "zusammenleben-heute", file])).Code.ShouldBe(0);
        var (code, _, errors) = await RunAsync(["import", "entries", "--call", "zusammenleben-heute", file]);
        code.ShouldBe(2);
        errors.Trim().Split('\n').Length.ShouldBe(142);
        var again = Path.Combine(Data, "again.csv");
        await RunAsync(["export", "entries", "--call", "zusammenleben-heute", "--out", again]);
        (await File.ReadAllBytesAsync(again)).ShouldBe(await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Inviting_prints_a_link_of_which_the_database_keeps_only_a_digest()
    {
        await RunAsync(["demo", "--no-serve"]);
        var (code, output, errors) = await RunAsync(["invite", "leitung@institut.example", "--call", "zusammenleben-heute"]);
        (code, errors).ShouldBe((0, ""));
        var link = output.Split(Environment.NewLine)[0];
        link.ShouldStartWith("http://localhost:5080/einladung/");
        await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), _database.Folder), settings: TestDatabase.Settings(_database.Postgres));
        using var scope = app.Services.CreateScope();
        var invitation = await scope.ServiceProvider.GetRequiredService<AwardsDbContext>().Invitations.SingleAsync();
        invitation.TokenHash.ShouldBe(Awards.Web.Platform.Security.LinkToken.Hash(link.Split('/')[^1]));
        invitation.Roles.ShouldBe([Awards.Domain.Accounts.CallRole.Lead]);
    }

    [Fact]
    public async Task Another_stage_on_existing_data_is_refused_with_a_word_on_data()
    {
        await DemoAsync();
        var (code, _, errors) = await RunAsync(["demo", "--no-serve", "--stage", "open"]);
        code.ShouldBe(2);
        errors.ShouldContain("--data");
    }

    [Fact]
    public async Task An_empty_directory_has_no_database_and_the_message_says_how_to_get_one()
    {
        if (TestDatabase.OnPostgres) return;
        File.Delete(Path.Combine(Data, "awards.db"));
        var (code, _, errors) = await RunAsync(["check"]);
        code.ShouldBe(2);
        errors.ShouldContain("./awards migrate");
    }

    private async Task DemoAsync() => (await RunAsync(["demo", "--no-serve"])).Code.ShouldBe(0);

    private async Task<(int Code, string Output, string Errors)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var bare = args.Length == 0 || args.Contains("--help") || args[0] == "bogus";
        var code = await AwardsCommands.RunAsync(bare ? args : [.. args, "--data", Data], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
