using System.Net;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Stages.PreReview.ReviewingCase;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>A handed-in review is opened again: who learns what, and when.</summary>
public sealed class ReopeningTests
{
    private const string Reopen = "form[action*='handler=Reopen']";

    [Fact]
    public async Task Reopening_needs_a_reason_and_tells_lead_and_author_but_not_the_partner()
    {
        await using var one = await StartAsync();
        await HandInBothAsync(one);
        var (lead, author, partner) = (await one.SignedInAsync(Cast.Lead), await one.SignedInAsync(Cast.Reviewer(1)), await one.SignedInAsync(Cast.Reviewer(2)));
        var partnerPage = $"{Pages}/boegen/{one.Reviews[1].Id}";
        var id = one.Reviews[0].Id.ToString();
        (await lead.SubmitAsync(await lead.GetAsync(LeadPage), Reopen, new() { ["ReopenId"] = id })).TextOf("[data-errors]").ShouldContain("Bitte begründen Sie");
        (await lead.SubmitAsync(await lead.GetAsync(LeadPage), Reopen, new() { ["ReopenId"] = id, ["ReopenReason"] = "KanarieOeffnung" })).Location.ShouldBe(LeadPage);

        (await lead.GetAsync(LeadPage)).TextOf("main").ShouldContain("KanarieOeffnung");
        (await lead.GetAsync(LeadPage)).Text.ShouldNotContain("KanarieGrund");
        (await author.GetAsync(one.Address)).TextOf(".kern-alert--info").ShouldContain("KanarieOeffnung");
        (await author.GetAsync(one.Address)).Text.ShouldNotContain("KanarieGrund2");
        var waiting = await partner.GetAsync(partnerPage);
        waiting.TextOf("main").ShouldContain("Den Prüfbogen der zweiten Person sehen Sie hier, sobald auch sie abgegeben hat.");
        foreach (var word in new[] { "KanarieOeffnung", "KanarieGrund1" }) waiting.Text.ShouldNotContain(word);
        (await one.Host.DbAsync(db => db.AuditRows.SingleAsync(row => row.Action == AuditAction.ReviewReopened && row.ObjectType == nameof(ReviewReopening)))).Why.ShouldBe("KanarieOeffnung");

        var open = await author.GetAsync(one.Address);
        (await author.SubmitAsync(open, Form, button: ("step", "hand-in"))).Location.ShouldBe(one.Address);
        var again = await partner.GetAsync(partnerPage);
        foreach (var word in new[] { "KanarieOeffnung", "KanarieGrund1" }) again.Text.ShouldContain(word);
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_entrys_review_and_one_of_a_settled_entry_are_not_opened()
    {
        await using var one = await StartAsync();
        await HandInBothAsync(one);
        var other = await one.World.AssignAsync(await one.World.AdmitAsync(2));
        await one.World.HandInAsync(other[0].Id);
        var lead = await one.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync(LeadPage);
        (await lead.SubmitAsync(page, Reopen, new() { ["ReopenId"] = other[0].Id.ToString(), ["ReopenReason"] = "Grund" })).Status.ShouldBe(HttpStatusCode.NotFound);
        await one.World.SettleAsync(one.Entry);
        (await lead.SubmitAsync(page, Reopen, new() { ["ReopenId"] = one.Reviews[0].Id.ToString(), ["ReopenReason"] = "Grund" })).TextOf("[data-errors]").ShouldContain("schon beraten");
        (await lead.GetAsync(LeadPage)).Page.QuerySelector(Reopen).ShouldBeNull();
        using var editor = await one.Host.SignedInAsync(Cast.Editor);
        (await editor.PostRawAsync(LeadPage + "?handler=Reopen", [])).Status.ShouldNotBe(HttpStatusCode.OK);
        (await one.ReviewAsync()).State.ShouldBe(ReviewState.HandedIn);
    }

    [Fact]
    public async Task A_conflict_found_after_handing_in_is_mended_by_reopening_and_giving_it_away()
    {
        await using var one = await StartAsync();
        await HandInBothAsync(one);
        var lead = await one.SignedInAsync(Cast.Lead);
        await lead.SubmitAsync(await lead.GetAsync(LeadPage), "form[action*='handler=Conflict']", new() { ["ConflictPerson"] = one.World.Persons[Cast.Reviewer(1)].ToString(), ["Kind"] = nameof(ConflictKind.Personal) });
        await lead.SubmitAsync(await lead.GetAsync(LeadPage), Reopen, new() { ["ReopenId"] = one.Reviews[0].Id.ToString(), ["ReopenReason"] = "Befangenheit" });
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        (await author.GetAsync(one.Address)).Page.QuerySelector(Form).ShouldBeNull();
        (await author.GetAsync(one.Address + "/fassungen")).Status.ShouldBe(HttpStatusCode.NotFound);
        await lead.SubmitAsync(await lead.GetAsync(LeadPage), "form[action*='handler=Replace']", new() { ["ReviewId"] = one.Reviews[0].Id.ToString(), ["Successor"] = one.World.Persons[Cast.Reviewer(3)].ToString(), ["ReplacementReason"] = "Befangenheit" });
        (await one.ReviewAsync()).State.ShouldBe(ReviewState.Replaced);
        (await lead.GetAsync(LeadPage)).Text.ShouldNotContain("KanarieGrund");
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task Names_and_contents_are_shown_to_the_partner_and_the_jury_as_the_call_says(bool contents, bool names)
    {
        await using var one = await StartAsync(call => call with
        {
            Visibility = new() { Rules = [.. from audience in new[] { ReviewAudience.Partner, ReviewAudience.Jury } from phase in ReviewVisibility.Phases select new VisibilityRule(audience, phase, names, contents)] },
        });
        await HandInBothAsync(one);
        await one.World.SettleAsync(one.Entry);
        var (partner, member) = (await one.SignedInAsync(Cast.Reviewer(2)), await one.SignedInAsync(Cast.JuryMember));
        foreach (var page in new[] { await partner.GetAsync($"{Pages}/boegen/{one.Reviews[1].Id}"), await member.GetAsync($"/jury/{World.Slug}/beitraege/1") })
        {
            page.Text.Contains("KanarieGrund1").ShouldBe(contents);
            page.TextOf("main").Contains(Cast.Reviewer(1).Split('@')[0]).ShouldBe(names);
        }
        if (!contents) (await member.GetAsync($"/jury/{World.Slug}")).TextOf("main").ShouldNotContain("4,00");
    }

    [Fact]
    public async Task A_municipality_reads_reviews_only_where_the_call_says_so_and_the_entry_is_settled()
    {
        await using var silent = await StartAsync();
        await HandInBothAsync(silent);
        await silent.World.SettleAsync(silent.Entry);
        var application = $"/kommune/bewerbungen/{silent.Entry.ApplicationId}";
        (await (await silent.SignedInAsync(Cast.ClerkOne)).GetAsync(application)).Text.ShouldNotContain("KanarieGrund");

        await using var telling = await StartAsync(call => call with { Visibility = new() { Rules = [.. ReviewVisibility.Phases.Select(phase => new VisibilityRule(ReviewAudience.Municipality, phase, Contents: true))] } });
        var clerk = await telling.SignedInAsync(Cast.ClerkOne);
        await HandInBothAsync(telling);
        application = $"/kommune/bewerbungen/{telling.Entry.ApplicationId}";
        (await clerk.GetAsync(application)).Text.ShouldNotContain("KanarieGrund");
        await telling.World.SettleAsync(telling.Entry);
        var page = await clerk.GetAsync(application);
        page.Text.ShouldContain("KanarieGrund1");
        page.TextOf("main").ShouldNotContain(Cast.Reviewer(1).Split('@')[0]);
        using var stranger = await telling.Host.SignedInAsync(Cast.ClerkTwo);
        (await stranger.GetAsync(application)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task HandInBothAsync(ReviewingCase one)
    {
        await one.World.HandInAsync(one.Reviews[0].Id, reasons: "KanarieGrund1 mit genug Zeichen.");
        await one.World.HandInAsync(one.Reviews[1].Id, reasons: "KanarieGrund2 mit genug Zeichen.");
    }
}
