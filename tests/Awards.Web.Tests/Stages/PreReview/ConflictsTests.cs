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
}
