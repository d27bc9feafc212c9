using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class StartTests : IAsyncLifetime
{
    private static readonly string Address = ApplicationLinks.Begin(World.Slug);
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Only_who_acts_for_a_municipality_may_begin()
    {
        using var stranger = await _host.SignedInAsync(Cast.Stranger);
        (await stranger.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(ApplicationLinks.Start)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = _host.Visitor();
        (await nobody.GetAsync(Address)).Location!.ShouldContain("/anmelden");
    }

    [Fact]
    public async Task A_call_that_does_not_exist_is_not_found()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync(ApplicationLinks.Begin("gibt-es-nicht"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_button_of_the_start_page_begins_an_application_that_belongs_to_the_person_who_pressed_it()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var list = await clerk.GetAsync(ApplicationLinks.Start);
        var answer = await clerk.SubmitAsync(list, $"form[action='{Address}']");
        answer.IsRedirect.ShouldBeTrue();
        var page = await clerk.GetAsync(answer.Location!);
        page.TextOf("main").ShouldContain("Ihre Bewerbung ist angelegt");
        page.TextsOf(".kern-task-list__item a").ShouldBe(["Kontakt", "Beteiligte Kommunen", "Beitrag", "Beschreibung", "Einzelprojekte", "Bedarf und Konzept", "Evaluation", "Beteiligte", "Handlungsfelder, Orte und Zielgruppen", "Laufzeit und Finanzierung", "Anlagen", "Prüfen und Einreichen"]);
        var (application, member) = await _host.DbAsync(async db => (await db.Applications.AsNoTracking().SingleAsync(), await db.ApplicationMembers.AsNoTracking().SingleAsync()));
        (application.Status, application.MunicipalityId, application.CallId, application.CreatedAt).ShouldBe((ApplicationState.Draft, _world.Municipalities[0].Id, _world.Call.Id, _host.Clock.Now));
        (member.PersonId, member.ApplicationId, member.Right).ShouldBe((_world.Persons[Cast.ClerkOne], application.Id, MemberRight.Sign));
        (await _host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.ApplicationStarted).Select(row => new { row.ObjectType, row.PersonId }).ToListAsync()))
            .ShouldBe([new { ObjectType = nameof(Application), PersonId = (Guid?)member.PersonId }, new { ObjectType = nameof(ApplicationMember), PersonId = (Guid?)member.PersonId }], ignoreOrder: true);
    }

    [Fact]
    public async Task Looking_at_the_page_begins_nothing()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync(Address)).TextOf("main").ShouldContain("12 kurze Seiten");
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_double_click_begins_one_application_and_a_second_one_needs_a_tick()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var page = await clerk.GetAsync(Address);
        (await clerk.SubmitAsync(page, "main form")).IsRedirect.ShouldBeTrue();
        var again = await clerk.SubmitAsync(page, "main form");
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.TextOf("[data-errors]").ShouldContain("Für Musterstadt 1 gibt es schon eine Bewerbung.");
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(1);
        (await clerk.SubmitAsync(again, "main form", new() { ["Another"] = "true" })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Two_clicks_at_the_same_time_begin_one_application()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var page = await clerk.GetAsync(Address);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.SubmitAsync(page, "main form")));
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Who_acts_for_several_municipalities_chooses_one_and_never_a_foreign_one()
    {
        await Applying.AffiliateAsync(_world, Cast.ClerkOne, 3);
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync(ApplicationLinks.Start)).Page.QuerySelector($"form[action='{Address}']").ShouldBeNull();
        var page = await clerk.GetAsync(Address);
        page.Page.QuerySelectorAll("[name=MunicipalityId][checked]").ShouldBeEmpty();
        (await clerk.SubmitAsync(page, "main form")).TextOf("[data-errors]").ShouldContain("für welche Kommune");
        (await clerk.SubmitAsync(page, "main form", new() { ["MunicipalityId"] = _world.Municipalities[1].Id.ToString() })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.SubmitAsync(page, "main form", new() { ["MunicipalityId"] = "kaputt" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.SubmitAsync(page, "main form", new() { ["MunicipalityId"] = _world.Municipalities[2].Id.ToString() })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Applications.Select(each => each.ApplicantName).ToListAsync())).ShouldBe(["Musterstadt 3"]);
    }

    [Fact]
    public async Task At_the_first_instant_too_late_nobody_can_begin()
    {
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Application)!.Until!.Value.AddSeconds(-1);
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var page = await clerk.GetAsync(Address);
        _host.Clock.Now = _host.Clock.Now.AddSeconds(1);
        (await clerk.SubmitAsync(page, "main form")).TextOf("[data-errors] li").ShouldBe("Die Bewerbungsfrist ist am Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit) abgelaufen.");
        await clerk.GetAsync("/sprache?culture=en");
        (await clerk.SubmitAsync(page, "main form")).TextOf("[data-errors] li").ShouldContain("Friday, 31 July 2026, 24:00 (Berlin time)");
        (await clerk.GetAsync(Address)).Page.QuerySelector("main form").ShouldBeNull();
    }
}
