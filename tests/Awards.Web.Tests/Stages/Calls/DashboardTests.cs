using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Stages.Calls;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Calls;

public sealed class DashboardTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(Cast.JuryChair)]
    [InlineData(Cast.Stranger)]
    [InlineData(Cast.ClerkOne)]
    [InlineData(Cast.OtherLead)]
    public async Task Only_the_office_of_the_call_gets_in(string mail)
    {
        using var visitor = await _host.SignedInAsync(mail);
        (await visitor.GetAsync(CallLinks.Office(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_office_begins_with_its_own_calls_only()
    {
        (await _lead.GetAsync(CallLinks.OfficeStart)).Page.QuerySelectorAll("main h2 a").Select(link => link.GetAttribute("href")).ShouldBe([CallLinks.Office(World.Slug)]);
        using var nobody = _host.Visitor();
        (await nobody.GetAsync(CallLinks.OfficeStart)).Location!.ShouldContain("/anmelden");
    }

    [Fact]
    public async Task The_bottleneck_is_named_step_by_step()
    {
        await NextIsAsync("Noch hat sich niemand beworben. Bewerbungen sind möglich bis Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit).");
        await DraftAsync();
        await NextIsAsync("Die Bewerbungsphase läuft bis Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit). Begonnen und noch nicht eingereicht: 1.");
        var pending = await _world.SubmitAsync(1);
        await NextIsAsync("Über eine eingereichte Bewerbung ist noch nicht entschieden.");
        await ExcludeAsync(pending.Id);
        var one = await _world.AdmitAsync(2, MunicipalityType.District);
        var two = await _world.AdmitAsync(3, MunicipalityType.IndependentCity);
        await NextIsAsync("Zur Vorprüfung fehlen noch Prüfende: 0 von 4 Prüfbögen sind zugeteilt.");
        var (first, second) = (await _world.AssignAsync(one), await _world.AssignAsync(two));
        await _world.HandInAsync(second[0].Id);
        await NextIsAsync("Es fehlen noch 3 Prüfbögen, die meisten in der Gruppe „Landkreise“: 2.");
        await _world.HandInAsync(first[0].Id);
        await _world.HandInAsync(first[1].Id);
        await NextIsAsync("Es fehlt noch ein Prüfbogen.");
        await _world.HandInAsync(second[1].Id);
        await NextIsAsync("Über 2 Beiträge ist noch nicht gemeinsam beraten.");
        await _world.SettleAsync(one);
        await _world.SettleAsync(two, Domain.PreReview.ConsensusOutcome.ProposeSpecial);
        await NextIsAsync("Die Jury hat über 2 Vorschläge zu entscheiden.");
        await _world.AwardAsync(one, _host.Clock.Now);
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Jury)!.From;
        _lead = await _host.SignedInAsync(Cast.Lead);
        await NextIsAsync("Alle Beiträge sind beraten. Preise: 1. Veröffentlicht wird am 1. Februar 2027.");
        _host.Clock.Now = _world.Publication();
        _lead = await _host.SignedInAsync(Cast.Lead);
        await NextIsAsync("Der Wettbewerb ist entschieden und seit 1. Februar 2027 veröffentlicht.");
    }

    [Fact]
    public async Task Figures_stand_in_the_group_they_belong_to()
    {
        await _world.SubmitAsync(1, MunicipalityType.District);
        var entry = await _world.SettledAsync(2, MunicipalityType.District);
        await _world.ReviewedAsync(3, MunicipalityType.IndependentCity);
        await _world.AwardAsync(entry, _host.Clock.Now);
        var page = await _lead.GetAsync(CallLinks.Office(World.Slug));
        Row(page, "Landkreise").ShouldBe(["0", "2", "1", "0", "1", "2 von 2", "1 von 1", "1", "1"]);
        Row(page, "Kreisfreie Städte").ShouldBe(["0", "1", "0", "0", "1", "2 von 2", "0 von 1", "0", "0"]);
        Row(page, "gesamt").ShouldBe(["0", "3", "1", "0", "2", "4 von 4", "1 von 2", "1", "1"]);
        page.TextOf("main").ShouldContain("25.000 von 1.000.000 Euro");
    }

    [Fact]
    public async Task The_number_of_queries_is_at_most_ten_however_much_there_is()
    {
        await _world.SettledAsync(1);
        await _lead.GetAsync(CallLinks.Office(World.Slug));
        var one = await CountAsync(CallLinks.Office(World.Slug));
        for (var number = 2; number <= 6; number++) await _world.AwardAsync(await _world.SettledAsync(number), _host.Clock.Now);
        (await CountAsync(CallLinks.Office(World.Slug))).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_second_call_costs_the_start_page_no_further_query()
    {
        await _lead.GetAsync(CallLinks.OfficeStart);
        var one = await CountAsync(CallLinks.OfficeStart);
        await _world.WriteAsync(db => Task.FromResult(db.RoleAssignments.Add(RoleAssignment.Give(_world.Persons[Cast.Lead], _world.Other.Id, CallRole.Editor)).Entity));
        _lead = await _host.SignedInAsync(Cast.Lead);
        (await _lead.GetAsync(CallLinks.OfficeStart)).TextsOf("main h2").Count.ShouldBe(2);
        (await CountAsync(CallLinks.OfficeStart)).ShouldBe(one);
    }

    private async Task NextIsAsync(string sentence)
    {
        (await _lead.GetAsync(CallLinks.Office(World.Slug))).TextOf("main .kern-alert__body").ShouldBe(sentence);
        (await _lead.GetAsync(CallLinks.OfficeStart)).TextOf("main strong").ShouldBe(sentence);
    }

    private Task<Application> DraftAsync() => _world.WriteAsync(db =>
    {
        var draft = Application.Start(_world.Call, _world.Municipalities[4], new WriteContext(null, _host.Clock.Now)).Fact;
        db.Applications.Add(draft);
        return Task.FromResult(draft);
    });

    private Task<IntakeDecision> ExcludeAsync(Guid id) => _world.WriteAsync(async db =>
    {
        var application = await db.Applications.SingleAsync(each => each.Id == id);
        var decision = Admission.Exclude(application, new WriteContext(null, _host.Clock.Now, "Keine Kommune")).Fact;
        db.IntakeDecisions.Add(decision);
        return decision;
    });

    private static List<string> Row(Answer page, string group) =>
        [.. page.Page.QuerySelectorAll("main tr").Single(row => row.QuerySelector("th[scope=row]")?.TextContent.Trim() == group).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    private async Task<int> CountAsync(string address)
    {
        _host.Queries.Reset();
        await _lead.GetAsync(address);
        return _host.Queries.Count;
    }
}
