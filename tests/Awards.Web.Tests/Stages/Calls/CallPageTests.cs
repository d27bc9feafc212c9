using System.Net;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Publication;
using Awards.Web.Stages.Statistics;

namespace Awards.Web.Tests.Stages.Calls;

public sealed class CallPageTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Everybody_reads_what_it_is_about_who_may_enter_and_when()
    {
        var page = await GetAsync();
        page.TextOf("h1").ShouldBe("Zusammenleben Hand in Hand – heute");
        page.TextsOf("h2").ShouldBe(["Wer teilnehmen kann", "Wonach bewertet wird", "Gruppen, in denen prämiert wird", "Kalender", "Downloads", "Häufige Fragen", "Wer dahintersteht"]);
        page.TextOf("main").ShouldContain("Nachhaltigkeit");
        page.TextOf("main").ShouldContain("Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit)");
        page.TextsOf("tr[aria-current=step] th").ShouldBe(["Absichtserklärung (freiwillig)", "Bewerbung"]);
    }

    [Theory]
    [InlineData("2026-07-29T10:00", "Noch 2 Tage.")]
    [InlineData("2026-07-30T10:00", "Noch ein Tag.")]
    [InlineData("2026-07-31T23:59", "Heute ist der letzte Tag.")]
    public async Task While_the_phase_runs_one_can_apply_and_sees_the_days_left(string local, string words)
    {
        _host.Clock.Now = Domain.Shared.GermanTime.Utc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
        var page = await GetAsync();
        page.TextOf("main strong").ShouldBe(words);
        page.TextOf($"a[href='{ApplicationLinks.Begin(World.Slug)}']").ShouldBe("Jetzt bewerben");
    }

    [Fact]
    public async Task From_the_deadline_on_nobody_is_invited_to_apply()
    {
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Application)!.Until!.Value;
        (await GetAsync()).Text.ShouldNotContain("Jetzt bewerben");
    }

    [Fact]
    public async Task Results_are_linked_from_publication_on()
    {
        string[] links = [PublicationLinks.Winners(World.Slug), PublicationLinks.Entries(World.Slug), StatisticsLinks.Public(World.Slug)];
        var before = await GetAsync();
        foreach (var link in links) before.Page.QuerySelector($"main a[href='{link}']").ShouldBeNull();
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Publication)!.From;
        var after = await GetAsync();
        foreach (var link in links) after.Page.QuerySelector($"main a[href='{link}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_call_is_said_to_be_unknown()
    {
        using var visitor = _host.Visitor();
        (await visitor.GetAsync(CallLinks.Public("gibt-es-nicht"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Answer> GetAsync()
    {
        using var visitor = _host.Visitor();
        return await visitor.GetAsync(CallLinks.Public(World.Slug));
    }
}
