using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data.Seeding;
using Awards.Web.Stages.Publication;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Publication;

public sealed class PublicPagesTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _reader = _host.Visitor();
    }

    public async Task DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_competition_of_2017_shows_142_entries_and_21_winners_with_465_000_of_a_million()
    {
        await _host.SeedDemoAsync(DemoStage.Published);
        (await ListAsync(DemoSeeder.Reference, "")).TextOf("main p[role=status]").ShouldBe("142 von 142 Beiträgen");
        var winners = await _reader.GetAsync(PublicationLinks.Winners(DemoSeeder.Reference));
        winners.TextOf("main").ShouldContain("Preise: 21. Vergeben: 465.000 Euro von 1.000.000 Euro");
        winners.TextsOf("caption").ShouldBe(["Kreisfreie Städte", "Kreisangehörige Städte und Gemeinden", "Landkreise", "Sonderkategorie: bemerkenswerte Einzelprojekte"]);
        winners.TextsOf("tfoot td").ShouldBe(["100.000 Euro", "250.000 Euro", "75.000 Euro", "40.000 Euro"]);
        winners.TextOf("main").ShouldContain("„I.Qu.I. – Identifizieren, qualifizieren, integrieren“");
        (await ListAsync(DemoSeeder.Reference, "?preis=remarkable")).TextOf("main p[role=status]").ShouldBe("4 von 142 Beiträgen");
        (await ListAsync(DemoSeeder.Reference, "?preis=ja&typ=LK")).TextOf("main p[role=status]").ShouldBe("4 von 142 Beiträgen");
        (await ListAsync(DemoSeeder.Reference, "?typ=KA&anzahl=200")).TextsOf("tbody tr").Count.ShouldBe(74);
        (await ListAsync(DemoSeeder.Reference, "?suche=SCHWÄBISCH")).TextsOf("tbody th").ShouldBe(["Stadt Schwäbisch Gmünd"]);
        (await ListAsync(DemoSeeder.Reference, "?suche=schwabisch+weg")).TextsOf("tbody th").ShouldBe(["Stadt Schwäbisch Gmünd"]);
    }

    [Fact]
    public async Task Before_publication_every_page_says_from_when_whatever_number_is_asked_for()
    {
        var world = await World.CreateAsync(_host);
        await world.AwardAsync(await world.SettledAsync(1), _host.Clock.Now);
        foreach (var address in new[] { PublicationLinks.Entries(World.Slug), PublicationLinks.Winners(World.Slug), PublicationLinks.Entry(World.Slug, 1), PublicationLinks.Entry(World.Slug, 99) })
        {
            var page = await _reader.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.TextOf("main").ShouldContain("Beiträge, Preise und Tabellen dieses Wettbewerbs stehen hier ab dem 1. Februar 2027.");
            page.Text.ShouldNotContain("Musterstadt");
        }
        (await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 1))).TextOf("main").ShouldBe((await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 99))).TextOf("main"));
    }

    [Fact]
    public async Task Entries_are_filtered_sorted_and_turned_over_by_address()
    {
        var world = await PublishedAsync(30);
        (await ListAsync(World.Slug, "")).TextsOf("tbody tr").Count.ShouldBe(25);
        var last = await ListAsync(World.Slug, "?seite=2");
        last.TextsOf("tbody tr").Count.ShouldBe(5);
        last.TextOf("nav[aria-label=Seiten]").ShouldBe("Vorige Seite Seite 2 von 2");
        (await ListAsync(World.Slug, "?sortierung=nummer&anzahl=50")).TextsOf("tbody td:nth-of-type(3)").Take(3).ShouldBe(["Beitrag 1", "Beitrag 2", "Beitrag 3"]);
        (await ListAsync(World.Slug, "?sortierung=preis")).TextsOf("tbody td:nth-of-type(4)").Take(2).ShouldBe(["25.000 Euro", "–"]);
        var one = await ListAsync(World.Slug, "?suche=beitrag+17&sortierung=titel");
        one.TextsOf("tbody td:nth-of-type(3)").ShouldBe(["Beitrag 17"]);
        one.Page.QuerySelector("[name=suche]")!.GetAttribute("value").ShouldBe("beitrag 17");
        one.Page.QuerySelector("th[aria-sort=ascending] a")!.TextContent.ShouldBe("Titel");
        var state = FederalStates.Codes[1];
        var inState = await ListAsync(World.Slug, $"?land={state}");
        inState.TextsOf("tbody td:nth-of-type(2)").ShouldAllBe(name => name == FederalStates.Name(state));
        inState.TextOf("main p[role=status]").ShouldBe("5 von 30 Beiträgen");
        (await ListAsync(World.Slug, "?preis=ja")).TextsOf("tbody tr").Count.ShouldBe(1);
        (await ListAsync(World.Slug, "?suche=%25")).TextOf("main p[role=status]").ShouldBe("30 von 30 Beiträgen");
        (await ListAsync(World.Slug, "?suche=gibtesnicht")).TextOf("main").ShouldContain("Dazu gibt es keinen Beitrag.");
        (await ListAsync(World.Slug, "?typ=XX&land=YY&preis=zz&sortierung=q&seite=-3&anzahl=1000000")).TextsOf("tbody tr").Count.ShouldBe(25);
        (await ListAsync(World.Slug, "?seite=99")).Status.ShouldBe(HttpStatusCode.OK);
        (await ListAsync(World.OtherSlug, "")).TextOf("main p[role=status]").ShouldBe("0 von 0 Beiträgen");
        _ = world;
    }

    [Fact]
    public async Task Pages_cost_the_same_number_of_queries_with_one_and_with_many_entries()
    {
        var world = await World.CreateAsync(_host);
        await world.AwardAsync(await world.SettledAsync(1), _host.Clock.Now);
        var start = _host.Clock.Now;
        async Task<List<int>> CountsAsync()
        {
            _host.Clock.Now = world.Publication();
            var counts = new List<int>();
            foreach (var address in new[] { PublicationLinks.Entries(World.Slug), PublicationLinks.Entries(World.Slug) + "?suche=muster&preis=ja", PublicationLinks.Entry(World.Slug, 1), PublicationLinks.Winners(World.Slug) })
            {
                _host.Queries.Reset();
                (await _reader.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
                counts.Add(_host.Queries.Count);
            }
            _host.Clock.Now = start;
            return counts;
        }
        await CountsAsync();
        var one = await CountsAsync();
        for (var number = 2; number <= 8; number++) await world.AwardAsync(await world.SettledAsync(number), _host.Clock.Now);
        (await CountsAsync()).ShouldBe(one);
        one.ShouldBe([4, 4, 3, 2]);
    }

    [Fact]
    public async Task An_entry_shows_its_prize_its_projects_and_a_link_only_to_a_plausible_website()
    {
        var world = await World.CreateAsync(_host);
        var entry = await world.SettledAsync(1, MunicipalityType.District);
        await world.AwardAsync(entry, _host.Clock.Now, entry.Projects[1].Id);
        await world.AdmitAsync(2, texts: new ApplicationTexts { Title = "<script>alert(1)</script>", Website = "javascript:alert(1)", Department = "Amt" });
        await world.AdmitAsync(3, texts: new ApplicationTexts { Title = "Drei", Website = "www.musterstadt.example/thema" });
        _host.Clock.Now = world.Publication();
        var page = await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 1));
        page.TextOf("main .kern-alert").ShouldBe("Erfolg: Prämiert mit 10.000 Euro Sonderkategorie: bemerkenswerte Einzelprojekte Einzelprojekt: Einzelprojekt B");
        page.TextsOf("main ul li").ShouldBe(["Einzelprojekt A", "Einzelprojekt B"]);
        page.TextOf("main").ShouldContain("M-2026-001");
        page.TextOf("main").ShouldContain("Kurzfassung");
        var unsafePage = await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 2));
        unsafePage.Text.ShouldNotContain("<script>alert");
        unsafePage.Page.QuerySelectorAll("main dd a").ShouldBeEmpty();
        unsafePage.TextOf("main").ShouldContain("javascript:alert(1)");
        var link = (await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 3))).Page.QuerySelector("main dd a")!;
        (link.GetAttribute("href"), link.GetAttribute("rel")).ShouldBe(("https://www.musterstadt.example/thema", "noopener noreferrer"));
        (await _reader.GetAsync(PublicationLinks.Entry(World.Slug, 99))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _reader.GetAsync(PublicationLinks.Entry(World.OtherSlug, 1))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_awards_the_winners_page_says_what_will_come()
    {
        var world = await World.CreateAsync(_host);
        _host.Clock.Now = world.Publication();
        (await _reader.GetAsync(PublicationLinks.Winners(World.Slug))).TextOf("main").ShouldContain("noch keine Preise eingetragen");
    }

    private async Task<World> PublishedAsync(int entries)
    {
        var world = await World.CreateAsync(_host);
        await world.AwardAsync(await world.SettledAsync(1), _host.Clock.Now);
        for (var number = 2; number <= entries; number++) await world.AdmitAsync(number);
        _host.Clock.Now = world.Publication();
        return world;
    }

    private Task<Answer> ListAsync(string call, string query) => _reader.GetAsync(PublicationLinks.Entries(call) + query);
}
