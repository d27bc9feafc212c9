using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>Several people on one application: inviting, approval, history, participants.</summary>
public sealed class TogetherTests : IAsyncLifetime
{
    private Applying _applying = null!;

    public async Task InitializeAsync() => _applying = await Applying.BeginAsync();

    public async Task DisposeAsync() => await _applying.DisposeAsync();

    private string Members => ApplicationLinks.Members(_applying.Id);
    private string Check => ApplicationLinks.Check(_applying.Id);
    private string Overview => ApplicationLinks.Overview(_applying.Id);

    [Fact]
    public async Task An_invited_colleague_opens_an_account_by_the_link_and_works_with_the_right_given()
    {
        (await InviteAsync("kollegin@musterstadt.example", "Kollegin", MemberRight.Edit)).IsRedirect.ShouldBeTrue();
        using var colleague = _applying.Host.Visitor();
        var page = await colleague.GetAsync(await LinkAsync());
        page.TextOf("main").ShouldContain("bearbeiten");
        var answer = await colleague.SubmitAsync(page, "main form", new() { ["Name"] = "Kollegin" });
        answer.Location.ShouldBe(Overview);
        (await colleague.GetAsync(ApplicationLinks.Contact(_applying.Id))).Status.ShouldBe(HttpStatusCode.OK);
        (await colleague.GetAsync(ApplicationLinks.Start)).TextOf("main").ShouldContain("Noch ohne Titel");
        (await _applying.Clerk.GetAsync(Members)).TextsOf("tbody th").ShouldContain("Kollegin");
        (await colleague.GetAsync(await LinkAsync())).TextOf("main").ShouldContain("schon benutzt");
    }

    [Fact]
    public async Task Who_has_an_account_accepts_after_signing_in_and_an_open_invitation_is_not_sent_twice()
    {
        await InviteAsync(Cast.ClerkTwo, "Zwei", MemberRight.Read);
        (await InviteAsync(Cast.ClerkTwo, "Zwei", MemberRight.Read)).TextOf("[data-errors]").ShouldContain("liegt schon eine Einladung vor");
        using var two = await _applying.Host.SignedInAsync(Cast.ClerkTwo);
        var link = await LinkAsync();
        (await two.SubmitAsync(await two.GetAsync(link), "main form")).Location.ShouldBe(Overview);
        (await two.GetAsync(Overview)).Status.ShouldBe(HttpStatusCode.OK);
        (await two.GetAsync(ApplicationLinks.Contact(_applying.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_who_may_hand_in_decides_on_members_and_one_of_them_always_stays()
    {
        using var editor = await _applying.ColleagueAsync(MemberRight.Edit);
        var page = await editor.GetAsync(Members);
        page.Page.QuerySelector("[name=Mail]").ShouldBeNull();
        (await editor.PostRawAsync(Members, new() { ["__RequestVerificationToken"] = page.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!, ["Mail"] = "x@y.example", ["Name"] = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await MemberAsync(Cast.ClerkOne);
        (await PressAsync("Change", ("wer", own.Id.ToString()), ("recht", "Edit"))).TextOf("[data-errors]").ShouldContain("Wenigstens eine Person muss einreichen dürfen.");
        (await PressAsync("Remove", ("wer", own.Id.ToString()))).TextOf("[data-errors]").ShouldContain("Wenigstens eine Person");
        (await PressAsync("Change", ("wer", (await MemberAsync(Cast.ClerkTwo)).Id.ToString()), ("recht", "Sign"))).IsRedirect.ShouldBeTrue();
        (await PressAsync("Remove", ("wer", own.Id.ToString()))).Location.ShouldBe(ApplicationLinks.Start);
        (await _applying.Clerk.GetAsync(Overview)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_invitation_leads_nowhere()
    {
        await InviteAsync("kollegin@musterstadt.example", "Kollegin", MemberRight.Edit);
        var id = await _applying.Host.DbAsync(db => db.Invitations.Select(each => each.Id).SingleAsync());
        (await PressAsync("Withdraw", ("einladung", id.ToString()))).IsRedirect.ShouldBeTrue();
        using var visitor = _applying.Host.Visitor();
        (await visitor.GetAsync(await LinkAsync())).TextOf("main").ShouldContain("zurückgezogen");
    }

    [Fact]
    public async Task What_an_editor_puts_forward_is_locked_until_it_is_handed_in_or_returned_with_a_reason()
    {
        await _applying.FillAsync();
        using var editor = await _applying.ColleagueAsync(MemberRight.Edit);
        (await editor.SubmitAsync(await editor.GetAsync(Check), "form[action*=Present]")).Location.ShouldBe(Overview);
        (await MailsAsync("Zur Freigabe")).ShouldBe([Cast.ClerkOne]);
        (await editor.GetAsync(ApplicationLinks.Contact(_applying.Id))).Location.ShouldBe(Overview);
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Check), "form[action*=Return]")).TextOf("[data-errors]").ShouldContain("Bitte schreiben Sie, was noch zu ändern ist.");
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Check), "form[action*=Return]", new() { ["Reason"] = "Der Titel fehlt noch." })).IsRedirect.ShouldBeTrue();
        (await MailsAsync("Zurückgegeben")).ShouldBe([Cast.ClerkTwo]);
        (await editor.GetAsync(Overview)).TextOf(".kern-alert--warning").ShouldContain("Der Titel fehlt noch.");
        await editor.SubmitAsync(await editor.GetAsync(Check), "form[action*=Present]");
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Check), "main form:has([name=Confirmed])", new() { ["Confirmed"] = "true" })).Location.ShouldBe(ApplicationLinks.Receipt(_applying.Id));
        var stored = await _applying.StoredAsync();
        (stored.Status, stored.PresentedAt, stored.ReturnReason).ShouldBe((ApplicationState.Submitted, null, null));
    }

