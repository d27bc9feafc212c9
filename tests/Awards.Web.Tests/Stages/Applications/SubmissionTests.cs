using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class SubmissionTests
{
    private static readonly DateTime LastSecond = new(2026, 7, 31, 21, 59, 59, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_missing_is_named_with_a_link_to_its_field_and_nothing_is_submitted()
    {
        await using var applying = await Applying.BeginAsync();
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        page.Page.QuerySelectorAll("section[aria-labelledby=missing] a").Select(each => each.GetAttribute("href")).Take(5).ShouldBe(
        [
            ApplicationLinks.Contact(applying.Id) + "#Input_ContactName", ApplicationLinks.Contact(applying.Id) + "#Input_ContactMail",
            ApplicationLinks.Contribution(applying.Id) + "#Input_Title", ApplicationLinks.Contribution(applying.Id) + "#Input_Summary",
            ApplicationLinks.Text(applying.Id) + "#Input_Description",
        ]);
        (await applying.SubmitAsync()).TextOf("[data-errors]").ShouldContain("Die Bewerbung ist noch nicht vollständig.");
        (await applying.StoredAsync()).Status.ShouldBe(ApplicationState.Draft);
    }

    [Fact]
    public async Task The_tick_is_needed()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        var page = await applying.SubmitAsync(confirmed: false);
        page.TextOf("[data-errors] a[href='#Confirmed']").ShouldBe("Bitte bestätigen Sie, dass die Angaben vollständig und richtig sind.");
        (await applying.StoredAsync()).Status.ShouldBe(ApplicationState.Draft);
    }

    [Fact]
    public async Task A_submission_gives_a_receipt_and_one_mail_in_the_same_transaction()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.World.SubmitAsync(2);
        await applying.FillAsync();
        (await applying.SubmitAsync()).Location.ShouldBe(ApplicationLinks.Receipt(applying.Id));
        var stored = await applying.StoredAsync();
        (stored.Status, stored.SubmittedAt, stored.ArrivalNumber, stored.ContentHash).ShouldBe((ApplicationState.Submitted, applying.Host.Clock.Now, 2, ContentHash.Of(stored)));
        var receipt = (await applying.Clerk.GetAsync(ApplicationLinks.Receipt(applying.Id))).TextOf("main");
        foreach (var part in new[] { "M-2026-E002", "2. März 2026, 10:00 Uhr", stored.ContentHash!, "Unser Beitrag", "kontakt@musterstadt.example", "Dauerangebot" }) receipt.ShouldContain(part);
        var mail = await applying.Host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        (mail.Recipient, mail.Subject, mail.ReceiptOf).ShouldBe(("kontakt@musterstadt.example", "Eingangsbestätigung M-2026-E002: Unser Beitrag", applying.Id));
        mail.Body.ShouldContain(stored.ContentHash!);
        (await applying.AuditsAsync(AuditAction.ApplicationSubmitted)).ShouldBe(1);
        (await applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_double_click_gives_one_number_one_mail_and_the_same_receipt()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Confirmed"] = "true" })));
        answers.ShouldAllBe(answer => answer.Location == ApplicationLinks.Receipt(applying.Id));
        (await applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Confirmed"] = "true" })).Location.ShouldBe(ApplicationLinks.Receipt(applying.Id));
        (await applying.StoredAsync()).ArrivalNumber.ShouldBe(1);
        (await applying.Host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(1);
        (await applying.AuditsAsync(AuditAction.ApplicationSubmitted)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_municipalities_at_the_same_time_get_different_numbers()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        await applying.Clerk.SubmitAsync(await applying.Clerk.GetAsync(ApplicationLinks.Begin(World.Slug)), "main form", new() { ["Another"] = "true" });
        var other = await applying.Host.DbAsync(db => db.Applications.Where(each => each.Id != applying.Id).Select(each => each.Id).SingleAsync());
        await applying.World.WriteAsync(async db =>
        {
            var (empty, full) = (await db.Applications.SingleAsync(each => each.Id == other), await db.Applications.SingleAsync(each => each.Id == applying.Id));
            var write = new WriteContext(null, applying.Host.Clock.Now);
            _ = empty.Describe(applying.World.Call, full.Texts, [], 0, write).Fact;
            _ = empty.Answer(applying.World.Call, full.Answers.Questions.ToDictionary(code => code, code => full.Answers[code]), 0, write).Fact;
            return true;
        });
        var pages = new[] { await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id)), await applying.Clerk.GetAsync(ApplicationLinks.Check(other)) };
        await Task.WhenAll(pages.Select(page => applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Confirmed"] = "true" })));
        (await applying.Host.DbAsync(db => db.Applications.Select(each => each.ArrivalNumber).ToListAsync())).ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task One_second_before_the_deadline_is_in_time()
    {
        await using var applying = await Applying.BeginAsync(now: LastSecond);
        await applying.FillAsync();
        var check = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        check.TextOf("section[aria-labelledby=submit]").ShouldContain("31. Juli 2026, 23:59 Uhr");
        check.TextOf("section[aria-labelledby=submit]").ShouldContain("Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit) – heute ist der letzte Tag");
        (await applying.SubmitAsync()).Location.ShouldBe(ApplicationLinks.Receipt(applying.Id));
    }

    [Fact]
    public async Task At_the_first_instant_too_late_nothing_is_saved_or_submitted_any_more()
    {
        await using var applying = await Applying.BeginAsync(now: LastSecond);
        await applying.FillAsync();
        var form = await applying.Clerk.GetAsync(ApplicationLinks.Contribution(applying.Id));
        var check = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        applying.Host.Clock.Now = applying.Deadline;
        var refused = await applying.Clerk.SubmitAsync(check, Applying.Form, new() { ["Confirmed"] = "true" });
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain("Die Bewerbungsfrist ist am Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit) abgelaufen.");
        var typed = await applying.Clerk.SubmitAsync(form, Applying.Form, new() { ["Input.Title"] = "zu spät" });
        typed.TextOf("[data-errors]").ShouldContain("abgelaufen");
        typed.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("zu spät");
        var stored = await applying.StoredAsync();
        (stored.Status, stored.Texts.Title).ShouldBe((ApplicationState.Draft, "Unser Beitrag"));
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id))).TextOf("main").ShouldContain("Diese Bewerbung ist nicht eingereicht");
    }

    [Fact]
    public async Task A_request_that_began_before_the_deadline_counts_however_long_it_has_to_wait()
    {
        await using var applying = await Applying.BeginAsync(now: LastSecond);
        await applying.FillAsync();
        var check = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        using var scope = applying.Host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var busy = db.WriteAsync(WriteContext.System(LastSecond, "Andrang"), AuditAction.SeedLoaded, async () =>
        {
            entered.SetResult();
            await release.Task;
            return (Outcome<bool>)true;
        }, lockOn: applying.World.Call.Id);
        await entered.Task;
        applying.Host.Queries.Reset();
        var submission = applying.Clerk.SubmitAsync(check, Applying.Form, new() { ["Confirmed"] = "true" });
        while (applying.Host.Queries.Count == 0) await Task.Delay(10);
        applying.Host.Clock.Now = applying.Deadline.AddMinutes(5);
        release.SetResult();
        (await busy).Refusal.ShouldBeNull();
        (await submission).Location.ShouldBe(ApplicationLinks.Receipt(applying.Id));
        (await applying.StoredAsync()).SubmittedAt.ShouldBe(LastSecond);
    }

    [Fact]
    public async Task A_submission_is_made_of_what_the_person_saw()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        var check = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        await applying.SaveAsync(ApplicationLinks.Contribution(applying.Id), new() { ["Input.Title"] = "Inzwischen geändert" });
        var answer = await applying.Clerk.SubmitAsync(check, Applying.Form, new() { ["Confirmed"] = "true" });
        answer.TextOf("[data-errors]").ShouldContain("Unten steht der neue Stand.");
        answer.TextOf("main").ShouldContain("Inzwischen geändert");
        (await applying.Clerk.SubmitAsync(answer, Applying.Form, new() { ["Confirmed"] = "true" })).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reopened_application_keeps_its_number_and_what_is_changed_counts_once_it_is_submitted_again()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        await applying.SubmitAsync();
        var overview = await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id));
        (await applying.Clerk.SubmitAsync(overview, "form[action*=Reopen]")).IsRedirect.ShouldBeTrue();
        (await applying.Clerk.SubmitAsync(overview, "form[action*=Reopen]")).IsRedirect.ShouldBeTrue();
        (await applying.AuditsAsync(AuditAction.ApplicationReopened)).ShouldBe(1);
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id))).TextOf(".kern-alert--warning").ShouldContain("sonst zählt nach der Frist die zuletzt eingereichte Fassung");
        (await applying.Clerk.GetAsync(ApplicationLinks.Receipt(applying.Id))).IsRedirect.ShouldBeTrue();
        (await applying.Clerk.GetAsync(ApplicationLinks.ReceiptPdf(applying.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        await applying.SaveAsync(ApplicationLinks.Contribution(applying.Id), new() { ["Input.Title"] = "Verbessert" });
        (await applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        var stored = await applying.StoredAsync();
        (stored.ArrivalNumber, stored.Texts.Title, stored.ContentHash).ShouldBe((1, "Verbessert", ContentHash.Of(stored)));
        (await applying.Host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_reopened()
    {
        await using var applying = await Applying.BeginAsync(now: LastSecond);
        await applying.FillAsync();
        await applying.SubmitAsync();
        var overview = await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id));
        applying.Host.Clock.Now = applying.Deadline;
        (await applying.Clerk.SubmitAsync(overview, "form[action*=Reopen]")).TextOf("[data-errors]").ShouldContain("abgelaufen");
        (await applying.StoredAsync()).Status.ShouldBe(ApplicationState.Submitted);
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id))).Page.QuerySelector("form[action*=Reopen]").ShouldBeNull();
    }

    [Fact]
    public async Task The_receipt_as_a_file_leaves_a_trace()
    {
        await using var applying = await Applying.BeginAsync();
        (await applying.Clerk.GetAsync(ApplicationLinks.ReceiptPdf(applying.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        await applying.FillAsync();
        await applying.SubmitAsync();
        var (status, type, content) = await applying.Clerk.DownloadAsync(ApplicationLinks.ReceiptPdf(applying.Id));
        (status, type).ShouldBe((HttpStatusCode.OK, "application/pdf"));
        content.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        (await applying.AuditsAsync(AuditAction.ReceiptDownloaded)).ShouldBe(1);
    }

    [Fact]
    public async Task A_saved_answer_and_a_submission_take_few_queries()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        var check = await applying.Clerk.GetAsync(ApplicationLinks.Check(applying.Id));
        applying.Host.Queries.Reset();
        (await applying.Clerk.SubmitAsync(check, Applying.Form, new() { ["Confirmed"] = "true" })).IsRedirect.ShouldBeTrue();
        applying.Host.Queries.Count.ShouldBeLessThanOrEqualTo(17);
    }
}
