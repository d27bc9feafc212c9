using System.Net;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Stages.Consensus;
using static Awards.Web.Tests.Stages.Consensus.SessionCase;

namespace Awards.Web.Tests.Stages.Consensus;

/// <summary>Who sees what of a running session: those who take part, those who are recused, the projector, everybody else.</summary>
public sealed class SeatTests
{
    private static readonly (int, Vote, int, Vote) Apart = (5, Vote.Suitable, 1, Vote.NotSuitable), Good = (5, Vote.Suitable, 5, Vote.Suitable);

    [Fact]
    public async Task A_recused_participant_sees_the_number_and_nothing_else_and_follows_when_the_next_item_comes()
    {
        await using var one = await StartAsync(Apart, Good);
        await one.DeclareAsync(0, Cast.Reviewer(3));
        await one.BeginAsync();
        await one.DoAsync("Go", 0);
        var (there, recused) = (await one.SignedInAsync(Cast.Reviewer(1)), await one.SignedInAsync(Cast.Reviewer(3)));
        foreach (var word in new[] { "KanarieEins1", "KanarieZwei1", "Beitrag 1", one.Entries[0].ApplicantName }) (await there.GetAsync(one.Seat)).Text.ShouldContain(word);
        var hidden = await recused.GetAsync(one.Seat);
        hidden.TextOf(".kern-alert--warning").ShouldContain("M-2026-001");
        foreach (var word in new[] { "Kanarie", "Beitrag 1", one.Entries[0].ApplicantName, "nicht geeignet", "5,00" }) hidden.TextOf("main").ShouldNotContain(word);
        var state = (await recused.GetAsync(ConsensusLinks.SeatState(World.Slug, one.Session))).Text;
        await one.DoAsync("Go", 1);
        (await recused.GetAsync(ConsensusLinks.SeatState(World.Slug, one.Session))).Text.ShouldNotBe(state);
        (await recused.GetAsync(one.Seat)).Text.ShouldContain("KanarieEins2");
        (await recused.GetAsync("/vorpruefung")).TextOf("main").ShouldContain("Erste Sitzung");
        // Declared elsewhere, before anybody noted that the person left.
        await one.DeclareAsync(1, Cast.Reviewer(1));
        (await there.GetAsync(one.Seat)).Text.ShouldNotContain("Kanarie");
        await one.DoAsync("Close");
        (await recused.GetAsync(one.Seat)).Text.ShouldNotContain("Kanarie");
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        await using var one = await StartAsync(Apart);
        await one.BeginAsync(new() { ["Seats"] = $"{one.World.Persons[Cast.Reviewer(1)]}\n{one.World.Persons[Cast.Reviewer(2)]}", ["Excused"] = one.World.Persons[Cast.Reviewer(2)].ToString() });
        await one.DoAsync("Go", 0);
        foreach (var mail in new[] { Cast.Reviewer(2), Cast.Reviewer(3) })
        {
            var visitor = await one.SignedInAsync(mail);
            foreach (var address in new[] { one.Seat, ConsensusLinks.SeatState(World.Slug, one.Session) }) (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.GetAsync("/vorpruefung")).TextOf("main").ShouldNotContain("Erste Sitzung");
        }
        foreach (var mail in new[] { Cast.Reviewer(1), Cast.Editor, Cast.OtherLead, Cast.JuryChair, Cast.ClerkOne })
        {
            var visitor = await one.SignedInAsync(mail);
            foreach (var address in new[] { one.Page, one.Projection, ConsensusLinks.ProjectionState(World.Slug, one.Session), one.Block, ConsensusLinks.Minutes(World.Slug, one.Session) }.Concat(mail == Cast.Reviewer(1) ? [] : [one.Seat]))
            {
                var answer = await visitor.GetAsync(address);
                answer.Status.ShouldNotBe(HttpStatusCode.OK, $"{mail} {address}");
                answer.Text.ShouldNotContain("Kanarie");
            }
        }
        (await one.Lead.GetAsync(ConsensusLinks.Session(World.OtherSlug, one.Session))).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_projection_follows_the_lead_and_hides_names_while_the_session_does()
    {
        await using var one = await StartAsync(Apart, Good);
        await one.DeclareAsync(0, Cast.Reviewer(3));
        await one.BeginAsync();
        var empty = await one.Lead.GetAsync(one.Projection);
        empty.TextOf("main").ShouldContain("über keinen Beitrag beraten");
        empty.Page.QuerySelector("header, nav, footer").ShouldBeNull();
        empty.Page.QuerySelector("noscript")!.InnerHtml.ShouldContain("http-equiv=\"refresh\"");
        var state = empty.Page.Body!.GetAttribute("data-state");
        (await one.Lead.GetAsync(empty.Page.Body.GetAttribute("data-follow")!)).Text.ShouldBe(state);
        await one.DoAsync("Go", 0);
        (await one.Lead.GetAsync(empty.Page.Body.GetAttribute("data-follow")!)).Text.ShouldNotBe(state);
        var shown = await one.Lead.GetAsync(one.Projection);
        foreach (var word in new[] { "M-2026-001", "Beitrag 1", "KanarieEins1", "KanarieZwei1", "Nicht im Raum: " + Cast.Reviewer(3).Split('@')[0] }) shown.TextOf("main").ShouldContain(word);
        shown.TextOf("main").ShouldNotContain(Cast.Reviewer(1).Split('@')[0]);
        await one.DoAsync("Names");
        (await one.Lead.GetAsync(one.Projection)).TextOf("main").ShouldContain(Cast.Reviewer(1).Split('@')[0]);
        await one.DoAsync("Close");
        (await one.Lead.GetAsync(one.Projection)).Text.ShouldNotContain("Kanarie");
    }
}
