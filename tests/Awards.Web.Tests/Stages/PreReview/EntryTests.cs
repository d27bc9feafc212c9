using System.Net;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class EntryTests : IAsyncLifetime
{
    private const string Address = $"/institut/{World.Slug}/beitraege/1";
    private const string Settle = "form[action$='handler=Settle']", Replace = "form[action$='handler=Replace']", Conflict = "form[action$='handler=Conflict']";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;
    private Entry _entry = null!;
    private List<Review> _reviews = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
        _entry = await _world.AdmitAsync(1);
        _reviews = await _world.AssignAsync(_entry);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_unknown_number_is_not_found() => (await _lead.GetAsync($"/institut/{World.Slug}/beitraege/2")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Nothing_can_be_settled_under_seal()
    {
        var page = await _lead.GetAsync(Address);
        page.Page.QuerySelector(Settle).ShouldBeNull();
        var answer = await _lead.PostRawAsync(Address + "?handler=Settle", new() { ["__RequestVerificationToken"] = Token(page), ["Outcome"] = "group", ["Reasons"] = "Gründe", ["Version"] = "-1" });
        answer.TextOf("[data-errors]").ShouldContain("erst beraten, wenn beide Prüfbögen abgegeben sind");
        (await _host.DbAsync(db => db.ConsensusResults.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_joint_session_settles_an_entry_and_the_votes_stay_beside_it()
    {
        await HandInBothAsync();
        var page = await _lead.GetAsync(Address);
        page.Page.QuerySelectorAll("[name=Outcome][checked]").ShouldBeEmpty();
        (await _lead.SubmitAsync(page, Settle, new() { ["Reasons"] = "Gründe" })).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie das Ergebnis");
        var refused = await _lead.SubmitAsync(page, Settle, new() { ["Outcome"] = "group" });
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie das Ergebnis.");
        refused.Page.QuerySelector("[name=Outcome][checked]")!.GetAttribute("value").ShouldBe("group");
        (await _lead.SubmitAsync(refused, Settle, new() { ["Reasons"] = "Überzeugend." })).Location.ShouldBe(Address);

        var result = await _host.DbAsync(db => db.ConsensusResults.AsNoTracking().SingleAsync());
        (result.Outcome, result.GroupCode, result.Reasons).ShouldBe((ConsensusOutcome.ProposeInGroup, _entry.GroupCode, "Überzeugend."));
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ConsensusSettled && row.PersonId == _world.Persons[Cast.Lead]))).ShouldBe(1);
        (await _lead.GetAsync(Address)).TextsOf("main h3").ShouldContain("Votum: reviewer1");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_project_is_proposed_in_the_special_category()
    {
        await HandInBothAsync();
        var project = _entry.Projects[1].Id;
        await _lead.SubmitAsync(await _lead.GetAsync(Address), Settle, new() { ["Outcome"] = project.ToString(), ["Reasons"] = "Das Projekt ist besonders." });
        var result = await _host.DbAsync(db => db.ConsensusResults.AsNoTracking().SingleAsync());
        (result.Outcome, result.GroupCode, result.ProjectId).ShouldBe((ConsensusOutcome.ProposeSpecial, "special", project));
        var foreign = await _lead.SubmitAsync(await _lead.GetAsync(Address), Settle, new() { ["Outcome"] = Guid.CreateVersion7().ToString() });
        foreign.TextOf("[data-errors]").ShouldContain("gehört nicht zu diesem Beitrag");
    }

    [Fact]
    public async Task Of_two_windows_the_second_keeps_its_text_and_learns_of_the_first()
    {
        await HandInBothAsync();
        var (one, two) = (await _lead.GetAsync(Address), await _lead.GetAsync(Address));
        await _lead.SubmitAsync(one, Settle, new() { ["Outcome"] = "none", ["Reasons"] = "Erste Fassung" });
        var stale = await _lead.SubmitAsync(two, Settle, new() { ["Outcome"] = "group", ["Reasons"] = "Zweite Fassung" });
        stale.TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert.");
        stale.TextOf("#Reasons").ShouldBe("Zweite Fassung");
        (await _lead.SubmitAsync(stale, Settle)).Location.ShouldBe(Address);
        (await _host.DbAsync(db => db.ConsensusResults.Select(each => each.Reasons).SingleAsync())).ShouldBe("Zweite Fassung");
    }

    [Fact]
    public async Task What_the_jury_awarded_is_not_settled_anew()
    {
        await HandInBothAsync();
        await _world.SettleAsync(_entry);
        await _world.WriteAsync(db =>
        {
            var prize = _world.Call.Definition.Prizes[0];
            db.Awards.Add(Award.Record(_world.Call, _entry, new(_entry.GroupCode, prize.Cents), [], WriteContext.System(_host.Clock.Now, "Jury")).Fact);
            return Task.FromResult(true);
        });
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Address), Settle, new() { ["Outcome"] = "none" });
        refused.TextOf("[data-errors]").ShouldContain("steht schon eine Prämierung fest");
    }

    [Fact]
    public async Task An_open_review_goes_to_somebody_else_and_the_old_one_is_closed()
    {
        var page = await _lead.GetAsync(Address);
        page.TextsOf("#Successor option").ShouldBe(["Bitte auswählen", "reviewer3 (0 offen)"]);
        page.Page.QuerySelectorAll("#Successor option[selected], [name=ReviewId][checked]").ShouldBeEmpty();
        var three = _world.Persons[Cast.Reviewer(3)].ToString();
        (await _lead.SubmitAsync(page, Replace, new() { ["Successor"] = three, ["ReplacementReason"] = "Krank" })).TextOf("[data-errors]").ShouldContain("wessen Prüfbogen");
        var chosen = new Dictionary<string, string?> { ["ReviewId"] = _reviews[0].Id.ToString(), ["Successor"] = three };
        var refused = await _lead.SubmitAsync(page, Replace, chosen);
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie, warum neu vergeben wird.");
        refused.Page.QuerySelector("#Successor option[selected]")!.GetAttribute("value").ShouldBe(three);
        (await _lead.SubmitAsync(refused, Replace, new(chosen) { ["ReplacementReason"] = "Krank" })).Location.ShouldBe(Address);

        (await _lead.GetAsync(Address)).TextsOf("main section:first-of-type li").ShouldBe(["reviewer1: neu vergeben", "reviewer2: offen", "reviewer3: offen"]);
        var why = await _host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.ReviewerReplaced).Select(row => row.Why).Distinct().ToListAsync());
        why.ShouldBe(["Krank"]);
        (await _lead.SubmitAsync(page, Replace, new(chosen) { ["ReplacementReason"] = "Noch einmal" })).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_review_or_somebody_who_is_no_reviewer_does_not_get_through()
    {
        var other = await _world.AssignAsync(await _world.AdmitAsync(2));
        var page = await _lead.GetAsync(Address);
        var values = new Dictionary<string, string?> { ["ReviewId"] = other[0].Id.ToString(), ["Successor"] = _world.Persons[Cast.Reviewer(3)].ToString(), ["ReplacementReason"] = "x" };
        (await _lead.SubmitAsync(page, Replace, values)).Status.ShouldBe(HttpStatusCode.NotFound);
        values["ReviewId"] = _reviews[0].Id.ToString();
        foreach (var mail in new[] { Cast.Lead, Cast.Reviewer(1), Cast.Reviewer(2) })
        {
            values["Successor"] = _world.Persons[mail].ToString();
            (await _lead.SubmitAsync(page, Replace, values)).TextOf("[data-errors]").Length.ShouldBePositive();
        }
        (await _host.DbAsync(db => db.Reviews.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task A_finished_review_is_not_offered()
    {
        await _world.HandInAsync(_reviews[0].Id);
        (await _lead.GetAsync(Address)).Page.QuerySelectorAll("[name=ReviewId]").Select(box => box.GetAttribute("value")).ShouldBe([_reviews[1].Id.ToString()]);
    }

    [Fact]
    public async Task A_conflict_is_noted_and_an_open_review_pointed_out()
    {
        var page = await _lead.GetAsync(Address);
        var person = _world.Persons[Cast.Reviewer(2)].ToString();
        var refused = await _lead.SubmitAsync(page, Conflict, new() { ["ConflictPerson"] = person });
        refused.TextOf("[data-errors]").ShouldContain("Bitte wählen Sie die Art der Befangenheit.");
        (await _lead.SubmitAsync(refused, Conflict, new() { ["Kind"] = "Mandate" })).Location.ShouldBe(Address);
        var after = await _lead.GetAsync(Address);
        after.TextOf(".kern-alert--success").ShouldContain("Bitte vergeben Sie ihn neu.");
        after.TextOf("main .kern-alert--warning").ShouldContain("reviewer2 ist bei diesem Beitrag befangen");
        (await _lead.SubmitAsync(page, Conflict, new() { ["ConflictPerson"] = person, ["Kind"] = "Other" })).TextOf("[data-errors]").ShouldContain("schon eine Befangenheit vermerkt");
        var conflict = await _host.DbAsync(db => db.Conflicts.AsNoTracking().SingleAsync());
        (conflict.Kind, conflict.DeclaredBy).ShouldBe((ConflictKind.Mandate, _world.Persons[Cast.Lead]));
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ConflictDeclared))).ShouldBe(1);
    }

    [Fact]
    public async Task The_pair_is_shown_by_criterion_once_both_are_handed_in()
    {
        await _world.HandInAsync(_reviews[0].Id);
        (await _lead.GetAsync(Address)).Text.ShouldNotContain("Punkte des Paares");
        await _world.HandInAsync(_reviews[1].Id, 2, Vote.NotSuitable);
        var page = await _lead.GetAsync(Address);
        var table = page.Page.QuerySelectorAll("table").Single(each => each.QuerySelector("caption")!.TextContent == "Punkte des Paares");
        table.QuerySelectorAll("tbody tr").Length.ShouldBe(_world.Call.Definition.EntrySheet.Items.Count);
        table.QuerySelectorAll("tbody tr:first-child td").Select(cell => cell.TextContent).ShouldBe(["1,0", "3,00", "2", "2"]);
        table.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent).ShouldBe(["", "3,00", "2,00", $"{2 * _world.Call.Definition.EntrySheet.Items.Count}"]);
        page.TextOf("main").ShouldContain("Rang 1 von 1 in der Prämierungsgruppe");
    }

    [Fact]
    public async Task The_page_takes_the_same_number_of_queries_for_few_and_for_many_reviews()
    {
        await HandInBothAsync();
        async Task<int> CountAsync()
        {
            await _lead.GetAsync(Address);
            _host.Queries.Reset();
            await _lead.GetAsync(Address);
            return _host.Queries.Count;
        }
        var one = await CountAsync();
        for (var number = 2; number <= 6; number++) await _world.AssignAsync(await _world.AdmitAsync(number));
        (await CountAsync()).ShouldBe(one);
    }

    private static string Token(Answer page) => page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task HandInBothAsync()
    {
        await _world.HandInAsync(_reviews[0].Id);
        await _world.HandInAsync(_reviews[1].Id, 2, Vote.NotSuitable);
    }
}
