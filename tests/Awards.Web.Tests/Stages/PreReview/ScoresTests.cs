using System.Net;
using System.Text;
using Awards.Documents.Workbooks;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>The page of scores with its pictures and files.</summary>
public sealed class ScoresTests : IAsyncLifetime
{
    private const string Address = $"/institut/{World.Slug}/auswertung";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Without_entries_the_page_says_what_will_be_here() => (await _lead.GetAsync(Address)).TextOf("main").ShouldContain("Hier stehen Punkte, Rangfolge und Übereinstimmung");

    [Fact]
    public async Task It_is_linked_where_the_lead_looks()
    {
        (await _lead.GetAsync($"/institut/{World.Slug}")).Page.QuerySelectorAll($"a[href='{Address}']").ShouldNotBeEmpty();
        (await _lead.GetAsync($"/institut/{World.Slug}/beitraege")).Page.QuerySelectorAll($"a[href='{Address}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task From_one_entry_nothing_is_computed()
    {
        await ReviewedAsync(1, 5, 2);
        await _world.HandInAsync((await _world.AssignAsync(await _world.AdmitAsync(4)))[0].Id, 1);
        var page = await _lead.GetAsync(Address);
        page.TextOf("main").ShouldContain("Gezählt sind 1 von 2 Beiträgen");
        page.TextOf("main").ShouldContain("1 sind noch versiegelt");
        page.TextOf("main").ShouldContain("Aus weniger als zwei Beiträgen wird nichts berechnet");
        page.TextsOf("table caption").ShouldBe(["Kreisfreie Städte: 1 von 2 Beiträgen"]);
        page.Page.QuerySelectorAll("img.chart").ShouldBeEmpty();
        foreach (var kind in new[] { "gruppen", "kommunentypen", "paare", "gibt-es-nicht" }) (await _lead.GetAsync($"{Address}/{kind}.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Groups_types_agreement_reviewers_and_ranking_stand_in_tables()
    {
        await ReviewedAsync(1, 5, 2, Vote.Suitable, Vote.NotSuitable);
        await ReviewedAsync(4, 4, null);
        await ReviewedAsync(1, 1, 2);
        await ReviewedAsync(1, 3, 4);
        await ReviewedAsync(3, 4, 4);
        await _world.AdmitAsync(1);
        var page = await _lead.GetAsync(Address);
        page.TextOf("main").ShouldContain("Gezählt sind 5 von 6 Beiträgen");
        // 3.5, 1.5 and 3.5; the fourth has no mean; the only one of the other group is not described.
        Rows(page, "Kreisfreie Städte: 4 von 5 Beiträgen").Select(row => string.Join('|', row.Take(5))).ShouldBe(
            ["1|M-2026-001, Musterstadt 1|3,50|–|3,00", "1|M-2026-004, Musterstadt 1|3,50|–|1,00", "3|M-2026-003, Musterstadt 1|1,50|–|1,00", "–|M-2026-002, Musterstadt 4|–|–|–"]);
        var items = _world.Call.Definition.EntrySheet.Items.Count;
        Rows(page, "Kreisfreie Städte: 4 von 5 Beiträgen").Select(row => row[6]).ShouldBe([$"{2 * items}", $"{2 * items}", $"{2 * items}", $"{items} (+{items})"]);
        Rows(page, "Punkte der Paare (Prämierungsgruppe)").ShouldBe(
        [
            ["Kreisfreie Städte", "4 von 5", "2,83", "1,15", "1,50", "2,50", "3,50", "3,50", "3,50"],
            ["Landkreise", "1 von 1", "–", "–", "–", "–", "–", "–", "–"],
            ["insgesamt", "5 von 6", "3,13", "1,11", "1,50", "3,00", "3,50", "3,63", "4,00"],
        ]);
        Rows(page, "Prüfbögen nach Votum, in Klammern der Mittelwert ihrer Punkte (Prämierungsgruppe)")[0].ShouldBe(["Kreisfreie Städte", "7 (3,17)", "1", "0", "1"]);
        Rows(page, "Kriterien: Kreisfreie Städte (Prämierungsgruppe)")[0].Skip(1).ShouldBe(["1,0", "7 (+1)", "3,00", "1,41", "2,00", "3,00", "4,00", "0", "1", "2", "1", "2", "1"]);
        Rows(page, "Paare nach dem Unterschied ihrer Punkte").Select(row => string.Join('|', row)).Where(row => !row.EndsWith("|0|0", StringComparison.Ordinal)).ShouldBe(["0 bis 0,5|1|0", "1 bis 1,5|2|0", "3 bis 3,5|0|1"]);
        var agreement = Rows(page, "Übereinstimmung bei Votum und Punkten");
        agreement.Select(row => row[0]).ShouldBe(["Kreisfreie Städte", "insgesamt"]);
        agreement[0].Take(3).ShouldBe(["Kreisfreie Städte", "4", "75 %"]);
        Rows(page, "Übereinstimmung bei den Kriterien, alle Beiträge").Count.ShouldBe(items);
        Rows(page, "Prüfende mit ihren gezählten Prüfbögen").ShouldBe(
        [
            ["reviewer1", "5", "3,40", "1,52", "+0,25", "ja"],
            ["reviewer2", "5", "3,00", "1,15", "−0,25", "nein: weniger als fünf Prüfbögen"],
        ]);
    }

    [Fact]
    public async Task Points_are_adjusted_from_five_reviews_on()
    {
        foreach (var (one, two) in new[] { (1, 3), (2, 4), (3, 5), (2, 4), (1, 3) }) await ReviewedAsync(1, one, two);
        var rows = Rows(await _lead.GetAsync(Address), "Kreisfreie Städte: 5 von 5 Beiträgen");
        rows.Select(row => row[2]).ShouldBe(["4,00", "3,00", "3,00", "2,00", "2,00"]);
        rows.ShouldAllBe(row => row[3] != "–");
        rows[0][3].ShouldNotBe("4,00");
    }

    [Fact]
    public async Task Every_picture_has_a_text_and_is_drawn()
    {
        for (var number = 1; number <= 3; number++)
        {
            await ReviewedAsync(1, number, 4);
            await ReviewedAsync(3, 5 - number, 3, Vote.NotSuitable);
        }
        var pictures = (await _lead.GetAsync(Address)).Page.QuerySelectorAll("img.chart").ToList();
        pictures.Select(picture => picture.GetAttribute("src")).ShouldBe([$"{Address}/gruppen.svg", $"{Address}/kommunentypen.svg", $"{Address}/paare.svg"]);
        foreach (var picture in pictures)
        {
            picture.GetAttribute("alt")!.ShouldEndWith("Die Zahlen stehen in der Tabelle darunter.");
            var (status, type, svg) = await _lead.DownloadAsync(picture.GetAttribute("src")!);
            (status, type).ShouldBe((HttpStatusCode.OK, "image/svg+xml"));
            Encoding.UTF8.GetString(svg).ShouldStartWith("<svg ");
        }
    }

    [Fact]
    public async Task Files_hold_the_unrounded_figures_and_no_formula()
    {
        await ReviewedAsync(1, 5, 2, title: "=SUMME(A1)");
        await ReviewedAsync(1, 1, 2);
        await _world.AssignAsync(await _world.AdmitAsync(1));
        var (status, type, bytes) = await _lead.DownloadAsync($"{Address}.csv");
        (status, type).ShouldBe((HttpStatusCode.OK, "text/csv"));
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("number,name,title,type,group,rank,score,normalised,spread,vote_1,vote_2,rated,not_assessable,");
        lines[1].ShouldStartWith("M-2026-001,Musterstadt 1,'=SUMME(A1),KS,independent_cities,1,3.5,,3,geeignet,geeignet,");
        (await TextAsync("pruefende")).ShouldContain("reviewer2,2,2,0,-1,2,no,weniger als fünf Prüfbögen");
        (await TextAsync("uebereinstimmung")).ShouldContain("all,,insgesamt,votes_same,1,2,");
        (await TextAsync("verteilung")).ShouldContain("group,independent_cities,Kreisfreie Städte,3,2,2.5,1.414214,1.5,2,2.5,3,3.5,0,");
        (await TextAsync("kriterien")).ShouldContain(",4,0,2.5,");
        var (_, kind, workbook) = await _lead.DownloadAsync($"{Address}.xlsx");
        kind.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var sheets = WorkbookReader.Read(new MemoryStream(workbook));
        sheets.Select(sheet => sheet.Name).ShouldBe(["Rangfolge", "Verteilung der Punkte", "Kriterien", "Übereinstimmung der Paare", "Prüfende"]);
        sheets[0].Rows[1].Cells[2].ShouldBe("=SUMME(A1)");
        sheets[0].Rows[1].Cells[6].ShouldBe("3.5");
        foreach (var address in new[] { $"{Address}.json", $"{Address}.csv?tabelle=gibt-es-nicht" }) (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ScoresExported && row.PersonId == _world.Persons[Cast.Lead]))).ShouldBe(6);

        async Task<string> TextAsync(string table) => Encoding.UTF8.GetString((await _lead.DownloadAsync($"{Address}.csv?tabelle={table}")).Content);
    }

    [Fact]
    public async Task As_many_queries_for_one_as_for_many()
    {
        async Task<int> CountAsync(string address)
        {
            await _lead.GetAsync(address);
            _host.Queries.Reset();
            (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
            return _host.Queries.Count;
        }
        await ReviewedAsync(1, 5, 4);
        await ReviewedAsync(1, 3, 4);
        var (page, picture) = (await CountAsync(Address), await CountAsync($"{Address}/gruppen.svg"));
        for (var number = 2; number <= 12; number++) await ReviewedAsync(number, number % 6, 3, Vote.Suitable, Vote.NotSuitable);
        (await CountAsync(Address), await CountAsync($"{Address}/gruppen.svg")).ShouldBe((page, picture));
        page.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task In_english_too()
    {
        await ReviewedAsync(1, 5, 4);
        await ReviewedAsync(1, 3, 4);
        await _lead.GetAsync("/sprache?culture=en");
        var page = await _lead.GetAsync(Address);
        page.TextOf("h1").ShouldBe("Evaluation of the review sheets");
    }

    private async Task ReviewedAsync(int number, int? first, int? second, Vote one = Vote.Suitable, Vote two = Vote.Suitable, string? title = null)
    {
        var reviews = await _world.AssignAsync(await _world.AdmitAsync(number, texts: title is null ? null : new() { Title = title }));
        await _world.HandInAsync(reviews[0].Id, first, one);
        await _world.HandInAsync(reviews[1].Id, second, two);
    }

    /// <summary>Cells of the first table with a caption.</summary>
    private static List<List<string>> Rows(Answer page, string caption) => [.. page.Page.QuerySelectorAll("table").First(table => table.QuerySelector("caption")!.TextContent == caption)
        .QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())];
}
