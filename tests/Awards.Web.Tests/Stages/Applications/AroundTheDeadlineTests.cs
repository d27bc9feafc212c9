using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>Letters of intent, reminders, what counts after the deadline, extra time, and who speaks for a municipality.</summary>
public sealed class AroundTheDeadlineTests
{
    private static readonly DateTime LastHours = new(2026, 7, 31, 20, 0, 0, DateTimeKind.Utc);

    private static CallDefinition WithLetters(CallDefinition call) => call with
    {
        LetterOfIntentRequired = true,
        Phases = [new(PhaseKind.LetterOfIntent, call.Phases[0].From, call.Phases.First(phase => phase.Kind == PhaseKind.Application).From.AddDays(30)), .. call.Phases.Where(phase => phase.Kind != PhaseKind.LetterOfIntent)],
    };

    [Fact]
    public async Task Where_a_letter_of_intent_is_required_nobody_begins_without_one_and_it_is_changed_and_withdrawn_until_its_deadline()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host, WithLetters);
        host.Clock.Now = world.Call.Phase(PhaseKind.LetterOfIntent)!.Until!.Value.AddDays(-1);
        using var clerk = await host.SignedInAsync(Cast.ClerkOne);
        var begin = await clerk.SubmitAsync(await clerk.GetAsync(ApplicationLinks.Begin(World.Slug)), "main form");
        begin.TextOf("[data-errors]").ShouldContain("vorher eine Absichtserklärung");
        var address = ApplicationLinks.Letter(World.Slug);
        (await clerk.SubmitAsync(await clerk.GetAsync(address), "main form", new() { ["Name"] = "Ansprechperson", ["Mail"] = "kaputt" })).TextOf("[data-errors] a[href='#Mail']").ShouldNotBeEmpty();
        (await clerk.SubmitAsync(await clerk.GetAsync(address), "main form", new() { ["Name"] = "Ansprechperson", ["Mail"] = "a@musterstadt.example", ["Plan"] = "Ein Garten" })).IsRedirect.ShouldBeTrue();
        (await clerk.SubmitAsync(await clerk.GetAsync(address), "main form", new() { ["Plan"] = "Zwei Gärten" })).IsRedirect.ShouldBeTrue();
        var letter = await host.DbAsync(db => db.LettersOfIntent.SingleAsync());
        (letter.Plan, letter.ContactMail, letter.MunicipalityId).ShouldBe(("Zwei Gärten", "a@musterstadt.example", world.Municipalities[0].Id));
        (await host.DbAsync(db => db.Outbox.CountAsync(mail => mail.Kind == "letter-of-intent"))).ShouldBe(2);
        (await clerk.GetAsync(ApplicationLinks.Start)).TextOf("section[aria-labelledby=letters]").ShouldContain("abgegeben für Musterstadt 1");
        (await clerk.SubmitAsync(await clerk.GetAsync(ApplicationLinks.Begin(World.Slug)), "main form")).IsRedirect.ShouldBeTrue();
        host.Clock.Now = world.Call.Phase(PhaseKind.LetterOfIntent)!.Until!.Value;
        (await clerk.GetAsync(address)).Page.QuerySelector("main form").ShouldBeNull();
        (await host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_without_letters_of_intent_has_no_page_for_them()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host, call => call with { Phases = [.. call.Phases.Where(phase => phase.Kind != PhaseKind.LetterOfIntent)] });
        using var clerk = await host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync(ApplicationLinks.Letter(World.Slug))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Open_drafts_are_reminded_once_on_each_chosen_day()
    {
        await using var applying = await Applying.BeginAsync(call => call with { ReminderDays = [3, 1] });
        using var reader = await applying.ColleagueAsync(MemberRight.Read);
        await applying.FillAsync();
        applying.Host.Clock.Now = applying.Deadline.AddDays(-5);
        (await RemindAsync(applying)).ShouldBe(0);
        applying.Host.Clock.Now = applying.Deadline.AddDays(-3).AddHours(-2);
        (await RemindAsync(applying)).ShouldBe(1);
        (await RemindAsync(applying)).ShouldBe(0);
        var mail = await applying.Host.DbAsync(db => db.Outbox.SingleAsync(each => each.Kind == "reminder"));
        (mail.Recipient, mail.ObjectId).ShouldBe((Cast.ClerkOne, applying.Id));
        mail.Body.ShouldContain($"/kommune/bewerbungen/{applying.Id}");
        using var clerk = await applying.Host.SignedInAsync(Cast.ClerkOne);
        (await clerk.SubmitAsync(await clerk.GetAsync(ApplicationLinks.Check(applying.Id)), Applying.Form, new() { ["Confirmed"] = "true" })).IsRedirect.ShouldBeTrue();
        applying.Host.Clock.Now = applying.Deadline.AddDays(-1).AddHours(-2);
        (await RemindAsync(applying)).ShouldBe(0);
    }

    [Fact]
    public async Task After_the_deadline_the_last_submission_of_a_reopened_application_counts()
    {
        await using var applying = await Applying.BeginAsync(now: LastHours);
        await applying.FillAsync();
        await applying.SubmitAsync();
        var submitted = await applying.StoredAsync();
        await applying.Clerk.SubmitAsync(await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id)), "form[action*=Reopen]");
        await applying.SaveAsync(ApplicationLinks.Contribution(applying.Id), new() { ["Input.Title"] = "Nicht fertig geworden" });
        (await ReinstateAsync(applying)).ShouldBe(0);
        applying.Host.Clock.Now = applying.Deadline;
        (await ReinstateAsync(applying)).ShouldBe(1);
        (await ReinstateAsync(applying)).ShouldBe(0);
        var stored = await applying.StoredAsync();
        (stored.Status, stored.Texts.Title, stored.ArrivalNumber, stored.SubmittedAt, stored.ContentHash).ShouldBe((ApplicationState.Submitted, "Unser Beitrag", 1, submitted.SubmittedAt, ContentHash.Of(stored)));
        (await applying.Clerk.GetAsync(ApplicationLinks.History(applying.Id))).TextOf("tbody tr td[data-label=Vorher]").ShouldBe("Nicht fertig geworden");
        (await applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Extra_time_after_an_outage_is_granted_with_a_reason_shown_to_the_public_and_ends()
    {
        await using var applying = await Applying.BeginAsync(now: LastHours);
        await applying.FillAsync();
        applying.Host.Clock.Now = applying.Deadline.AddHours(1);
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id))).TextOf("main").ShouldContain("Bewerbungsfrist ist am");
        using var lead = await applying.Host.SignedInAsync(Cast.Lead);
        var address = $"/institut/{World.Slug}/einrichten/kalender/nachfrist";
        var local = Awards.Domain.Shared.GermanTime.Local(applying.Deadline.AddHours(3));
        Dictionary<string, string?> Fields(string reason) => new() { ["Day"] = local.ToString("yyyy-MM-dd", null), ["Time"] = local.ToString("HH:mm", null), ["Reason"] = reason };
        (await lead.SubmitAsync(await lead.GetAsync(address), "main form", Fields(""))).TextOf("[data-errors] a[href='#Reason']").ShouldContain("Die Begründung ist öffentlich.");
        (await lead.SubmitAsync(await lead.GetAsync(address), "main form", Fields("Der Server war ab 22 Uhr nicht erreichbar."))).IsRedirect.ShouldBeTrue();
        using var anybody = applying.Host.Visitor();
        (await anybody.GetAsync($"/wettbewerbe/{World.Slug}")).TextOf("main").ShouldContain("Der Server war ab 22 Uhr nicht erreichbar.");
        (await applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        applying.Host.Clock.Now = applying.Deadline.AddHours(3);
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id))).Page.QuerySelector("form[action*=Reopen]").ShouldBeNull();
    }

    [Fact]
    public async Task Who_does_not_speak_for_the_municipality_cannot_hand_in_any_more()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        await applying.SubmitAsync();
        using var lead = await applying.Host.SignedInAsync(Cast.Lead);
        var address = ApplicationLinks.Speakers(World.Slug, applying.Id);
        (await lead.SubmitAsync(await lead.GetAsync(address), "main form", new() { ["Standing"] = "Rejected" })).TextOf("[data-errors]").ShouldContain("woher Sie das wissen");
        (await lead.SubmitAsync(await lead.GetAsync(address), "main form", new() { ["Standing"] = "Rejected", ["Reason"] = "Anruf im Rathaus" })).IsRedirect.ShouldBeTrue();
        (await lead.GetAsync(address)).TextOf("tbody").ShouldContain("spricht nicht für die Kommune");
        await applying.Clerk.SubmitAsync(await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id)), "form[action*=Reopen]");
        (await applying.SubmitAsync()).TextOf("[data-errors]").ShouldContain("für diese Kommune nicht sprechen");
        (await applying.Clerk.GetAsync(ApplicationLinks.Begin(World.Slug))).TextOf("main").ShouldNotContain("Musterstadt 1");
    }

    [Fact]
    public async Task An_application_of_an_earlier_edition_fills_contact_and_answers_on_request()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        using var clerk = await host.SignedInAsync(Cast.ClerkOne);
        var applicant = new Applicant(clerk, world.Other.Definition);
        var earlier = await applicant.BeginAsync();
        await applicant.FillAsync(earlier, "Früher");
        var page = await clerk.GetAsync(ApplicationLinks.Begin(World.Slug));
        page.TextOf("main").ShouldContain("Früher");
        var answer = await clerk.SubmitAsync(page, "main form", new() { ["Earlier"] = earlier.Split('/')[^1] });
        var stored = await host.DbAsync(db => db.Applications.AsNoTracking().SingleAsync(each => each.CallId == world.Call.Id));
        answer.Location.ShouldBe(ApplicationLinks.Overview(stored.Id));
        (stored.Texts.ContactName, stored.Texts.Department, stored.Texts.Title, stored.Texts.Description).ShouldBe(("Ansprechperson", "Amt für Beispiele", "", ""));
        stored.Answers.Questions.ShouldNotBeEmpty();
    }

    private static Task<int> RemindAsync(Applying applying) => RunAsync<ReminderJob>(applying, job => job.RemindAsync(CancellationToken.None));

    private static Task<int> ReinstateAsync(Applying applying) => RunAsync<ReinstateJob>(applying, job => job.ReinstateAsync(CancellationToken.None));

    private static async Task<int> RunAsync<T>(Applying applying, Func<T, Task<int>> run)
    {
        using var scope = applying.Host.Services.CreateScope();
        return await run(ActivatorUtilities.CreateInstance<T>(scope.ServiceProvider));
    }
}
