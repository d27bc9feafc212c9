using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Jury;

public sealed class JuryPagesTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(Cast.Lead)]
    [InlineData(Cast.Stranger)]
    [InlineData(Cast.ClerkOne)]
    public async Task Only_the_jury_of_the_call_gets_in(string mail)
    {
        await _world.SettledAsync(1);
        using var visitor = await _host.SignedInAsync(mail);
        foreach (var address in new[] { JuryLinks.Start, JuryLinks.Call(World.Slug), JuryLinks.Entry(World.Slug, 1), JuryLinks.Prize(World.Slug, 1) })
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
    }

    [Fact]
    public async Task A_jury_member_has_no_business_in_another_call_and_nobody_without_signing_in()
    {
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.GetAsync(JuryLinks.Call(World.OtherSlug))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await member.GetAsync(JuryLinks.Call("gibt-es-nicht"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync(JuryLinks.Entry(World.Slug, 99))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = _host.Visitor();
        (await nobody.GetAsync(JuryLinks.Call(World.Slug))).Location!.ShouldContain("/anmelden");
    }

    [Fact]
    public async Task Members_are_told_what_will_come_while_nothing_is_settled()
    {
        await _world.ReviewedAsync(1);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.GetAsync(JuryLinks.Start)).TextOf("main").ShouldContain("Noch gibt es nichts zu tun.");
        var page = await member.GetAsync(JuryLinks.Call(World.Slug));
        page.TextOf("main").ShouldContain("Noch gibt es keinen Vorschlag.");
        page.TextOf("main").ShouldContain("Beraten sind 0 von 1 Beiträgen.");
        page.TextOf("main").ShouldContain("Die Jury tagt ab dem");
    }

    [Fact]
    public async Task Points_and_votes_of_an_unsettled_entry_stay_hidden_although_both_have_handed_in()
    {
        var entry = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id, 3, Vote.Suitable, "Kanarienvogel in der Begründung");
        using var chair = await _host.SignedInAsync(Cast.JuryChair);
        foreach (var address in new[] { JuryLinks.Call(World.Slug), JuryLinks.Entry(World.Slug, 1), JuryLinks.Prize(World.Slug, 1) })
        {
            var page = await chair.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldNotContain("Kanarienvogel");
            page.Text.ShouldNotContain("3,00");
        }
        (await chair.GetAsync(JuryLinks.Entry(World.Slug, 1))).TextOf("main").ShouldContain("Noch nicht beraten");
        (await chair.GetAsync(JuryLinks.Prize(World.Slug, 1))).Page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Settled_proposals_are_listed_by_group_best_first_with_both_votes()
    {
        await _world.SettledAsync(1, MunicipalityType.District, points: 2);
        await _world.SettledAsync(2, MunicipalityType.District, points: 5);
        await _world.SettledAsync(3, MunicipalityType.District, ConsensusOutcome.DoNotPropose);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        var page = await member.GetAsync(JuryLinks.Call(World.Slug));
        page.TextsOf("#gruppe-districts tbody th").ShouldBe(["M-2026-002", "M-2026-001"]);
        page.TextsOf("#gruppe-districts tbody td:nth-of-type(3)").ShouldBe(["5,00", "2,00"]);
        page.TextsOf("#gruppe-districts tbody td:nth-of-type(4)").ShouldBe(["geeignet, geeignet", "geeignet, geeignet"]);
        page.TextOf("main").ShouldContain("Beraten sind 3 von 3 Beiträgen.");
        page.Text.ShouldNotContain("M-2026-003");
    }

    [Fact]
    public async Task An_entry_shows_its_texts_the_result_and_both_reviews_without_names()
    {
        await _world.SettledAsync(1);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        var page = await member.GetAsync(JuryLinks.Entry(World.Slug, 1));
        page.TextOf("main").ShouldContain("Kurzfassung");
        page.TextOf("main").ShouldContain("Begründung der gemeinsamen Sitzung.");
        page.TextsOf("h3").ShouldContain("Prüfbogen 2");
        page.TextsOf("table caption").ShouldBe(["Prüfbogen für den Beitrag", "Prüfbogen für das Einzelprojekt: Einzelprojekt A", "Prüfbogen für das Einzelprojekt: Einzelprojekt B"]);
        page.Text.ShouldNotContain("reviewer");
        page.Text.ShouldNotContain("kontakt@musterstadt.example");
        page.Text.ShouldNotContain("/preis\"");
    }

    [Fact]
    public async Task An_entry_outside_the_proposals_is_reached_by_its_number()
    {
        await _world.SettledAsync(1, outcome: ConsensusOutcome.DoNotPropose);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.GetAsync(JuryLinks.Call(World.Slug) + "?nummer=1")).Location.ShouldBe(JuryLinks.Entry(World.Slug, 1));
        (await member.GetAsync(JuryLinks.Call(World.Slug) + "?nummer=m-2026-001")).Location.ShouldBe(JuryLinks.Entry(World.Slug, 1));
        (await member.GetAsync(JuryLinks.Entry(World.Slug, 1))).TextOf("main").ShouldContain("nicht vorgeschlagen");
        var unknown = await member.GetAsync(JuryLinks.Call(World.Slug) + "?nummer=1.0");
        unknown.Status.ShouldBe(HttpStatusCode.OK);
        unknown.TextOf("[data-errors]").ShouldContain("Einen Beitrag mit der Nummer „1.0“ gibt es in diesem Wettbewerb nicht.");
        unknown.Page.QuerySelector("[name=nummer]")!.GetAttribute("value").ShouldBe("1.0");
    }

    [Fact]
    public async Task Lists_cost_the_same_number_of_queries_with_one_and_with_many_proposals()
    {
        await _world.SettledAsync(1);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        string[] addresses = [JuryLinks.Start, JuryLinks.Call(World.Slug), JuryLinks.Entry(World.Slug, 1)];
        foreach (var address in addresses) await member.GetAsync(address);
        var one = await CountAsync(member, addresses);
        for (var number = 2; number <= 7; number++)
        {
            var entry = await _world.SettledAsync(number);
            if (number <= 4) await _world.AwardAsync(entry, _host.Clock.Now);
        }
        (await CountAsync(member, addresses)).ShouldBe(one);
        one.Max().ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_second_jury_costs_no_further_query()
    {
        await _world.WriteAsync(db => Task.FromResult(db.RoleAssignments.Add(RoleAssignment.Give(_world.Persons[Cast.ClerkOne], _world.Other.Id, CallRole.JuryDeputy)).Entity));
        await _world.WriteAsync(db => Task.FromResult(db.RoleAssignments.Add(RoleAssignment.Give(_world.Persons[Cast.ClerkTwo], _world.Other.Id, CallRole.JuryDeputy)).Entity));
        await _world.WriteAsync(db => Task.FromResult(db.RoleAssignments.Add(RoleAssignment.Give(_world.Persons[Cast.ClerkTwo], _world.Call.Id, CallRole.JuryMember)).Entity));
        using var one = await _host.SignedInAsync(Cast.ClerkOne);
        using var two = await _host.SignedInAsync(Cast.ClerkTwo);
        (await two.GetAsync(JuryLinks.Start)).TextsOf("main h2").Count.ShouldBe(2);
        (await one.GetAsync(JuryLinks.Start)).TextsOf("main h2").Count.ShouldBe(1);
        (await CountAsync(two, [JuryLinks.Start])).ShouldBe(await CountAsync(one, [JuryLinks.Start]));
    }

    [Fact]
    public async Task The_office_reads_the_result_and_only_the_lead_reads_points()
    {
        var entry = await _world.SettledAsync(1, points: 3);
        await _world.AwardAsync(entry, _host.Clock.Now);
        foreach (var (mail, readsPoints) in new[] { (Cast.Lead, true), (Cast.Editor, false), (Cast.Finance, false) })
        {
            using var visitor = await _host.SignedInAsync(mail);
            var page = await visitor.GetAsync(JuryLinks.OfficeAwards(World.Slug));
            page.TextOf("main").ShouldContain("25.000 Euro vergeben, 975.000 Euro noch frei");
            page.Text.Contains("3,00", StringComparison.Ordinal).ShouldBe(readsPoints, mail);
            page.Text.Contains("Begründung der gemeinsamen Sitzung.", StringComparison.Ordinal).ShouldBe(readsPoints, mail);
            page.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        }
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.GetAsync(JuryLinks.OfficeAwards(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await _host.SignedInAsync(Cast.OtherLead);
        (await other.GetAsync(JuryLinks.OfficeAwards(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<IReadOnlyList<int>> CountAsync(Visitor visitor, IReadOnlyList<string> addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            _host.Queries.Reset();
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
            counts.Add(_host.Queries.Count);
        }
        return counts;
    }
}
