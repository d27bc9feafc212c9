using System.Net;
using System.Text;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Publication;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Awards.Web.Stages.Statistics;
using Awards.Web.Tests.Data;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Statistics;

public sealed class TablesTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync() => _host = await AwardsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [SharedFact]
    public async Task Public_page_and_office_page_show_the_published_tables_cell_for_cell()
    {
        await _host.SeedDemoAsync(DemoStage.Published);
        using var published = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SharedFactAttribute.Folder, "reference", "zusammenleben-2017", "tables.json")));
        using var reader = _host.Visitor();
        using var lead = await _host.SignedInAsync("leitung@demo.example");
        foreach (var (visitor, address) in new[] { (reader, StatisticsLinks.Public(DemoSeeder.Reference)), (lead, StatisticsLinks.Office(DemoSeeder.Reference)) })
        {
            var page = await visitor.GetAsync(address);
            PublishedTables.Compare(TablesOnPage.Read(page), published.RootElement.GetProperty("tables")).ShouldBeGreaterThan(80, address);
            page.TextsOf(".table-note").Count(note => note.StartsWith("Mehrfachnennungen; Prozent aller zugelassenen Beiträge", StringComparison.Ordinal)).ShouldBe(3);
        }
        (await reader.GetAsync(StatisticsLinks.Public(DemoSeeder.Reference))).TextOf("main").ShouldContain("Die Antworten hinter diesen Tabellen sind für die Demonstration generiert.");
    }

    [Fact]
    public async Task Before_publication_the_public_page_says_from_when_and_shows_no_figure()
    {
        var world = await WithSnapshotAsync();
        using var reader = _host.Visitor();
        var page = await reader.GetAsync(StatisticsLinks.Public(World.Slug));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("main").ShouldContain("stehen hier ab dem 1. Februar 2027.");
        page.Page.QuerySelectorAll("table").ShouldBeEmpty();
        (await reader.GetAsync(StatisticsLinks.PublicFile(World.Slug, 1, "csv"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _host.Clock.Now = world.Publication().AddTicks(-10);
        (await reader.GetAsync(StatisticsLinks.Public(World.Slug))).Page.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_public_page_shows_the_latest_data_state_and_nothing_live()
    {
        var world = await WithSnapshotAsync();
        await world.AdmitAsync(2, MunicipalityType.District);
        _host.Clock.Now = world.Publication();
        using var reader = _host.Visitor();
        (await Tables(reader, StatisticsLinks.Public(World.Slug)))[0].N.ShouldBe(1);
        await TakeAsync(world, "Zweiter");
        (await Tables(reader, StatisticsLinks.Public(World.Slug)))[0].N.ShouldBe(2);
        (await reader.GetAsync(StatisticsLinks.Public(World.Slug))).TextOf("main").ShouldContain("Datenstand „Zweiter“ vom 1. Februar 2027. Zugelassene Beiträge: 2.");
        await reader.GetAsync("/sprache?culture=en");
        (await reader.GetAsync(StatisticsLinks.Public(World.Slug))).TextOf("#tab-1 caption").ShouldContain("Was an analysis of situation and needs made before the goals were set?");
    }

    [Fact]
    public async Task Without_a_data_state_the_published_page_says_what_will_come()
    {
        var world = await World.CreateAsync(_host);
        await world.AdmitAsync(1);
        _host.Clock.Now = world.Publication();
        using var reader = _host.Visitor();
        var page = await reader.GetAsync(StatisticsLinks.Public(World.Slug));
        page.TextOf("main").ShouldContain("Hier erscheinen die Tabellen");
        page.Page.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_entries_every_percentage_is_a_dash()
    {
        await World.CreateAsync(_host);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var tables = await Tables(lead, StatisticsLinks.Office(World.Slug));
        tables.Count.ShouldBe(9);
        tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Count == 0 && cell.Percent == null);
    }

    [Fact]
    public async Task Files_are_those_of_the_command_line()
    {
        var world = await WithSnapshotAsync();
        using var editor = await _host.SignedInAsync(Cast.Editor);
        var table = await _host.DbAsync(async db => CountedEntries.Tables(world.Call, await CountedEntries.LoadAsync(db, world.Call.Id))[4]);
        (await editor.DownloadAsync(StatisticsLinks.OfficeFile(World.Slug, 5, "csv"))).ShouldSatisfyAllConditions(
            file => file.Type.ShouldBe("text/csv"), file => Encoding.UTF8.GetString(file.Content).ShouldBe(TableFiles.Csv(table)));
        (await editor.DownloadAsync(StatisticsLinks.OfficeFile(World.Slug, 5, "json"))).ShouldSatisfyAllConditions(
            file => file.Type.ShouldBe("application/json"), file => Encoding.UTF8.GetString(file.Content).ShouldBe(TableFiles.Json(table)));
        foreach (var address in new[] { StatisticsLinks.OfficeFile(World.Slug, 99, "csv"), StatisticsLinks.OfficeFile(World.Slug, 5, "exe") })
            (await editor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        _host.Clock.Now = world.Publication();
        using var reader = _host.Visitor();
        Encoding.UTF8.GetString((await reader.DownloadAsync(StatisticsLinks.PublicFile(World.Slug, 5, "csv"))).Content).ShouldBe(TableFiles.Csv(table));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_entries_and_data_states()
    {
        var world = await WithSnapshotAsync();
        using var lead = await _host.SignedInAsync(Cast.Lead);
        await lead.GetAsync(StatisticsLinks.Office(World.Slug));
        var one = await CountAsync(lead, StatisticsLinks.Office(World.Slug));
        for (var number = 2; number <= 6; number++)
        {
            await world.AdmitAsync(number);
            await TakeAsync(world, $"Stand {number}");
        }
        (await CountAsync(lead, StatisticsLinks.Office(World.Slug))).ShouldBe(one);
        _host.Clock.Now = world.Publication();
        using var reader = _host.Visitor();
        (await CountAsync(reader, StatisticsLinks.Public(World.Slug))).ShouldBe(2);
    }

    [Theory]
    [InlineData(Cast.JuryMember)]
    [InlineData(Cast.Stranger)]
    [InlineData(Cast.OtherLead)]
    public async Task Live_tables_are_for_the_office_of_the_call(string mail)
    {
        await World.CreateAsync(_host);
        using var visitor = await _host.SignedInAsync(mail);
        foreach (var address in new[] { StatisticsLinks.Office(World.Slug), StatisticsLinks.OfficeFile(World.Slug, 1, "csv"), StatisticsLinks.Freeze(World.Slug) })
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
    }

    [Fact]
    public async Task Only_the_lead_freezes_a_data_state()
    {
        await World.CreateAsync(_host);
        using var editor = await _host.SignedInAsync(Cast.Editor);
        (await editor.GetAsync(StatisticsLinks.Office(World.Slug))).Page.QuerySelector($"a[href='{StatisticsLinks.Freeze(World.Slug)}']").ShouldBeNull();
        (await editor.GetAsync(StatisticsLinks.Freeze(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostRawAsync(StatisticsLinks.Freeze(World.Slug), new() { ["Name"] = "Presse" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_data_state_is_frozen_once_under_its_name_and_the_trail_says_so()
    {
        var world = await World.CreateAsync(_host);
        await world.AdmitAsync(1);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var form = await lead.GetAsync(StatisticsLinks.Freeze(World.Slug));
        form.TextOf("main").ShouldContain("Tabellen: 9. Zugelassene Beiträge: 1.");
        (await lead.SubmitAsync(form, "main form", new() { ["Name"] = " " })).TextOf("[data-errors] a[href='#Name']").ShouldBe("Bitte geben Sie dem Datenstand einen Namen.");
        (await lead.SubmitAsync(form, "main form", new() { ["Name"] = " Presse " })).Location.ShouldBe(StatisticsLinks.Office(World.Slug));
        var again = await lead.SubmitAsync(form, "main form", new() { ["Name"] = "Presse" });
        again.TextOf("[data-errors]").ShouldContain("Einen Datenstand „Presse“ gibt es schon.");
        again.Page.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe("Presse");
        var page = await lead.GetAsync(StatisticsLinks.Office(World.Slug));
        page.TextOf("[role=status]").ShouldContain("Der Datenstand „Presse“ ist festgehalten.");
        page.TextsOf("main > section:first-of-type tbody th").ShouldBe(["Presse"]);
        var snapshot = await _host.DbAsync(db => db.Snapshots.AsNoTracking().SingleAsync());
        (snapshot.Name, snapshot.Entries, snapshot.TakenAt).ShouldBe(("Presse", 1, _host.Clock.Now));
        var row = await _host.DbAsync(db => db.AuditRows.SingleAsync(each => each.Action == AuditAction.SnapshotTaken));
        (row.ObjectId, row.PersonId).ShouldBe((snapshot.Id, world.Persons[Cast.Lead]));
    }

    private async Task<World> WithSnapshotAsync()
    {
        var world = await World.CreateAsync(_host);
        await world.AdmitAsync(1, MunicipalityType.District);
        await TakeAsync(world, "Erster");
        return world;
    }

    private Task<Snapshot> TakeAsync(World world, string name) => world.WriteAsync(async db =>
    {
        var entries = await CountedEntries.LoadAsync(db, world.Call.Id);
        var snapshot = Snapshot.Take(world.Call, entries, name, new WriteContext(null, _host.Clock.Now)).Fact;
        db.Snapshots.Add(snapshot);
        return snapshot;
    });

    private static async Task<IReadOnlyList<Domain.Statistics.StatisticTable>> Tables(Visitor visitor, string address) => TablesOnPage.Read(await visitor.GetAsync(address));

    private async Task<int> CountAsync(Visitor visitor, string address)
    {
        _host.Queries.Reset();
        (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        return _host.Queries.Count;
    }
}
