using System.Net;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Consensus;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Stages.Consensus.SessionCase;

namespace Awards.Web.Tests.Stages.Consensus;

/// <summary>The lead plans and runs a session.</summary>
public sealed class SessionTests
{
    private static readonly (int, Vote, int, Vote) Apart = (5, Vote.Suitable, 1, Vote.NotSuitable), Good = (5, Vote.Suitable, 5, Vote.Suitable), Bad = (1, Vote.NotSuitable, 1, Vote.NotSuitable);

    [Fact]
    public async Task A_plan_needs_day_time_and_place_and_keeps_what_was_typed()
    {
        await using var one = await StartAsync(Good);
        var answer = await one.PlanAsync(new() { ["Place"] = "", ["Day"] = "morgen", ["Time"] = "mittags", ["Margin"] = "0,55", ["Note"] = "Getippte Bemerkung" });
        foreach (var word in new[] { "einen Tag an", "eine Uhrzeit an", "höchstens einer Stelle" }) answer.TextOf("[data-errors]").ShouldContain(word);
        answer.TextOf("textarea").ShouldBe("Getippte Bemerkung");
        (await one.PlanAsync(new() { ["Place"] = "" })).TextOf("[data-errors]").ShouldContain("wo die Sitzung stattfindet");
        (await one.PlanAsync(new() { ["Margin"] = "0,7" })).IsRedirect.ShouldBeTrue();
        var session = await one.LoadAsync();
        (session.MarginTenths, session.HidesNames, session.BeginsAt, session.Seats.Count).ShouldBe((7, true, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), 4));
        (await one.Lead.GetAsync(ConsensusLinks.List(World.Slug))).TextOf("tbody").ShouldContain("Erste Sitzung");
        (await one.Lead.GetAsync(ConsensusLinks.Plan(World.Slug, one.Session))).Page.QuerySelector("[name=Margin]")!.GetAttribute("value").ShouldBe("0,7");
    }

    [Fact]
    public async Task The_agenda_makes_itself_and_says_who_leaves()
    {
        await using var one = await StartAsync(Good, Bad, Apart);
        await one.DeclareAsync(2, Cast.Reviewer(3));
        await one.PlanAsync();
        var page = await one.Lead.GetAsync(one.Page);
        page.TextsOf("tbody th a").ShouldBe([one.Entries[2].ApplicantName, one.Entries[0].ApplicantName, one.Entries[1].ApplicantName]);
        page.TextOf("main").ShouldContain("In dieser Reihenfolge verlässt so oft jemand den Raum: 1");
        page.TextOf("tbody tr").ShouldContain("hinaus: " + Cast.Reviewer(3).Split('@')[0]);
        await one.AddAsync(4, Vote.Suitable, 1, Vote.NotSuitable);
        (await one.Lead.GetAsync(one.Page)).TextOf(".kern-alert--info").ShouldContain("hat sich etwas geändert");
        await one.DoAsync("DrawUp");
        (await one.Lead.GetAsync(one.Page)).TextsOf("tbody th a").Count.ShouldBe(4);
        (await one.DoAsync("Begin")).Location.ShouldBe(ConsensusLinks.Current(World.Slug, one.Session));
        (await one.Lead.GetAsync(ConsensusLinks.List(World.Slug))).TextOf("tbody").ShouldContain("läuft");
    }

    [Fact]
    public async Task Items_are_called_settled_with_history_put_off_and_left_open_for_the_next_session()
    {
        await using var one = await StartAsync(Apart, Good, Bad);
        await one.DeclareAsync(0, Cast.Reviewer(3));
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        var page = await one.Lead.GetAsync(one.Page);
        page.TextOf("#jetzt").ShouldContain("Bitte jetzt hinaus: " + Cast.Reviewer(3).Split('@')[0]);
        foreach (var word in new[] { "KanarieEins1", "KanarieZwei1", "Votum 1", "nicht geeignet" }) page.TextOf("#jetzt").ShouldContain(word);
        page.TextOf("#jetzt .two-votes").ShouldNotContain(Cast.Reviewer(1).Split('@')[0]);
        (await one.Lead.SubmitAsync(page, Settle, new() { ["Outcome"] = "group", ["Reasons"] = " " })).TextOf("[data-errors]").ShouldContain("Bitte begründen Sie");
        (await one.Lead.SubmitAsync(page, Settle, new() { ["Outcome"] = "group", ["Reasons"] = "Erste Begründung" })).IsRedirect.ShouldBeTrue();
        one.Host.Clock.Now += TimeSpan.FromMinutes(5);
        await one.Lead.SubmitAsync(await one.Lead.GetAsync(one.Page), Settle, new() { ["Outcome"] = "none", ["Reasons"] = "Zweite Begründung" });
        (await one.Lead.GetAsync(one.Page)).TextOf("#jetzt").ShouldContain("Erste Begründung");
        var result = (await one.ResultsAsync()).ShouldHaveSingleItem();
        (result.Outcome, result.SessionId, result.Earlier.Single().Reasons).ShouldBe((ConsensusOutcome.DoNotPropose, one.Session, "Erste Begründung"));

        await one.DoAsync("Go", 1);
        (await one.Lead.GetAsync(one.Page)).TextOf("#jetzt").ShouldContain("Wieder herein: " + Cast.Reviewer(3).Split('@')[0]);
        await one.DoAsync("Postpone", 1);
        var session = await one.LoadAsync();
        (session.CurrentEntryId, session.Agenda[^1].EntryId).ShouldBe((one.Entries[2].Id, one.Entries[1].Id));
        await one.DoAsync("Close");
        (await one.Lead.GetAsync(one.Page)).Page.QuerySelector("#jetzt").ShouldBeNull();
        (await one.Lead.PostRawAsync(one.Page + "?handler=Go", new() { ["EntryId"] = one.Entries[1].Id.ToString(), ["__RequestVerificationToken"] = Token(page) })).TextOf("[data-errors]").ShouldContain("läuft nicht");
        (await one.Host.DbAsync(db => db.Reviews.CountAsync(review => review.Vote == Vote.NotSuitable))).ShouldBe(3, "original votes stay");
        (await one.Host.CheckAsync()).ShouldBeEmpty();

        var first = one.Session;
        await one.PlanAsync(new() { ["Title"] = "Zweite Sitzung" });
        (await one.LoadAsync()).Items.Select(item => item.EntryId).ShouldBe([one.Entries[1].Id, one.Entries[2].Id], ignoreOrder: true);
        one.Session.ShouldNotBe(first);
        await one.PlanAsync(new() { ["Title"] = "Dritte Sitzung" });
        (await one.LoadAsync()).Items.ShouldBeEmpty("its entries are on the agenda of the second one");
        var actions = await one.Host.DbAsync(db => db.AuditRows.Select(row => row.Action).Distinct().ToListAsync());
        foreach (var action in new[] { AuditAction.SessionPlanned, AuditAction.SessionBegun, AuditAction.SessionItemCalled, AuditAction.ConsensusSettled, AuditAction.SessionClosed }) actions.ShouldContain(action);
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_leads_who_decide_the_same_item_the_second_sees_that_somebody_was_faster()
    {
        await using var one = await StartAsync(Apart, Good);
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        var other = await one.SignedInAsync(Cast.Lead);
        var (mine, theirs) = (await one.Lead.GetAsync(one.Page), await other.GetAsync(one.Page));
        var answers = await Task.WhenAll(one.Lead.SubmitAsync(mine, Settle, new() { ["Outcome"] = "group", ["Reasons"] = "Meine Gründe" }), other.SubmitAsync(theirs, Settle, new() { ["Outcome"] = "none", ["Reasons"] = "Deren Gründe" }));
        var refused = answers.Where(answer => !answer.IsRedirect).ShouldHaveSingleItem();
        refused.TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert");
        var kept = (await one.ResultsAsync()).ShouldHaveSingleItem();
        kept.Earlier.ShouldBeEmpty();
        refused.TextOf($"{Settle} textarea").ShouldBe(kept.Reasons == "Meine Gründe" ? "Deren Gründe" : "Meine Gründe");

        var page = await other.GetAsync(one.Page);
        await one.DoAsync("Go", 1);
        var late = await other.SubmitAsync(page, Settle, new() { ["Outcome"] = "none", ["Reasons"] = "Zu spät getippt" });
        late.TextOf("[data-errors]").ShouldContain("ein anderer Punkt aufgerufen");
        late.TextOf(".kern-alert--warning").ShouldContain("Zu spät getippt");
        (await one.ResultsAsync()).ShouldHaveSingleItem().Version.ShouldBe(kept.Version);
    }

    [Fact]
    public async Task A_conflict_declared_in_the_session_sends_out_at_once_and_nothing_is_settled_with_somebody_barred_inside()
    {
        await using var one = await StartAsync(Apart);
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        var page = await one.Lead.GetAsync(one.Page);
        (await one.Lead.SubmitAsync(page, Recuse, new() { ["Person"] = "", ["Kind"] = "" })).TextOf("[data-errors]").ShouldContain("wer befangen ist");
        (await one.Lead.SubmitAsync(page, Recuse, new() { ["Person"] = one.World.Persons[Cast.Reviewer(3)].ToString(), ["Kind"] = nameof(ConflictKind.Personal) })).IsRedirect.ShouldBeTrue();
        (await one.LoadAsync()).Out.ShouldBe([one.World.Persons[Cast.Reviewer(3)]]);
        await one.DeclareAsync(0, Cast.Reviewer(2));
        page = await one.Lead.GetAsync(one.Page);
        page.TextOf(".kern-alert--warning").ShouldContain(Cast.Reviewer(2).Split('@')[0]);
        (await one.Lead.SubmitAsync(page, Settle, new() { ["Outcome"] = "none", ["Reasons"] = "Gründe" })).TextOf("[data-errors]").ShouldContain("noch jemand im Raum");
        await one.DoAsync("Room");
        (await one.LoadAsync()).Out.Count().ShouldBe(2);
        await one.DeclareAsync(0, Cast.Lead);
        page = await one.Lead.GetAsync(one.Page);
        page.Page.QuerySelector(Settle).ShouldBeNull();
        (await one.Lead.PostRawAsync(one.Page + "?handler=Settle", new() { ["EntryId"] = one.Entries[0].Id.ToString(), ["Version"] = "-1", ["Outcome"] = "none", ["Reasons"] = "Gründe", ["__RequestVerificationToken"] = Token(page) })).TextOf("[data-errors]").ShouldContain("selbst befangen");
        (await one.ResultsAsync()).ShouldBeEmpty();
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_block_is_settled_whole_or_not_at_all()
    {
        await using var one = await StartAsync(Good, Good, Bad, Apart);
        await one.DeclareAsync(2, Cast.Reviewer(3));
        await one.BeginAsync();
        var page = await one.Lead.GetAsync(one.Block);
        page.Page.QuerySelectorAll("[name=Ticked]").Length.ShouldBe(2);
        page.TextOf("main").ShouldContain("einzeln aufrufen, befangen: " + Cast.Reviewer(3).Split('@')[0]);
        (await one.Lead.SubmitAsync(page, "main form", new() { ["Sentence"] = " " })).TextOf("[data-errors]").ShouldContain("Bitte schreiben Sie die Begründung");
        (await one.Lead.SubmitAsync(page, "main form", new() { ["Sentence"] = "{{unsinn}}" })).TextOf("[data-errors]").ShouldContain("{{unsinn}}");
        await one.World.WriteAsync(async db =>
        {
            var review = await db.Reviews.SingleAsync(each => each.Id == one.Pairs[1][0].Id);
            db.ReviewReopenings.Add(review.Reopen(settled: false, new(one.World.Persons[Cast.Lead], one.Host.Clock.Now, "Nachfrage")).Fact);
            return true;
        });
        await one.World.HandInAsync(one.Pairs[1][0].Id, 4);
        var refused = await one.Lead.SubmitAsync(page, "main form");
        refused.TextOf("[data-errors]").ShouldContain("Es wurde nichts entschieden");
        refused.TextOf(".kern-alert--warning").ShouldContain("M-2026-002: An den Prüfbögen hat sich etwas geändert");
        (await one.ResultsAsync()).ShouldBeEmpty();
        (await one.Lead.SubmitAsync(await one.Lead.GetAsync(one.Block), "main form", new() { ["Sentence"] = "Beide: {{votum}}, {{punkte}}, {{kommune}}." })).Location.ShouldBe(one.Page);
        var results = await one.ResultsAsync();
        results.Select(result => result.Reasons).ShouldBe([$"Beide: geeignet, 5,00, {one.Entries[0].ApplicantName}.", $"Beide: geeignet, 4,50, {one.Entries[1].ApplicantName}."], ignoreOrder: true);
        results.ShouldAllBe(result => result.Outcome == ConsensusOutcome.ProposeInGroup && result.SessionId == one.Session);
        (await one.LoadAsync()).Items.Count(item => item.InBlock).ShouldBe(2);
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_review_opened_again_takes_its_entry_off_the_agenda_with_a_word()
    {
        await using var one = await StartAsync(Apart, Good);
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        var entry = await one.Lead.GetAsync($"/institut/{World.Slug}/beitraege/1");
        (await one.Lead.SubmitAsync(entry, "form[action*='handler=Reopen']", new() { ["ReopenId"] = one.Pairs[0][0].Id.ToString(), ["ReopenReason"] = "Nachfrage" })).IsRedirect.ShouldBeTrue();
        var page = await one.Lead.GetAsync(one.Page);
        page.TextOf("#jetzt").ShouldContain("Noch ist kein Beitrag aufgerufen");
        page.TextOf("main").ShouldContain("Bei diesen Beiträgen ist ein Prüfbogen wieder geöffnet");
        foreach (var address in new[] { one.Page, one.Projection, one.Block }) (await one.Lead.GetAsync(address)).Text.ShouldNotContain("KanarieZwei1");
        using var partner = await one.Host.SignedInAsync(Cast.Reviewer(2));
        (await partner.GetAsync(one.Seat)).Text.ShouldNotContain("M-2026-001");
        await one.World.HandInAsync(one.Pairs[0][0].Id, 4);
        await one.DoAsync("DrawUp");
        (await one.LoadAsync()).Agenda[^1].EntryId.ShouldBe(one.Entries[0].Id);
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_who_takes_part_is_invited_and_who_is_excused_is_not()
    {
        await using var one = await StartAsync(Good);
        await one.PlanAsync(new() { ["Excused"] = one.World.Persons[Cast.Reviewer(2)].ToString(), ["Link"] = "https://video.example/1" });
        (await one.DoAsync("Invite")).IsRedirect.ShouldBeTrue();
        var mails = await one.Host.DbAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == SessionMails.Invitation.Code).ToListAsync());
        mails.Select(mail => mail.Recipient).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(3), Cast.Lead], ignoreOrder: true);
        foreach (var mail in mails)
        {
            foreach (var word in new[] { "2. März 2026, 10:00 Uhr", "Ort: Saal 1", "Video: https://video.example/1" }) mail.Body.ShouldContain(word);
            mail.Body.Contains(one.Seat).ShouldBe(mail.Recipient != Cast.Lead);
        }
        await one.DoAsync("Begin");
        (await one.Lead.PostRawAsync(one.Page + "?handler=Invite", new() { ["__RequestVerificationToken"] = Token(await one.Lead.GetAsync(one.Page)) })).TextOf("[data-errors]").ShouldContain("noch nicht begonnen");
    }

    [Fact]
    public async Task The_page_of_a_session_takes_the_same_number_of_queries_for_3_and_for_30_entries()
    {
        await using var one = await StartAsync(Apart, Good, Bad);
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        async Task<(int Session, int Projection, int Block)> CountAsync()
        {
            async Task<int> OfAsync(string address)
            {
                (await one.Lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
                one.Host.Queries.Reset();
                await one.Lead.GetAsync(address);
                return one.Host.Queries.Count;
            }
            return (await OfAsync(one.Page), await OfAsync(one.Projection), await OfAsync(one.Block));
        }
        var three = await CountAsync();
        for (var more = 0; more < 27; more++) await one.AddAsync(3 + more % 3, Vote.Suitable, 3, more % 2 == 0 ? Vote.Suitable : Vote.NotSuitable);
        await one.DoAsync("DrawUp");
        (await one.Lead.GetAsync(one.Page)).TextsOf("tbody th a").Count.ShouldBe(30);
        (await CountAsync()).ShouldBe(three);
    }

    private static string Token(Answer page) => page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
