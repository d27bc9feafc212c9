using System.Net;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Testing;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class EntriesTests : IAsyncLifetime
{
    private const string List = $"/institut/{World.Slug}/beitraege", Agenda = $"/institut/{World.Slug}/vorschlaege";
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

    [Theory]
    [InlineData(List, "Hier erscheinen die Beiträge")]
    [InlineData(Agenda, "Noch gibt es keine Beiträge.")]
    public async Task Without_entries_the_page_says_what_will_be_here(string address, string words) => (await _lead.GetAsync(address)).TextOf("main").ShouldContain(words);

    [Fact]
    public async Task A_line_shows_score_spread_and_votes_once_both_are_handed_in()
    {
        await ReviewedAsync(1, 5, 2, Vote.Suitable, Vote.NotSuitable);
        Line(await _lead.GetAsync(List), 1).ShouldBe(["M-2026-001", "Musterstadt 1", "Beitrag 1", "kreisfreie Stadt", "Kreisfreie Städte", "beide abgegeben", "3,50", "3,00", "1"]);
        Votes(await _lead.GetAsync(List), 1).ShouldBeOneOf("geeignet / nicht geeignet", "nicht geeignet / geeignet");
    }

    [Fact]
    public async Task The_state_of_a_pair_is_said_in_words()
    {
        await _world.AdmitAsync(1);
        await _world.AssignAsync(await _world.AdmitAsync(2));
        await _world.HandInAsync((await _world.AssignAsync(await _world.AdmitAsync(3)))[0].Id);
        (await _lead.GetAsync(List)).TextsOf("tbody td:nth-child(6)").ShouldBe(["ohne Prüfende", "beide offen", "eine abgegeben, eine offen"]);
    }

    [Theory]
    [InlineData("?gruppe=districts", "Musterstadt 3")]
    [InlineData("?votum=geeignet", "Musterstadt 1")]
    [InlineData("?votum=nicht-geeignet", "Musterstadt 3")]
    [InlineData("?votum=verschieden", "Musterstadt 2")]
    [InlineData("?stand=abgegeben&sortierung=punkte&richtung=ab", "Musterstadt 1, Musterstadt 2, Musterstadt 3")]
    [InlineData("?stand=offen", "Musterstadt 4")]
    [InlineData("?stand=ohne-paar", "Musterstadt 4")]
    [InlineData("?sortierung=punkte", "Musterstadt 3, Musterstadt 2, Musterstadt 1, Musterstadt 4")]
    [InlineData("?sortierung=spannweite&richtung=ab", "Musterstadt 2, Musterstadt 1, Musterstadt 3, Musterstadt 4")]
    [InlineData("?sortierung=name&richtung=ab", "Musterstadt 4, Musterstadt 3, Musterstadt 2, Musterstadt 1")]
    [InlineData("?gruppe=unbekannt&votum=1&sortierung=x", "Musterstadt 1, Musterstadt 2, Musterstadt 3, Musterstadt 4")]
    public async Task Filters_and_orders_stand_in_the_address(string query, string names)
    {
        await ReviewedAsync(1, 5, 4, Vote.Suitable, Vote.Suitable);
        await ReviewedAsync(2, 5, 1, Vote.Suitable, Vote.NotSuitable);
        await ReviewedAsync(3, 1, 1, Vote.NotSuitable, Vote.NotSuitable);
        await _world.AdmitAsync(4);
        string.Join(", ", (await _lead.GetAsync(List + query)).TextsOf("tbody th")).ShouldBe(names);
    }

    [Fact]
    public async Task Each_group_has_its_average_over_what_is_unsealed()
    {
        await ReviewedAsync(1, 5, 4, Vote.Suitable, Vote.Suitable);
        await ReviewedAsync(4, 2, 2, Vote.Suitable, Vote.Suitable);
        await _world.HandInAsync((await _world.AssignAsync(await _world.AdmitAsync(1, MunicipalityType.IndependentCity)))[0].Id, points: 0);
        var page = await _lead.GetAsync(List);
        page.TextsOf("tfoot tr").ShouldBe(["Mittelwert: Kreisfreie Städte 2 von 3 abgegeben 3,25"]);
    }

    [Fact]
    public async Task Both_lists_take_at_most_five_queries_for_one_and_for_many_entries()
    {
        async Task<(int AfterChange, int Unchanged, int Agenda)> CountAsync()
        {
            async Task<int> OfAsync(string address)
            {
                _host.Queries.Reset();
                (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
                return _host.Queries.Count;
            }
            return (await OfAsync(List), await OfAsync(List), await OfAsync(Agenda));
        }
        await ReviewedAsync(1, 5, 4, Vote.Suitable, Vote.Suitable);
        await _lead.GetAsync($"/institut/{World.Slug}");
        var one = await CountAsync();
        for (var number = 2; number <= 9; number++) await ReviewedAsync(number, 3, 2, Vote.Suitable, Vote.NotSuitable);
        (await CountAsync()).ShouldBe(one);
        one.ShouldBe((5, 3, 4));
    }

    [Fact]
    public async Task The_rank_is_the_one_in_the_group_whatever_the_filter_and_shared_by_equals()
    {
        await ReviewedAsync(1, 5, 2, Vote.Suitable, Vote.NotSuitable);
        await ReviewedAsync(4, 3, 4, Vote.Suitable, Vote.Suitable);
        await ReviewedAsync(1, 1, 1, Vote.NotSuitable, Vote.NotSuitable);
        await ReviewedAsync(2, 1, 2, Vote.Suitable, Vote.Suitable);
        await _world.AdmitAsync(1);
        (await _lead.GetAsync(List)).TextsOf("tbody td:nth-child(9)").ShouldBe(["1", "1", "3", "1", "–"]);
        (await _lead.GetAsync($"{List}?votum=nicht-geeignet")).TextsOf("tbody td:nth-child(9)").ShouldBe(["3"]);
    }

    [Fact]
    public async Task An_entry_that_could_not_be_judged_counts_as_handed_in_without_a_mean()
    {
        var reviews = await _world.AssignAsync(await _world.AdmitAsync(1, MunicipalityType.IndependentCity));
        await _world.HandInAsync(reviews[0].Id, 4);
        await _world.HandInAsync(reviews[1].Id, null);
        (await _lead.GetAsync(List)).TextsOf("tfoot tr").ShouldBe(["Mittelwert: Kreisfreie Städte 1 von 1 abgegeben –"]);
    }

    [Fact]
    public async Task A_changed_review_shows_with_the_next_look()
    {
        var reviews = await _world.AssignAsync(await _world.AdmitAsync(1));
        await _world.HandInAsync(reviews[0].Id, 5);
        (await _lead.GetAsync(List)).TextOf("tbody tr").ShouldEndWith("––––");
        await _world.HandInAsync(reviews[1].Id, 4);
        (await _lead.GetAsync(List)).TextOf("tbody tr").ShouldContain("4,50");
    }

    [Fact]
    public async Task The_agenda_begins_with_diverging_votes_and_the_largest_difference()
    {
        foreach (var (number, first, second, vote) in new[] { (1, 5, 5, Vote.Suitable), (1, 3, 2, Vote.NotSuitable), (1, 5, 1, Vote.NotSuitable), (1, 5, 2, Vote.Suitable) })
        {
            var reviews = await _world.AssignAsync(await _world.AdmitAsync(number));
            await _world.HandInAsync(reviews[0].Id, first, Vote.Suitable);
            await _world.HandInAsync(reviews[1].Id, second, vote);
        }
        await _world.AssignAsync(await _world.AdmitAsync(1));
        var page = await _lead.GetAsync(Agenda);
        page.TextsOf("tbody td:first-child").ShouldBe(["M-2026-003", "M-2026-002", "M-2026-004", "M-2026-001"]);
        page.TextOf("main section p").ShouldBe("4 Beiträge, davon 2 mit verschiedenen Voten. 0 beraten, 0 vorgeschlagen. Weitere 1 warten noch auf Prüfbögen.");
    }

    private async Task ReviewedAsync(int number, int first, int second, Vote one, Vote two)
    {
        var reviews = await _world.AssignAsync(await _world.AdmitAsync(number));
        await _world.HandInAsync(reviews[0].Id, first, one);
        await _world.HandInAsync(reviews[1].Id, second, two);
    }

    private static List<string> Line(Answer page, int row) => [.. page.TextsOf($"tbody tr:nth-child({row}) > *").SkipLast(1)];

    private static string Votes(Answer page, int row) => page.TextOf($"tbody tr:nth-child({row}) > :last-child");
}
