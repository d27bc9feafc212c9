using System.Text;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Entries;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

public sealed class EntryFileTests : IAsyncLifetime
{
    private const string Header = "nr,municipality_type,needs_analysis,written_concept,integration_concept,embedded_in_concept,evaluation,evaluation_kind,actors_internal,actors_external,cooperation_agreement,fields_of_action,places,target_groups,duration,funding_secured,funding_sources";
    private const string Good = "7,Landkreis,yes,,no,,planned,self,council;youth,,no,culture;sport,,,permanent,open,";

    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_is_imported_comes_out_the_same_with_empty_cells_and_order_of_lists()
    {
        string[] rows = [Good, "9,kreisfreie Stadt,,,,,,,youth;council,,,,,,,,", "12,kreisangehörige Kommune,no,no,no,yes,no,external,,other,,,,,,,eu"];
        var file = Lines([Header, .. rows]);
        (await ImportAsync(file)).ShouldBeEmpty();
        (await ExportAsync()).ShouldBe(file.Replace("\n", "\r\n", StringComparison.Ordinal));
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_applicant_nobody_knows_gets_a_name_by_number()
    {
        await ImportAsync(Lines([Header, Good]));
        (await _host.DbAsync(db => db.Entries.Select(entry => entry.ApplicantName).SingleAsync())).ShouldBe("Kommune 7 (importiert)");
    }

    [Theory]
    [InlineData("unknown type", "7,Dorf,yes,,,,,,,,,,,,,,", "Zeile 3, Spalte „municipality_type“: „Dorf“")]
    [InlineData("unknown code", "7,Landkreis,maybe,,,,,,,,,,,,,,", "Zeile 3, Spalte „needs_analysis“: „maybe“")]
    [InlineData("unknown code in a list", "7,Landkreis,,,,,,,council;elves,,,,,,,,", "Zeile 3, Spalte „actors_internal“: „elves“")]
    [InlineData("named twice in a list", "7,Landkreis,,,,,,,council;council,,,,,,,,", "Zeile 3, Spalte „actors_internal“: „council“ ist zweimal genannt")]
    [InlineData("twice in the file", "1,Landkreis,yes,,,,,,,,,,,,,,", "Zeile 3, Spalte „nr“: Die Nummer 1 steht schon in Zeile 2")]
    [InlineData("no number", "x,Landkreis,yes,,,,,,,,,,,,,,", "Zeile 3, Spalte „nr“: „x“")]
    [InlineData("cut row", "7,Landkreis,yes", "Zeile 3: Die Zeile hat 3 statt 17 Spalten")]
    [InlineData("open quote", "7,\"Landkreis,yes,,,,,,,,,,,,,,", "Zeile 3: ")]
    public async Task Bad_rows_are_named_by_line_and_column_and_nothing_is_imported(string what, string row, string fault)
    {
        var faults = await ImportAsync(Lines([Header, "1,Landkreis,yes,,,,,,,,,,,,,,", row]));
        faults.Count.ShouldBe(1, what);
        faults[0].ShouldStartWith(fault);
        (await _host.DbAsync(db => db.Entries.CountAsync())).ShouldBe(0);
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_number_that_the_call_has_already_is_refused_and_everything_stays_as_it_was()
    {
        await ImportAsync(Lines([Header, Good]));
        var faults = await ImportAsync(Lines([Header, "8,Landkreis,,,,,,,,,,,,,,,", Good]));
        faults.ShouldBe(["Zeile 3, Spalte „nr“: Die Nummer 7 gibt es in diesem Wettbewerb schon."]);
        (await _host.DbAsync(db => db.Entries.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_named_at_once()
    {
        var faults = await ImportAsync(Lines([Header, "x,Dorf,maybe,,,,,,,,,,,,,,", "2,Landkreis"]));
        faults.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_missing_an_unknown_and_a_repeated_column_are_named()
    {
        var faults = await ImportAsync(Lines([Header.Replace("places", "nr", StringComparison.Ordinal) + ",extra"]));
        faults.ShouldBe([
            "Zeile 1, Spalte „places“: Die Spalte fehlt in der Kopfzeile.",
            "Zeile 1, Spalte „extra“: Diese Spalte gibt es im Fragebogen nicht.",
            "Zeile 1, Spalte „nr“: Die Spalte steht mehrmals in der Kopfzeile.",
        ]);
    }

    [Fact]
    public async Task An_empty_a_binary_and_a_foreign_encoding_are_refused()
    {
        (await ImportAsync("")).Single().ShouldStartWith("Die Datei ist leer");
        (await ImportAsync(Lines([Header, "1,\0"]))).Single().ShouldStartWith("Zeile 2: Das ist keine Textdatei");
        (await ImportAsync(Encoding.Latin1.GetBytes("nr\n1,kreisangehörige Kommune"))).Single().ShouldStartWith("Zeile 2: Die Datei ist nicht in UTF-8");
    }

    [Fact]
    public async Task A_cell_of_three_megabytes_is_refused_by_its_size()
    {
        var faults = await ImportAsync(Lines([Header, "1,Landkreis,yes,,,,,," + new string('x', 3_000_000) + ",,,,,,,,"]));
        faults.ShouldBe(["Zeile 2, Spalte „actors_internal“: Die Zelle hat 3.000.000 Zeichen, erlaubt sind 100.000."]);
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_a_byte_order_mark_does_not_matter()
    {
        var columns = Header.Split(',');
        var cells = Good.Split(',');
        var file = "\uFEFF" + Lines([string.Join(',', columns.Reverse()), string.Join(',', cells.Reverse())]);
        (await ImportAsync(file)).ShouldBeEmpty();
        (await ExportAsync()).ShouldBe(Lines([Header, Good]).Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("-5", "-5")]
    [InlineData("-5+cmd", "'-5+cmd")]
    [InlineData("@x", "'@x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("plain", "plain")]
    public void Formulas_are_guarded_and_come_back_as_they_were(string text, string guarded)
    {
        EntryCsv.Guard(text).ShouldBe(guarded);
        EntryCsv.Unguard(guarded).ShouldBe(text);
    }

    private static string Lines(string[] lines) => string.Join('\n', lines) + "\n";

    private Task<List<string>> ImportAsync(string file) => ImportAsync(Encoding.UTF8.GetBytes(file));

    private Task<List<string>> ImportAsync(byte[] file) => _host.DbAsync(async db =>
    {
        var (_, faults) = await EntryImport.ImportAsync(db, _world.Call, file, WriteContext.System(_host.Clock.Now, "Test"));
        return faults.Select(fault => fault.ToString()).ToList();
    });

    private Task<string> ExportAsync() => _host.DbAsync(async db =>
    {
        using var text = new StringWriter();
        await EntryCsvWriter.WriteAsync(db, _world.Call, text);
        return text.ToString();
    });
}
