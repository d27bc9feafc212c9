using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Testing;

namespace Awards.Web.Tests.Stages.Intake;

public sealed class ApplicationsTests : IAsyncLifetime
{
    private const string List = $"/institut/{World.Slug}/bewerbungen";
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
    [InlineData(Cast.Lead, HttpStatusCode.OK)]
    [InlineData(Cast.Editor, HttpStatusCode.OK)]
    [InlineData(Cast.Finance, HttpStatusCode.OK)]
    [InlineData(Cast.OtherLead, HttpStatusCode.Forbidden)]
    [InlineData(Cast.JuryChair, HttpStatusCode.Forbidden)]
    [InlineData(Cast.ClerkOne, HttpStatusCode.Forbidden)]
    [InlineData(Cast.Stranger, HttpStatusCode.Forbidden)]
    public async Task The_office_of_the_call_and_nobody_else_reads_the_list(string mail, HttpStatusCode status)
    {
        using var visitor = await _host.SignedInAsync(mail);
        (await visitor.GetAsync(List)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Reviewers_do_not_read_the_list()
    {
        using var visitor = await _host.SignedInAsync(Cast.Reviewer(1));
        (await visitor.GetAsync(List)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_empty_list_says_what_will_be_here() => (await _lead.GetAsync(List)).TextOf("main").ShouldContain("Hier erscheinen die Bewerbungen, sobald die erste eingereicht ist.");

    [Fact]
    public async Task Drafts_are_only_counted()
    {
        await _world.SubmitAsync(1);
        await _world.WriteAsync(db =>
        {
            db.Applications.Add(Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "Kanarienkreis", Channel = Channel.Web, Answers = AnswerSet.Empty }, _host.Clock.Now));
            return Task.FromResult(true);
        });
        var page = await _lead.GetAsync(List);
        page.TextOf("main").ShouldContain("1 eingegangen: 1 noch zu entscheiden, 0 zugelassen, 0 ausgeschlossen. Dazu 1 Entwürfe");
        page.Text.ShouldNotContain("Kanarienkreis");
        (await _lead.GetAsync(List + "?suche=Kanarienkreis")).TextsOf("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?suche=MUSTERSTADT+2", "Musterstadt 2")]
    [InlineData("?suche=uberraschung", "Musterstadt 1")]
    [InlineData("?suche=M-2026-E003", "Musterstadt 3")]
    [InlineData("?typ=KA", "Musterstadt 2")]
    [InlineData("?typ=LK&zustand=eingereicht", "Musterstadt 3")]
    [InlineData("?zustand=zugelassen", "")]
    public async Task Filters_stand_in_the_address(string query, string names)
    {
        await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Überraschung" });
        await _world.SubmitAsync(2);
        await _world.SubmitAsync(3);
        string.Join(", ", (await _lead.GetAsync(List + query)).TextsOf("tbody th")).ShouldBe(names);
    }

    [Fact]
    public async Task The_filter_by_state_finds_also_those_without()
    {
        await _world.SubmitAsync(1);
        var state = _world.Municipalities[0].State;
        (await _lead.GetAsync($"{List}?land={state}")).TextsOf("tbody th").ShouldBe(["Musterstadt 1"]);
        (await _lead.GetAsync($"{List}?land=ohne")).TextsOf("tbody th").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Zebra, Ärger, Bild")]
    [InlineData("?sortierung=titel", "Ärger, Bild, Zebra")]
    [InlineData("?sortierung=titel&richtung=ab", "Zebra, Bild, Ärger")]
    [InlineData("?richtung=ab", "Bild, Ärger, Zebra")]
    public async Task Columns_sort_by_stored_keys_with_umlauts_where_they_belong(string query, string titles)
    {
        foreach (var (number, title) in new[] { (1, "Zebra"), (2, "Ärger"), (3, "Bild") })
            await _world.SubmitAsync(number, texts: new ApplicationTexts { Title = title });
        string.Join(", ", (await _lead.GetAsync(List + query)).TextsOf("tbody td:nth-child(3)")).ShouldBe(titles);
    }

    [Fact]
    public async Task The_list_takes_the_same_number_of_queries_for_one_and_for_many()
    {
        async Task<int> CountAsync()
        {
            await _lead.GetAsync(List);
            _host.Queries.Reset();
            (await _lead.GetAsync(List + "?anzahl=alle")).Status.ShouldBe(HttpStatusCode.OK);
            return _host.Queries.Count;
        }
        await _world.SubmitAsync(1);
        var one = await CountAsync();
        for (var number = 2; number <= 12; number++) await _world.SubmitAsync(number);
        (await CountAsync()).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Pages_of_fifty_lead_on_and_a_page_too_far_is_the_last()
    {
        for (var number = 1; number <= 52; number++) await _world.SubmitAsync(number, MunicipalityType.District);
        var first = await _lead.GetAsync(List);
        first.TextsOf("tbody tr").Count.ShouldBe(50);
        var second = await _lead.GetAsync(first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.TextsOf("tbody tr").Count.ShouldBe(2);
        (await _lead.GetAsync(List + "?seite=99")).TextsOf("tbody tr").Count.ShouldBe(2);
        (await _lead.GetAsync(List + "?anzahl=100")).TextsOf("tbody tr").Count.ShouldBe(52);
    }
}
