using System.Net;
using Awards.Domain.Accounts;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class InvitationTests : IAsyncLifetime
{
    private const string Mail = "neu@institut.example";
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Somebody_new_accepts_once_and_has_the_roles()
    {
        var link = await _case.InviteAsync(Mail, nameof(CallRole.Reviewer), nameof(CallRole.Editor));
        using var visitor = _case.Host.Visitor();
        for (var time = 0; time < 2; time++) (await visitor.GetAsync(link)).TextOf("main").ShouldContain("Vorprüfung, Redaktion");
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form", new() { ["Password"] = "drei kleine Igel" })).Location.ShouldBe("/konto");
        (await visitor.GetAsync("/vorpruefung")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync($"/institut/{World.Slug}")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync(AccountCase.Persons)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var second = _case.Host.Visitor();
        (await second.GetAsync(link)).TextOf("[data-errors]").ShouldContain("schon benutzt");

        var person = await _case.Host.DbAsync(db => db.Users.SingleAsync(each => each.Email == Mail));
        var rows = await _case.TrailAsync(AuditAction.InvitationAccepted);
        rows.ShouldAllBe(row => row.PersonId == person.Id);
        rows.Select(row => row.ObjectType).ShouldContain(nameof(RoleAssignment));
        var secret = link.Split('/')[^1];
        rows.ShouldAllBe(row => !row.Values!.Json.Contains(secret));
        (await _case.TrailAsync(AuditAction.PersonInvited)).ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.Lead));
    }

    [Fact]
    public async Task After_fourteen_days_or_when_withdrawn_it_leads_nowhere()
    {
        var late = await _case.InviteAsync(Mail, nameof(CallRole.Editor));
        var withdrawn = await _case.InviteAsync("zwei@institut.example", nameof(CallRole.Editor));
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var persons = await lead.GetAsync(AccountCase.Persons);
        var id = await _case.Host.DbAsync(db => db.Invitations.Where(each => each.Mail == "zwei@institut.example").Select(each => each.Id).SingleAsync());
        (await lead.SubmitAsync(persons, "form[action*='Withdraw']", button: ("id", id.ToString()))).IsRedirect.ShouldBeTrue();
        using var visitor = _case.Host.Visitor();
        (await visitor.GetAsync(withdrawn)).TextOf("[data-errors]").ShouldContain("zurückgezogen");
        var page = await visitor.GetAsync(late);
        _case.Host.Clock.Now += Invitation.InvitedFor;
        (await visitor.SubmitAsync(page, "main form")).TextOf("[data-errors]").ShouldContain("abgelaufen");
        (await _case.Host.DbAsync(db => db.Users.CountAsync(each => each.Email == Mail))).ShouldBe(0);
        (await visitor.GetAsync("/einladung/erfunden")).TextOf("[data-errors]").ShouldContain("abgelaufen oder schon benutzt");
    }

    [Fact]
    public async Task An_existing_account_accepts_only_when_it_is_signed_in_itself_and_has_the_role_at_once()
    {
        using var stranger = await _case.Host.SignedInAsync(Cast.Stranger);
        var link = await _case.InviteAsync(Cast.Stranger, nameof(CallRole.JuryMember));
        using var other = await _case.Host.SignedInAsync(Cast.ClerkOne);
        var refused = await other.GetAsync(link);
        refused.TextOf("main").ShouldContain("Melden Sie sich bitte damit an");
        refused.Page.QuerySelector("main form").ShouldBeNull();
        var token = (await other.GetAsync("/konto")).Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await other.PostRawAsync(link, new() { ["__RequestVerificationToken"] = token })).IsRedirect.ShouldBeFalse();
        (await other.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await stranger.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.SubmitAsync(await stranger.GetAsync(link), "main form")).Location.ShouldBe("/konto");
        (await stranger.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.OK);
        (await _case.TrailAsync(AuditAction.InvitationAccepted)).ShouldAllBe(row => row.PersonId == _case.Id(Cast.Stranger));
    }

    [Fact]
    public async Task A_second_invitation_a_needless_one_one_without_role_and_one_without_address_are_refused_with_words()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        (await AccountCase.InviteAsync(lead, Mail, nameof(CallRole.Editor))).IsRedirect.ShouldBeTrue();
        (await AccountCase.InviteAsync(lead, Mail.ToUpperInvariant(), nameof(CallRole.Editor))).TextOf("[data-errors]").ShouldContain("schon eine Einladung");
        (await AccountCase.InviteAsync(lead, Cast.Editor, nameof(CallRole.Editor))).TextOf("[data-errors]").ShouldContain("hat diese Rolle schon");
        (await AccountCase.InviteAsync(lead, "drei@institut.example")).TextOf("[data-errors]").ShouldContain("mindestens eine Rolle");
        (await AccountCase.InviteAsync(lead, "vier@institut.example", "Erfunden", "99")).TextOf("[data-errors]").ShouldContain("mindestens eine Rolle");
        (await AccountCase.InviteAsync(lead, new string('a', 300) + "@institut.example", nameof(CallRole.Editor))).TextOf("[data-errors]").ShouldContain("keine vollständige E-Mail-Adresse");
        (await _case.Host.DbAsync(db => db.Invitations.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_revoked_role_is_gone_with_the_next_request_and_the_last_lead_stays()
    {
        using var editor = await _case.Host.SignedInAsync(Cast.Editor);
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        (await editor.GetAsync($"/institut/{World.Slug}")).Status.ShouldBe(HttpStatusCode.OK);
        (await TakeAsync(lead, Cast.Editor)).IsRedirect.ShouldBeTrue();
        (await editor.GetAsync($"/institut/{World.Slug}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _case.TrailAsync(AuditAction.RoleRevoked)).ShouldAllBe(row => row.PersonId == _case.Id(Cast.Lead));
        (await TakeAsync(lead, Cast.Lead)).TextOf("[data-errors]").ShouldContain("letzte Leitung");
        (await lead.GetAsync(AccountCase.Persons)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Roles_and_invitations_of_another_call_are_out_of_reach()
    {
        var foreign = await AssignmentAsync(Cast.OtherLead);
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync(AccountCase.Persons);
        page.Text.ShouldNotContain(Cast.OtherLead);
        (await lead.SubmitAsync(page, "form[action*='Take']", button: ("id", foreign.ToString()))).TextOf("[data-errors]").ShouldContain("neu");
        (await AssignmentAsync(Cast.OtherLead)).ShouldBe(foreign);
        (await lead.GetAsync($"/institut/{World.OtherSlug}/personen")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Answer> TakeAsync(Visitor lead, string mail) =>
        await lead.SubmitAsync(await lead.GetAsync(AccountCase.Persons), "form[action*='Take']", button: ("id", (await AssignmentAsync(mail)).ToString()));

    private Task<Guid> AssignmentAsync(string mail) => _case.Host.DbAsync(db => db.RoleAssignments.Where(role => role.PersonId == _case.Id(mail)).Select(role => role.Id).SingleAsync());
}
