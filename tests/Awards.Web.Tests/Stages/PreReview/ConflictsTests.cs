using System.Net;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class ConflictsTests : IAsyncLifetime
{
    private const string Address = $"/vorpruefung/{World.Slug}/befangenheit", Form = "main form";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _one = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _one = await _host.SignedInAsync(Cast.Reviewer(1));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Before_admission_the_page_says_what_will_be_here() => (await _one.GetAsync(Address)).TextOf("main").ShouldContain("Hier erscheinen die Namen der Beiträge");

    [Fact]
    public async Task Names_are_shown_and_nothing_else_of_the_entries()
    {
        await _world.AdmitAsync(1);
        var page = await _one.GetAsync(Address);
        page.TextOf(Form).ShouldContain("Musterstadt 1");
        foreach (var hidden in new[] { "Beitrag 1", "Kurzfassung", "Einzelprojekt A", "kontakt@musterstadt.example" }) page.Text.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task Ticks_and_a_kind_are_needed_and_what_was_ticked_stays()
    {
        var entry = await _world.AdmitAsync(1);
        var page = await _one.GetAsync(Address);
        (await _one.SubmitAsync(page, Form)).TextsOf("[data-errors] li").Count.ShouldBe(2);
        var refused = await _one.SubmitAsync(page, Form, new() { ["Beitrag"] = entry.Id.ToString() });
        refused.TextOf("[data-errors]").ShouldContain("Bitte wählen Sie die Art der Befangenheit.");
        refused.Page.QuerySelector("[name=Beitrag][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Several_are_noted_at_once_and_twice_is_once()
    {
        var (one, two) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2));
        var page = await _one.GetAsync(Address);
        (await _one.SubmitAsync(page, Form, new() { ["Beitrag"] = $"{one.Id}\n{two.Id}", ["Kind"] = "Resides" })).Location.ShouldBe(Address);
        (await _one.SubmitAsync(page, Form, new() { ["Beitrag"] = one.Id.ToString(), ["Kind"] = "Other" })).Location.ShouldBe(Address);
        var conflicts = await _host.DbAsync(db => db.Conflicts.AsNoTracking().ToListAsync());
        conflicts.Select(conflict => conflict.Kind).ShouldBe([ConflictKind.Resides, ConflictKind.Resides]);
        conflicts.ShouldAllBe(conflict => conflict.PersonId == conflict.DeclaredBy);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ConflictDeclared))).ShouldBe(2);
        (await _one.GetAsync(Address)).TextsOf("main li").ShouldBe(["M-2026-001, Musterstadt 1: wohnhaft dort", "M-2026-002, Musterstadt 2: wohnhaft dort"]);
    }

    [Fact]
    public async Task Other_persons_conflicts_are_not_shown_and_unknown_entries_not_found()
    {
        var entry = await _world.AdmitAsync(1);
        await _one.SubmitAsync(await _one.GetAsync(Address), Form, new() { ["Beitrag"] = entry.Id.ToString(), ["Kind"] = "Personal" });
        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        var page = await two.GetAsync(Address);
        page.TextsOf("main li").ShouldBeEmpty();
        (await two.SubmitAsync(page, Form, new() { ["Beitrag"] = Guid.CreateVersion7().ToString(), ["Kind"] = "Personal" })).Status.ShouldBe(HttpStatusCode.NotFound);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_was_declared_is_taken_back_with_a_reason_and_the_lead_sees_who_and_why()
    {
        var entry = await _world.AdmitAsync(1);
        var review = (await _world.AssignAsync(entry))[0];
        await DeclareAsync(entry.Id);
        var page = await _one.GetAsync(Address);
        var choice = page.Page.QuerySelectorAll("select[name=Conflict] option").Select(option => option.GetAttribute("value")!).Single(value => value.Length > 0);
        (await _one.SubmitAsync(page, TakeBack, new() { ["Conflict"] = choice })).TextOf("#Reason-error").ShouldContain("Bitte begründen Sie");
        (await _one.SubmitAsync(page, TakeBack, new() { ["Reason"] = "Irrtum" })).TextOf("#Conflict-error").ShouldContain("Bitte wählen Sie");
        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        await two.SubmitAsync(await two.GetAsync(Address), Form, new() { ["Beitrag"] = (await _world.AdmitAsync(2)).Id.ToString(), ["Kind"] = "Personal" });
        (await two.SubmitAsync(await two.GetAsync(Address), TakeBack, new() { ["Conflict"] = choice, ["Reason"] = "Fremd" })).TextOf("#Conflict-error").ShouldContain("Bitte wählen Sie");
        (await _one.SubmitAsync(page, TakeBack, new() { ["Conflict"] = choice, ["Reason"] = "Verwechselt mit Musterstadt 9" })).Location.ShouldBe(Address);
        (await _one.GetAsync(Address)).Page.QuerySelector(TakeBack).ShouldBeNull();

        using var lead = await _host.SignedInAsync(Cast.Lead);
        var line = (await lead.GetAsync($"/institut/{World.Slug}/vorpruefung/befangenheiten")).TextOf("tbody tr:last-child");
        line.ShouldContain("von der Person selbst zurückgenommen am 2. März 2026");
        line.ShouldContain("Verwechselt mit Musterstadt 9");
        (await _host.DbAsync(db => db.AuditRows.AsNoTracking().Where(row => row.Action == AuditAction.ConflictDismissed).SingleAsync())).Why.ShouldBe("Verwechselt mit Musterstadt 9");
        (await _one.GetAsync($"/vorpruefung/{World.Slug}/boegen/{review.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_that_somebody_else_has_by_now_does_not_come_back()
    {
        var entry = await _world.AdmitAsync(1);
        var review = (await _world.AssignAsync(entry))[0];
        await DeclareAsync(entry.Id);
        await _world.WriteAsync(async db =>
        {
            (await db.Reviews.SingleAsync(each => each.Id == review.Id)).Replace();
            db.Reviews.Add(Awards.Domain.PreReview.Review.Open(_world.Call.Definition, entry, _world.Persons[Cast.Reviewer(3)]));
            return true;
        });
        await TakeBackAsync();
        (await _one.GetAsync($"/vorpruefung/{World.Slug}/boegen/{review.Id}")).TextOf("main").ShouldContain("Dieser Prüfbogen wurde neu vergeben.");
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var made = await lead.SubmitAsync(await lead.GetAsync($"/institut/{World.Slug}/vorpruefung"), "main form:has([name=Order])");
        await lead.SubmitAsync(await lead.GetAsync(made.Location!), "form[action*=Release]");
        (await _host.DbAsync(db => db.Reviews.Where(each => each.State != ReviewState.Replaced).Select(each => each.ReviewerId).ToListAsync()))
            .ShouldBe([_world.Persons[Cast.Reviewer(2)], _world.Persons[Cast.Reviewer(3)]], ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_program_finds_cannot_be_taken_back()
    {
        var entry = await _world.AdmitAsync(3);
        await DeclareAsync(entry.Id);
        await TakeBackAsync();
        await _world.WriteAsync(db =>
        {
            db.Affiliations.Add(Awards.Domain.Accounts.Affiliation.Of(_world.Persons[Cast.Reviewer(1)], entry.MunicipalityId!.Value));
            return Task.FromResult(true);
        });
        using var lead = await _host.SignedInAsync(Cast.Lead);
        await lead.SubmitAsync(await lead.GetAsync($"/institut/{World.Slug}/vorpruefung"), "form[action*=Scan]");
        var conflict = await _host.DbAsync(db => db.Conflicts.AsNoTracking().SingleAsync());
        (conflict.Kind, conflict.Source).ShouldBe((ConflictKind.SameMunicipality, ConflictSource.Found));
        var page = await _one.GetAsync(Address);
        page.Page.QuerySelector(TakeBack).ShouldBeNull();
        page.TextOf("main").ShouldContain("Was Sie nicht selbst angezeigt haben, kann nur die Geschäftsstelle aufheben.");
    }

    private const string TakeBack = "form[action*=TakeBack]";

    private async Task DeclareAsync(Guid entry) => (await _one.SubmitAsync(await _one.GetAsync(Address), Form, new() { ["Beitrag"] = entry.ToString(), ["Kind"] = "Personal" })).IsRedirect.ShouldBeTrue();

    private async Task TakeBackAsync()
    {
        var page = await _one.GetAsync(Address);
        var choice = page.Page.QuerySelectorAll("select[name=Conflict] option").Select(option => option.GetAttribute("value")!).Single(value => value.Length > 0);
        (await _one.SubmitAsync(page, TakeBack, new() { ["Conflict"] = choice, ["Reason"] = "Irrtum" })).Location.ShouldBe(Address);
    }
}
