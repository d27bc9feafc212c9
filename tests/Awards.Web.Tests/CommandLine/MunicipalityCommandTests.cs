using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.CommandLine;
using Awards.Web.Data;
using Awards.Web.Data.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.CommandLine;

[Collection("environment variables")]
public sealed class MunicipalityCommandTests : IAsyncLifetime
{
    private const string ConnectionVariable = "ConnectionStrings__Awards";

    private AwardsHost _host = null!;

    private string File => Path.Combine(_host.Folder, "register.txt");
    private string Csv => Path.Combine(_host.Folder, "register.csv");

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        Environment.SetEnvironmentVariable(ConnectionVariable, _host.Postgres);
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(ConnectionVariable, null);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_register_comes_in_and_goes_out()
    {
        await System.IO.File.WriteAllBytesAsync(File, new RegisterText().City("05515", "Münster, Stadt", 320_000, 30_300).District("05558", "Coesfeld", "43").Association("05558", "5001", "Beispiel")
            .Town("05558016", "Dülmen, Stadt", "63", 47_000, 18_500, postcode: "48249").Town("05558020", "Havixbeck", association: "5001").Town("05558024", "Forst/Heide", "66", 0, 100, postcode: "").Bytes);
        (await RunAsync("import", "municipalities", File)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(0), run => run.Errors.ShouldBeEmpty(),
            run => run.Output.ShouldContain("Gebietsstand 30.11.2025: 4 Gemeinden, 2 Kreise und kreisfreie Städte, 4 Gemeindeverbände, 372000 Einwohner."), run => run.Output.ShouldContain("Neu: 6. Geändert: 0. Unverändert: 0."));
        (await RunAsync("export", "municipalities", "--out", Csv)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(0), run => run.Output.ShouldContain("6 Einträge geschrieben."));
        (await System.IO.File.ReadAllTextAsync(Csv)).Replace("\r\n", "\n", StringComparison.Ordinal).ShouldBe("""
            key,name,type,state,district,population,area_ha,postcode,text_key,edition
            05515000,"Münster, Stadt",KS,NW,,320000,30300,48000,61,2025-11-30
            05558016,"Dülmen, Stadt",KA,NW,Kreis Coesfeld,47000,18500,48249,63,2025-11-30
            05558020,Havixbeck,KA,NW,Kreis Coesfeld,5000,3000,48000,64,2025-11-30
            05558024,Forst/Heide,not_eligible,NW,Kreis Coesfeld,0,100,,66,2025-11-30
            05558,Coesfeld,LK,NW,,52000,21600,,43,2025-11-30
            055585001,Beispiel,KA,NW,Kreis Coesfeld,5000,3000,,52,2025-11-30

            """);
        var rows = await _host.DbAsync(db => db.AuditRows.Include(row => row.Values).Where(row => row.ObjectType == nameof(Municipality)).OrderBy(row => row.Id).ToListAsync());
        rows.Select(row => row.Action).ShouldBe([AuditAction.RegisterImported, AuditAction.RegisterExported]);
        rows[0].Values!.Json.ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await System.IO.File.ReadAllBytesAsync(File))));
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_corrupt_file_changes_nothing_and_names_its_faults_line_by_line()
    {
        var lines = new RegisterText().City("05515", "Münster, Stadt").Lines.ToList();
        lines[3] = "0060" + lines[3][2..];
        await System.IO.File.WriteAllLinesAsync(File, lines);
        var run = await RunAsync("import", "municipalities", File);
        (run.Code, run.Output).ShouldBe((2, ""));
        run.Errors.TrimEnd().ShouldBe("Zeile 4: Die Zeile hat 222 Zeichen; erwartet werden genau 220.");
        (await _host.DbAsync(db => db.Municipalities.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_older_edition_a_missing_file_and_a_folder_are_bad_input()
    {
        await System.IO.File.WriteAllBytesAsync(File, new RegisterText("20261231").City("05515", "Münster, Stadt").Bytes);
        (await RunAsync("import", "municipalities", File)).Code.ShouldBe(0);
        await System.IO.File.WriteAllBytesAsync(File, new RegisterText("20251130").City("05515", "Münster, Stadt").Bytes);
        (await RunAsync("import", "municipalities", File)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(2), run => run.Errors.ShouldContain("Ein älterer ersetzt keinen neueren."));
        (await RunAsync("import", "municipalities", File + ".fehlt")).Code.ShouldBe(2);
        (await RunAsync("export", "municipalities", "--out", _host.Folder)).Code.ShouldBe(2);
        (await RunAsync("import", "municipalities")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Before_the_first_import_an_export_is_the_header_alone()
    {
        (await RunAsync("export", "municipalities", "--out", Csv)).Code.ShouldBe(0);
        (await System.IO.File.ReadAllTextAsync(Csv)).TrimEnd().ShouldBe(string.Join(',', RegisterCsv.Columns));
    }

    [SharedFact]
    public async Task The_official_edition_joins_the_demo_and_comes_out_whole()
    {
        await _host.SeedDemoAsync(Web.Data.Seeding.DemoStage.Open);
        var before = await _host.DbAsync(db => db.Municipalities.CountAsync());
        var official = Path.Combine(SharedFactAttribute.Folder, "reference", "municipalities", "GV100AD_30112025.txt");
        var run = await RunAsync("import", "municipalities", official);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Mit vorhandenen Einträgen verknüpft: 128");
        run.Output.ShouldNotContain("Nicht eindeutig");
        (await _host.DbAsync(db => db.Municipalities.CountAsync())).ShouldBe(12_450 + before - 128);
        (await _host.DbAsync(db => db.Municipalities.SingleAsync(each => each.Name == "Landkreis Osnabrück"))).OfficialKey.ShouldBe("03459");
        (await RunAsync("export", "municipalities", "--out", Csv)).Code.ShouldBe(0);
        var rows = (await System.IO.File.ReadAllLinesAsync(Csv)).Skip(1).Select(line => (Key: line[..line.IndexOf(',', StringComparison.Ordinal)], Line: line)).ToList();
        rows.Select(row => row.Key).Distinct().Count().ShouldBe(12_450);
        rows.Count(row => row.Key.Length == 8).ShouldBe(10_953);
        rows.Count(row => row.Line.Contains(",not_eligible,", StringComparison.Ordinal)).ShouldBe(202);
        rows.Count(row => row.Key.Length == 5).ShouldBe(294);
        rows.Count(row => row.Line.Contains(",KS,", StringComparison.Ordinal)).ShouldBe(106);
        (await _host.DbAsync(db => db.Municipalities.Where(each => each.Kind == MunicipalityKind.Municipality && each.OfficialKey != null).SumAsync(each => (long)each.Population!))).ShouldBe(83_577_140);
        (await RunAsync("import", "municipalities", official)).Output.ShouldContain("Neu: 0. Geändert: 0. Unverändert: 12450.");
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await AwardsCommands.RunAsync([.. args, "--data", _host.Folder], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
