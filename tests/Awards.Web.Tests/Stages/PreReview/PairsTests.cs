using System.Net;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class PairsTests : IAsyncLifetime
{
    private const string Pairs = $"/institut/{World.Slug}/vorpruefung", New = "main form:has([name=Order])";
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
    [InlineData("vorpruefung")]
    [InlineData("beitraege")]
    [InlineData("beitraege/1")]
    [InlineData("vorschlaege")]
    public async Task Only_the_lead_of_the_call_opens_the_pages_of_the_pre_review(string page)
    {
        await _world.AdmitAsync(1);
        (await _lead.GetAsync($"/institut/{World.Slug}/{page}")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var mail in new[] { Cast.Editor, Cast.Finance, Cast.Reviewer(1), Cast.JuryChair, Cast.ClerkOne, Cast.OtherLead, Cast.Stranger })
        {
            using var visitor = await _host.SignedInAsync(mail);
            (await visitor.GetAsync($"/institut/{World.Slug}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden, mail);
        }
        using var nobody = _host.Visitor();
        (await nobody.GetAsync($"/institut/{World.Slug}/{page}")).Location!.ShouldContain("/anmelden");
    }

    [Fact]
    public async Task A_plan_gives_every_entry_a_pair_once_it_is_released_and_a_second_one_nothing_new()
    {
        for (var number = 1; number <= 6; number++) await _world.AdmitAsync(number);
        (await _lead.GetAsync(Pairs)).TextOf("main").ShouldContain("6 Beiträge, davon 6 ohne vollständiges Paar.");
        var plan = await PlanAsync();
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(0);
        using var reviewer = await _host.SignedInAsync(Cast.Reviewer(1));
        (await reviewer.GetAsync(plan.Page.Location.PathName)).Status.ShouldBe(HttpStatusCode.Forbidden);
        plan.TextOf("main").ShouldContain("Prüfende sehen davon noch nichts.");
        (await ReleaseAsync(plan)).Location.ShouldBe(Pairs);
        var after = await _lead.GetAsync(Pairs);
        after.TextOf(".kern-alert--success").ShouldContain("12 Prüfbögen sind neu zugeordnet.");
        after.TextsOf("table:last-of-type tbody td:nth-child(2)").TakeLast(3).ShouldBe(["4", "4", "4"]);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.PairsAssigned && row.ObjectType == "Review"))).ShouldBe(12);

        (await ReleaseAsync(plan)).TextOf("[data-errors]").ShouldContain("freigegeben und ändert sich nicht mehr");
        await ReleaseAsync(await PlanAsync());
        (await _lead.GetAsync(Pairs)).TextOf(".kern-alert--success").ShouldContain("0 Prüfbögen sind neu zugeordnet.");
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(12);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_releases_at_once_assign_once()
    {
        for (var number = 1; number <= 4; number++) await _world.AdmitAsync(number);
        var (one, two) = (await PlanAsync(), await PlanAsync(seed: 2));
        await Task.WhenAll(ReleaseAsync(one), ReleaseAsync(one), ReleaseAsync(two));
        (await _host.DbAsync(db => db.Reviews.CountAsync(review => review.State != ReviewState.Replaced))).ShouldBe(8);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_a_conflict_or_was_replaced_does_not_get_the_entry_and_who_has_it_keeps_it()
    {
        var (one, two) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2));
        await ConflictAsync(one.Id, 1);
        var kept = (await _world.AssignAsync(two, 1, 2))[0];
        await _world.WriteAsync(async db => (await db.Reviews.SingleAsync(review => review.EntryId == two.Id && review.ReviewerId != kept.ReviewerId)).Replace().Fact);

        await ReleaseAsync(await PlanAsync());
        (await ReviewersAsync(one.Id)).ShouldBe([Cast.Reviewer(2), Cast.Reviewer(3)]);
        (await ReviewersAsync(two.Id)).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(3)]);
    }

    [Fact]
    public async Task A_conflict_declared_after_reading_moves_that_review_alone()
    {
        var (one, two) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2));
        await _world.AssignAsync(one, 1, 2);
        await _world.AssignAsync(two, 1, 2);
        await ConflictAsync(one.Id, 2);
        await ReleaseAsync(await PlanAsync());
        (await ReviewersAsync(one.Id)).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(3)]);
        (await ReviewersAsync(two.Id)).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(2)]);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_without_enough_reviewers_is_named_and_nothing_is_planned()
    {
        await _world.AdmitAsync(1);
        var two = await _world.AdmitAsync(2);
        await ConflictAsync(two.Id, 1);
        await ConflictAsync(two.Id, 3);
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Pairs), New, new() { ["Name"] = "Mein Plan" });
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain("Beitrag M-2026-002: nur 1 von 2 nötigen Prüfenden ohne Befangenheit");
        refused.Page.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe("Mein Plan");
        (await _host.DbAsync(db => db.PairDrafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_plan_is_moved_by_hand_compared_and_dropped()
    {
        for (var number = 1; number <= 3; number++) await _world.AdmitAsync(number);
        var plan = await PlanAsync();
        var address = plan.Page.Location.PathName;
        var change = await _lead.GetAsync(address + "?beitrag=1");
        var from = change.Page.QuerySelector("[name=From][type=radio]")!.GetAttribute("value")!;
        var to = change.Page.QuerySelectorAll("select[name=To] option").Select(option => option.GetAttribute("value")!).Single(value => value.Length > 0);
        (await _lead.SubmitAsync(change, "form[action*=Move]")).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie aus, wer den Beitrag abgibt");
        (await _lead.SubmitAsync(change, "form[action*=Move]", new() { ["From"] = from, ["To"] = to })).Location.ShouldBe(address);
        var moved = await _lead.GetAsync(address);
        moved.TextOf("main").ShouldContain("Seit der Änderung von Hand sind nur die gezählten Werte bekannt.");
        (await _lead.SubmitAsync(change, "form[action*=Move]", new() { ["From"] = from, ["To"] = to })).TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert");
        var other = (await PlanAsync(seed: 5)).Page.Location.PathName;
        (await _lead.GetAsync($"{address}?vergleich={other.Split('/')[^1]}")).TextOf("main").ShouldContain("Anders als im Vergleich:");
        (await _lead.SubmitAsync(moved, "form[action*=Drop]")).Location.ShouldBe(Pairs);
        (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Found_conflicts_are_noted_once_and_dismissed_with_a_reason()
    {
        var entry = await _world.AdmitAsync(1);
        await _world.WriteAsync(db =>
        {
            db.Affiliations.Add(Awards.Domain.Accounts.Affiliation.Of(_world.Persons[Cast.Reviewer(2)], entry.MunicipalityId!.Value));
            return Task.FromResult(true);
        });
        (await _lead.SubmitAsync(await _lead.GetAsync(Pairs), "form[action*=Scan]")).Location.ShouldBe(Pairs + "/befangenheiten");
        var list = await _lead.GetAsync(Pairs + "/befangenheiten");
        list.TextOf("tbody").ShouldContain("handelt für die Kommune");
        await _lead.SubmitAsync(await _lead.GetAsync(Pairs), "form[action*=Scan]");
        (await _host.DbAsync(db => db.Conflicts.CountAsync())).ShouldBe(1);
        var id = list.Page.QuerySelectorAll("select[name=Id] option").Select(option => option.GetAttribute("value")!).Single(value => value.Length > 0);
        (await _lead.SubmitAsync(list, "main form", new() { ["Id"] = id })).TextOf("#Reason-error").ShouldContain("Bitte begründen Sie");
        (await _lead.SubmitAsync(list, "main form", new() { ["Id"] = id, ["Reason"] = "Namensgleichheit" })).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(Pairs + "/befangenheiten")).TextOf("tbody").ShouldContain("Namensgleichheit");
        (await _host.DbAsync(db => db.Conflicts.CountAsync())).ShouldBe(0);
        await _lead.SubmitAsync(await _lead.GetAsync(Pairs), "form[action*=Scan]");
        (await _host.DbAsync(db => db.Conflicts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Reviewers_say_that_they_have_no_further_conflicts_and_are_asked_again_for_later_entries()
    {
        await _world.AdmitAsync(1);
        using var reviewer = await _host.SignedInAsync(Cast.Reviewer(1));
        var address = $"/vorpruefung/{World.Slug}/befangenheit";
        (await _lead.GetAsync(Pairs)).TextOf(".kern-alert--info").ShouldContain("reviewer1, reviewer2, reviewer3");
        (await reviewer.SubmitAsync(await reviewer.GetAsync(address), "form[action*=State]")).Location.ShouldBe("/vorpruefung");
        (await reviewer.GetAsync(address)).Page.QuerySelector("form[action*=State]").ShouldBeNull();
        await _world.AdmitAsync(2);
        (await reviewer.SubmitAsync(await reviewer.GetAsync(address), "form[action*=State]")).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.ConflictStatements.Select(statement => statement.UpTo).SingleAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_entered_for_a_reviewer_holds_in_the_next_plan()
    {
        for (var number = 1; number <= 6; number++) await _world.AdmitAsync(number);
        var address = $"{Pairs}/pruefende/{_world.Persons[Cast.Reviewer(3)]}";
        var page = await _lead.GetAsync(address);
        (await _lead.SubmitAsync(page, "main form", new() { ["Max"] = "zwei" })).TextOf("#Max-error").ShouldContain("keine ganze Zahl");
        (await _lead.SubmitAsync(page, "main form", new() { ["Min"] = "3", ["Max"] = "2" })).TextOf("[data-errors]").ShouldContain("über der Höchstzahl");
        (await _lead.SubmitAsync(page, "main form", new() { ["Max"] = "2", ["Absences[0].From"] = "2026-03-10", ["Absences[0].To"] = "2026-03-01" })).TextOf("[data-errors]").ShouldContain("vor dem ersten");
        (await _lead.SubmitAsync(page, "main form", new() { ["Max"] = "2" })).Location.ShouldBe(Pairs);
        (await _lead.SubmitAsync(page, "main form", new() { ["Max"] = "4" })).TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert");
        await ReleaseAsync(await PlanAsync());
        (await _host.DbAsync(db => db.Reviews.CountAsync(review => review.ReviewerId == _world.Persons[Cast.Reviewer(3)]))).ShouldBe(2);
        (await _lead.GetAsync($"{Pairs}/pruefende/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_open_review_with_a_conflict_is_pointed_out()
    {
        var entry = await _world.AdmitAsync(1);
        await _world.AssignAsync(entry);
        await ConflictAsync(entry.Id, 2);
        var warning = (await _lead.GetAsync(Pairs)).Page.QuerySelector("main .kern-alert--warning a")!;
        (warning.TextContent, warning.GetAttribute("href")).ShouldBe(("M-2026-001, Musterstadt 1", $"/institut/{World.Slug}/beitraege/1"));
    }

    [Fact]
    public async Task The_page_takes_the_same_number_of_queries_for_one_and_for_many_entries()
    {
        async Task<int> CountAsync()
        {
            _host.Queries.Reset();
            (await _lead.GetAsync(Pairs)).Status.ShouldBe(HttpStatusCode.OK);
            return _host.Queries.Count;
        }
        await _world.AssignAsync(await _world.AdmitAsync(1));
        await CountAsync();
        var one = await CountAsync();
        for (var number = 2; number <= 8; number++) await _world.AssignAsync(await _world.AdmitAsync(number), 1, 3);
        (await CountAsync()).ShouldBe(one);
    }

    private async Task<Answer> PlanAsync(int seed = 1)
    {
        var made = await _lead.SubmitAsync(await _lead.GetAsync(Pairs), New, new() { ["Name"] = $"Plan {seed}", ["Seed"] = seed.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        made.IsRedirect.ShouldBeTrue(made.Text);
        return await _lead.GetAsync(made.Location!);
    }

    private Task<Answer> ReleaseAsync(Answer plan) => _lead.SubmitAsync(plan, "form[action*=Release]");

    private Task<bool> ConflictAsync(Guid entry, int reviewer) => _world.WriteAsync(db =>
    {
        db.Conflicts.Add(ConflictOfInterest.Declare(entry, _world.Persons[Cast.Reviewer(reviewer)], ConflictKind.Resides, WriteContext.System(_host.Clock.Now, "Test")));
        return Task.FromResult(true);
    });

    private Task<List<string>> ReviewersAsync(Guid entry) => _host.DbAsync(db => db.Reviews.Where(review => review.EntryId == entry && review.State != ReviewState.Replaced)
        .Join(db.Users, review => review.ReviewerId, person => person.Id, (_, person) => person.Email!).OrderBy(mail => mail).ToListAsync());
}
