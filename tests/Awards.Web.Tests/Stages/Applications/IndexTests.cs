using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Testing;
using Awards.Web.Stages.Applications;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class IndexTests
{
    [Fact]
    public async Task A_draft_says_what_is_missing_and_how_long_there_is_time()
    {
        await using var applying = await Applying.BeginAsync(now: new DateTime(2026, 7, 29, 21, 0, 0, DateTimeKind.Utc));
        var text = (await applying.Clerk.GetAsync(ApplicationLinks.Start)).TextOf("section[aria-labelledby=now]");
        text.ShouldContain("Noch ohne Titel");
        text.ShouldContain("bis Freitag, 31. Juli 2026, 24 Uhr (Berliner Zeit) – noch 2 Tage");
        text.ShouldContain("10 Angaben fehlen");
    }

    [Fact]
    public async Task After_submission_the_application_moves_to_the_finished_ones_with_its_number()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        (await applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Start);
        page.TextsOf("section[aria-labelledby=others] tbody tr > :is(a, td), section[aria-labelledby=others] tbody a").ShouldBe(["Unser Beitrag", "Zusammenleben Hand in Hand – heute", "eingereicht", "M-2026-E001", "2. März 2026"]);
        page.TextOf("section[aria-labelledby=now]").ShouldNotContain("Unser Beitrag");
    }

    [Fact]
    public async Task A_draft_after_the_deadline_is_shown_as_not_handed_in()
    {
        await using var applying = await Applying.BeginAsync(now: new DateTime(2026, 7, 31, 21, 59, 59, DateTimeKind.Utc));
        applying.Host.Clock.Now = applying.Deadline;
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Start);
        page.TextOf("section[aria-labelledby=others] tbody tr").ShouldContain("nicht eingereicht");
        page.TextOf("main").ShouldContain("Zurzeit ist nichts zu tun. Sobald ein Wettbewerb Bewerbungen annimmt, steht er hier.");
    }

    [Fact]
    public async Task A_colleagues_application_is_announced_but_not_shown()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.SaveAsync(ApplicationLinks.Contribution(applying.Id), new() { ["Input.Title"] = "Kanarienvogel" });
        await Applying.AffiliateAsync(applying.World, Cast.Stranger, 1);
        using var colleague = await applying.Host.SignedInAsync(Cast.Stranger);
        var page = await colleague.GetAsync(ApplicationLinks.Start);
        page.Text.ShouldNotContain("Kanarienvogel");
        page.TextOf("section[aria-labelledby=open]").ShouldContain("Für Musterstadt 1 hat schon jemand eine Bewerbung begonnen.");
    }

    [Fact]
    public async Task The_list_takes_the_same_number_of_queries_for_one_and_for_many()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.Clerk.GetAsync(ApplicationLinks.Start);
        async Task<int> CountAsync()
        {
            applying.Host.Queries.Reset();
            (await applying.Clerk.GetAsync(ApplicationLinks.Start)).Page.QuerySelectorAll("section[aria-labelledby=others] tbody tr").Length.ShouldBeGreaterThan(0);
            return applying.Host.Queries.Count;
        }
        await applying.World.SubmitAsync(1);
        var one = await CountAsync();
        for (var number = 0; number < 8; number++) await applying.World.SubmitAsync(1);
        await applying.World.AdmitAsync(1);
        (await CountAsync()).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(8);
        // Only drafts, of which a person has few, are read as a whole.
        applying.Host.Queries.Commands.ShouldNotContain(command => command.Contains("Description", StringComparison.Ordinal) && !command.Contains("'Draft'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admitted_application_shows_the_number_of_its_entry()
    {
        await using var applying = await Applying.BeginAsync();
        var entry = await applying.World.AdmitAsync(1);
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Start);
        page.TextOf("section[aria-labelledby=others]").ShouldContain("M-2026-001");
        (await applying.Clerk.GetAsync(ApplicationLinks.Overview(entry.ApplicationId))).TextOf("main").ShouldContain("Sie nimmt unter der Nummer M-2026-001 am Wettbewerb teil.");
    }

    [Fact]
    public async Task An_excluded_application_shows_the_reason_to_its_applicant()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        await applying.SubmitAsync();
        await applying.World.WriteAsync(async db =>
        {
            var application = (await db.Applications.FindAsync(applying.Id))!;
            db.IntakeDecisions.Add(Admission.Exclude(application, new(null, applying.Host.Clock.Now, "Vereine können nicht teilnehmen. <b>")).Fact);
            return true;
        });
        var page = await applying.Clerk.GetAsync(ApplicationLinks.Overview(applying.Id));
        page.TextOf(".kern-alert--danger").ShouldContain("Vereine können nicht teilnehmen. <b>");
        page.Page.QuerySelector("form[action*=Reopen]").ShouldBeNull();
        (await applying.StoredAsync()).Status.ShouldBe(ApplicationState.Excluded);
    }
}
