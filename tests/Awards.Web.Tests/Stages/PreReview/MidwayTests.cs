using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>What happens to sheets when something changes after they were given out.</summary>
public sealed class MidwayTests : IAsyncLifetime
{
    private const string Canary = "Kanarie im Entwurf";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync(_host = await AwardsHost.StartAsync());
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_reviewer_who_leaves_only_the_open_sheets_move()
    {
        var (done, open, foreign) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2), await _world.AdmitAsync(3));
        var finished = (await _world.AssignAsync(done, 1, 2))[0];
        await _world.HandInAsync(finished.Id);
        var left = (await _world.AssignAsync(open, 1, 3))[0];
        await _world.AssignAsync(foreign, 2, 3);
        using var leaving = await _host.SignedInAsync(Cast.Reviewer(1));
        await _world.WriteAsync(async db =>
        {
            var role = await db.RoleAssignments.SingleAsync(each => each.PersonId == _world.Persons[Cast.Reviewer(1)] && each.Role == CallRole.Reviewer);
            return (await Grants.TakeAsync(db, _world.Call.Id, role.Id, default)).Fact.Id;
        });
        foreach (var address in new[] { PreReviewLinks.Sheet(World.Slug, left.Id), PreReviewLinks.Sheet(World.Slug, finished.Id) }) (await leaving.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);

        await PlanAndReleaseAsync();
        (await PairAsync(done.Id)).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(2)]);
        (await PairAsync(open.Id)).ShouldBe([Cast.Reviewer(2), Cast.Reviewer(3)]);
        (await PairAsync(foreign.Id)).ShouldBe([Cast.Reviewer(2), Cast.Reviewer(3)]);
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(7);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_that_is_excluded_after_its_assignment_counts_nowhere_and_comes_back_as_it_was()
    {
        var (out_, stays) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2));
        var reviews = await _world.AssignAsync(out_);
        await _world.AssignAsync(stays, 1, 3);
        await _world.HandInAsync(reviews[1].Id);
        using var one = await _host.SignedInAsync(Cast.Reviewer(1));
        var sheet = PreReviewLinks.Sheet(World.Slug, reviews[0].Id);
        var opened = await one.GetAsync(sheet);
        const string Exclude = "form[action*=Exclude]";
        var page = await _lead.GetAsync(PreReviewLinks.Entry(World.Slug, 1));
        (await _lead.SubmitAsync(page, Exclude)).TextOf("#ExclusionReason-error").ShouldContain("Bitte begründen Sie den Ausschluss.");
        var excluded = await _lead.SubmitAsync(page, Exclude, new() { ["ExclusionReason"] = "Die Kommune hat falsche Angaben gemacht." });
        excluded.IsRedirect.ShouldBeTrue(excluded.Text);
        (await _lead.GetAsync(PreReviewLinks.Entry(World.Slug, 1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _lead.GetAsync(PreReviewLinks.Entries(World.Slug))).TextOf("main").ShouldNotContain("M-2026-001");
        (await _lead.GetAsync(PreReviewLinks.Pairs(World.Slug))).TextOf("main").ShouldContain("1 Beiträge, davon 0 ohne vollständiges Paar.");
        (await one.GetAsync(PreReviewLinks.Start)).TextOf("main").ShouldNotContain("M-2026-001");
        (await one.GetAsync(sheet)).TextOf("main").ShouldContain("aus dem Wettbewerb ausgeschieden");
        var late = await one.SubmitAsync(opened, ReviewingCase.Form, new() { ["Reasons"] = "Zu spät geschrieben" });
        late.Status.ShouldBe(HttpStatusCode.OK);
        late.TextOf("main").ShouldContain("Zu spät geschrieben");
        (await _host.DbAsync(db => db.Outbox.CountAsync(mail => mail.Body.Contains("falsche Angaben")))).ShouldBe(1);
        // The number of the excluded one is not given again, also where it was the last.
        var third = await _world.SubmitAsync(3);
        (await _lead.SubmitAsync(await _lead.GetAsync(Awards.Web.Stages.Intake.IntakeLinks.Application(World.Slug, third.Id)), "form[action*=Admit]")).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Entries.OrderBy(each => each.Number).Select(each => each.Number).ToListAsync())).ShouldBe([2, 3]);
        (await _host.CheckAsync()).ShouldBeEmpty();

        var application = await _lead.GetAsync(excluded.Location!);
        (await _lead.SubmitAsync(application, "form[action*=TakeBack]", new() { ["TakeBackReason"] = "Irrtum" })).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(excluded.Location!)).TextOf(".kern-alert--success").ShouldContain("wieder im Wettbewerb, mit seinen Prüfbögen");
        (await one.SubmitAsync(await one.GetAsync(sheet), ReviewingCase.Form, new() { ["Reasons"] = "Nun doch" })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Reviews.Where(review => review.EntryId == out_.Id).OrderBy(review => review.State).Select(review => review.State).ToListAsync())).ShouldBe([ReviewState.Open, ReviewState.HandedIn], ignoreOrder: true);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_settled_is_not_excluded_any_more()
    {
        var entry = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id);
        var page = await _lead.GetAsync(PreReviewLinks.Entry(World.Slug, 1));
        await _world.SettleAsync(entry);
        (await _lead.SubmitAsync(page, "form[action*=Exclude]", new() { ["ExclusionReason"] = "Zu spät" })).TextOf("[data-errors]").ShouldContain("schon gemeinsam beraten");
        (await _host.DbAsync(db => db.Entries.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_before_a_conflict_is_read_by_nobody_afterwards()
    {
        var entry = await _world.AdmitAsync(1);
        var reviews = await _world.AssignAsync(entry);
        using var one = await _host.SignedInAsync(Cast.Reviewer(1));
        var sheet = PreReviewLinks.Sheet(World.Slug, reviews[0].Id);
        (await one.SubmitAsync(await one.GetAsync(sheet), ReviewingCase.Form, new() { ["Reasons"] = Canary })).IsRedirect.ShouldBeTrue();
        (await one.SubmitAsync(await one.GetAsync(PreReviewLinks.Conflicts(World.Slug)), "main form", new() { ["Beitrag"] = entry.Id.ToString(), ["Kind"] = "Personal" })).IsRedirect.ShouldBeTrue();
        (await one.GetAsync(sheet)).Text.ShouldNotContain(Canary);

        await PlanAndReleaseAsync();
        (await PairAsync(entry.Id)).ShouldBe([Cast.Reviewer(2), Cast.Reviewer(3)]);
        foreach (var review in await _host.DbAsync(db => db.Reviews.Where(each => each.State == ReviewState.Open).ToListAsync())) await _world.HandInAsync(review.Id);
        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        foreach (var (visitor, address) in new[] { (one, sheet), (one, PreReviewLinks.Start), (two, PreReviewLinks.Sheet(World.Slug, reviews[1].Id)), (two, sheet), (_lead, PreReviewLinks.Entry(World.Slug, 1)), (_lead, PreReviewLinks.Scores(World.Slug)) })
            (await visitor.GetAsync(address)).Text.ShouldNotContain(Canary);
        (await _host.DbAsync(db => db.Reviews.SingleAsync(each => each.Id == reviews[0].Id))).Reasons.ShouldBe(Canary);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task PlanAndReleaseAsync()
    {
        var made = await _lead.SubmitAsync(await _lead.GetAsync(PreReviewLinks.Pairs(World.Slug)), "main form:has([name=Order])");
        made.IsRedirect.ShouldBeTrue(made.Text);
        (await _lead.SubmitAsync(await _lead.GetAsync(made.Location!), "form[action*=Release]")).Location.ShouldBe(PreReviewLinks.Pairs(World.Slug));
    }

    private Task<List<string>> PairAsync(Guid entry) => _host.DbAsync(db => db.Reviews.Where(review => review.EntryId == entry && review.State != ReviewState.Replaced)
        .Join(db.Users, review => review.ReviewerId, person => person.Id, (_, person) => person.Email!).OrderBy(mail => mail).ToListAsync());
}
