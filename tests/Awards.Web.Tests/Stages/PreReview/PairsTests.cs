using System.Net;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class PairsTests : IAsyncLifetime
{
    private const string Pairs = $"/institut/{World.Slug}/vorpruefung";
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
    public async Task One_click_gives_every_entry_a_pair_and_a_second_one_nothing_new()
    {
        for (var number = 1; number <= 6; number++) await _world.AdmitAsync(number);
        var page = await _lead.GetAsync(Pairs);
        page.TextOf("main").ShouldContain("6 Beiträge, davon 6 ohne vollständiges Paar.");
        (await _lead.SubmitAsync(page, "main form")).Location.ShouldBe(Pairs);
        var after = await _lead.GetAsync(Pairs);
        after.TextOf(".kern-alert--success").ShouldContain("12 Prüfbögen sind neu zugeordnet.");
        after.TextsOf("tbody td:nth-child(2)").ShouldBe(["4", "4", "4"]);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.PairsAssigned && row.ObjectType == "Review"))).ShouldBe(12);

        (await _lead.SubmitAsync(page, "main form")).Location.ShouldBe(Pairs);
        (await _lead.GetAsync(Pairs)).TextOf(".kern-alert--success").ShouldContain("Es wurde nichts geändert.");
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(12);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_clicks_at_once_assign_once()
    {
        for (var number = 1; number <= 4; number++) await _world.AdmitAsync(number);
        var page = await _lead.GetAsync(Pairs);
        await Task.WhenAll(_lead.SubmitAsync(page, "main form"), _lead.SubmitAsync(page, "main form"));
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(8);
    }

    [Fact]
    public async Task Who_has_a_conflict_or_was_replaced_does_not_get_the_entry_and_who_has_it_keeps_it()
    {
        var (one, two) = (await _world.AdmitAsync(1), await _world.AdmitAsync(2));
        await ConflictAsync(one.Id, 1);
        var kept = (await _world.AssignAsync(two, 1, 2))[0];
        await _world.WriteAsync(async db => (await db.Reviews.SingleAsync(review => review.EntryId == two.Id && review.ReviewerId != kept.ReviewerId)).Replace().Fact);

        await _lead.SubmitAsync(await _lead.GetAsync(Pairs), "main form");
        (await ReviewersAsync(one.Id)).ShouldBe([Cast.Reviewer(2), Cast.Reviewer(3)]);
        (await ReviewersAsync(two.Id)).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(3)]);
    }

    [Fact]
    public async Task An_entry_without_enough_reviewers_is_named_and_nothing_is_assigned()
    {
        await _world.AdmitAsync(1);
        var two = await _world.AdmitAsync(2);
        await ConflictAsync(two.Id, 1);
        await ConflictAsync(two.Id, 3);
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Pairs), "main form");
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain("Für M-2026-002 (Musterstadt 2) gibt es nicht genug Prüfende ohne Befangenheit.");
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(0);
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

    private Task<bool> ConflictAsync(Guid entry, int reviewer) => _world.WriteAsync(db =>
    {
        db.Conflicts.Add(ConflictOfInterest.Declare(entry, _world.Persons[Cast.Reviewer(reviewer)], ConflictKind.Resides, WriteContext.System(_host.Clock.Now, "Test")));
        return Task.FromResult(true);
    });

    private Task<List<string>> ReviewersAsync(Guid entry) => _host.DbAsync(db => db.Reviews.Where(review => review.EntryId == entry && review.State != ReviewState.Replaced)
        .Join(db.Users, review => review.ReviewerId, person => person.Id, (_, person) => person.Email!).OrderBy(mail => mail).ToListAsync());
}