    [Fact]
    public async Task An_editor_takes_back_what_is_put_forward()
    {
        await _applying.FillAsync();
        using var editor = await _applying.ColleagueAsync(MemberRight.Edit);
        await editor.SubmitAsync(await editor.GetAsync(Check), "form[action*=Present]");
        (await editor.SubmitAsync(await editor.GetAsync(Check), "form[action*=TakeBack]")).IsRedirect.ShouldBeTrue();
        (await editor.GetAsync(ApplicationLinks.Contact(_applying.Id))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_history_names_who_changed_what_and_a_field_is_put_back()
    {
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.Title"] = "Erster Titel" });
        _applying.Host.Clock.Now += TimeSpan.FromMinutes(2);
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.Title"] = "Besserer Titel" });
        using var editor = await _applying.ColleagueAsync(MemberRight.Edit);
        await editor.SubmitAsync(await editor.GetAsync(ApplicationLinks.Contribution(_applying.Id)), Applying.Form, new() { ["Input.Title"] = "Titel der Kollegin" });
        var page = await editor.GetAsync(ApplicationLinks.History(_applying.Id));
        page.TextsOf("tbody tr").Count.ShouldBe(2);
        page.TextsOf("tbody tr td[data-label=Vorher]").ShouldBe(["Besserer Titel", "leer"]);
        (await editor.SubmitAsync(page, "tbody form", button: ("aenderung", page.Page.QuerySelector("tbody button")!.GetAttribute("value")!))).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Texts.Title.ShouldBe("Besserer Titel");
        (await editor.GetAsync(ApplicationLinks.History(_applying.Id))).TextsOf("tbody tr").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Answers_and_single_projects_are_in_the_history_in_words()
    {
        await _applying.SaveAsync(ApplicationLinks.Section(_applying.Id, "concept"), new() { ["Answers[needs_analysis]"] = "yes" });
        await _applying.SaveAsync(ApplicationLinks.Projects(_applying.Id), new() { ["Input[0].Title"] = "Erstes" });
        var text = (await _applying.Clerk.GetAsync(ApplicationLinks.History(_applying.Id))).TextOf("tbody");
        text.ShouldContain("Einzelprojekt 1, Titel");
        text.ShouldContain("ja");
    }

    [Fact]
    public async Task Participants_are_chosen_from_the_register_or_named_and_make_the_application_joint()
    {
        var address = ApplicationLinks.Participants(_applying.Id);
        async Task<Answer> AddAsync(string name, string? chosen = null) => await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(address), "main form:has([name=Name])", new() { ["Name"] = name, ["Chosen"] = chosen });
        (await AddAsync("Musterstadt 3")).IsRedirect.ShouldBeTrue();
        (await AddAsync("Musterstadt 3")).TextOf("[data-errors]").ShouldContain("steht schon in der Liste");
        (await AddAsync("Musterstadt 1")).TextOf("[data-errors]").ShouldContain("führt die Bewerbung");
        (await AddAsync("Nirgendwo")).TextOf("[data-errors]").ShouldContain("welche Kommune Sie meinen");
        var asked = await AddAsync("Nirgendwo");
        (await _applying.Clerk.SubmitAsync(asked, "main form:has([name=Name])", new() { ["Name"] = "Nirgendwo", ["Chosen"] = "unlisted" })).IsRedirect.ShouldBeTrue();
        var stored = await _applying.StoredAsync();
        (stored.IsJoint, string.Join("|", stored.Participants.Select(each => each.Name))).ShouldBe((true, "Musterstadt 3|Nirgendwo"));
        stored.Participants[0].MunicipalityId.ShouldBe(_applying.World.Municipalities[2].Id);
        await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(address), "form[action*=Remove]", button: ("wer", "Nirgendwo"));
        (await _applying.StoredAsync()).Participants.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_application_takes_no_part_until_it_is_taken_up_and_handed_in_again()
    {
        await _applying.FillAsync();
        await _applying.SubmitAsync();
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Overview), "form[action*=Withdraw]")).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Status.ShouldBe(ApplicationState.Withdrawn);
        (await _applying.Host.DbAsync(db => db.Submissions.SingleAsync())).WithdrawnAt.ShouldNotBeNull();
        (await _applying.Clerk.GetAsync(ApplicationLinks.Contact(_applying.Id))).Location.ShouldBe(Overview);
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Overview), "form[action*=Resume]")).IsRedirect.ShouldBeTrue();
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).ArrivalNumber.ShouldBe(1);
        (await _applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task<Answer> InviteAsync(string mail, string name, MemberRight right) =>
        await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Members), "main form:has([name=Mail])", new() { ["Mail"] = mail, ["Name"] = name, ["Right"] = right.ToString() });

    private async Task<Answer> PressAsync(string handler, params (string Name, string Value)[] fields)
    {
        var page = await _applying.Clerk.GetAsync(Members);
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["__RequestVerificationToken"] = page.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await _applying.Clerk.PostRawAsync($"{Members}?handler={handler}", form);
    }

    private Task<ApplicationMember> MemberAsync(string mail) => _applying.Host.DbAsync(db => db.ApplicationMembers.SingleAsync(each => each.ApplicationId == _applying.Id && each.PersonId == _applying.World.Persons[mail]));

    private Task<List<string>> MailsAsync(string subject) => _applying.Host.DbAsync(db => db.Outbox.Where(mail => mail.Subject.StartsWith(subject)).Select(mail => mail.Recipient).ToListAsync());

    private async Task<string> LinkAsync()
    {
        var body = await _applying.Host.DbAsync(db => db.Outbox.Where(mail => mail.Secret).OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Body).FirstAsync());
        return new Uri(body.Split('\n').First(line => line.Contains("/einladung/", StringComparison.Ordinal))).AbsolutePath;
    }
}
