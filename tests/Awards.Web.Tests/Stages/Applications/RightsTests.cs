using System.Net;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Web.Stages.Applications;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class RightsTests
{
    [Fact]
    public async Task To_anybody_who_is_no_member_an_application_does_not_exist()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        using var other = await applying.Host.SignedInAsync(Cast.ClerkTwo);
        foreach (var address in Pages(applying.Id)) (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        await applying.SubmitAsync();
        foreach (var address in Pages(applying.Id)) (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        foreach (var address in Pages(applying.Id)) (await applying.Clerk.GetAsync(address.Replace(applying.Id.ToString(), Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task A_foreign_form_posted_to_somebody_elses_application_changes_nothing()
    {
        await using var applying = await Applying.BeginAsync();
        using var other = await applying.Host.SignedInAsync(Cast.ClerkTwo);
        await other.SubmitAsync(await other.GetAsync(ApplicationLinks.Begin(World.Slug)), "main form");
        var page = await other.GetAsync(ApplicationLinks.Start);
        var own = page.Page.QuerySelector("section[aria-labelledby=now] a")!.GetAttribute("href")!;
        var form = await other.GetAsync(own + "/kontakt");
        var token = form.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = (await applying.Clerk.GetAsync(ApplicationLinks.Contact(applying.Id))).Page.QuerySelector("[name=Version]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Version"] = version, ["Input.ContactName"] = "Eindringling", ["Id"] = applying.Id.ToString(), ["id"] = applying.Id.ToString() };
        foreach (var address in new[] { ApplicationLinks.Contact(applying.Id), ApplicationLinks.Contribution(applying.Id), ApplicationLinks.Projects(applying.Id), ApplicationLinks.Section(applying.Id, "concept"), ApplicationLinks.Check(applying.Id), ApplicationLinks.Overview(applying.Id) + "?handler=Reopen" })
            (await other.PostRawAsync(address, fields)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        // The id in the address counts, not one that is posted.
        (await other.PostRawAsync(own + "/kontakt", fields)).Location.ShouldBe(own + "/kontakt");
        var stored = await applying.StoredAsync();
        (stored.Version, stored.Texts.ContactName).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nothing_is_taken()
    {
        await using var applying = await Applying.BeginAsync();
        (await applying.Clerk.PostRawAsync(ApplicationLinks.Contact(applying.Id), new() { ["Input.ContactName"] = "Fremde Seite" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await applying.StoredAsync()).Texts.ContactName.ShouldBe("");
    }

    [Fact]
    public async Task Who_may_read_sees_everything_and_changes_nothing()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        using var reader = await applying.ColleagueAsync(MemberRight.Read);
        var overview = await reader.GetAsync(ApplicationLinks.Overview(applying.Id));
        overview.TextsOf(".kern-task-list__item a").ShouldBe(["Prüfen und Einreichen"]);
        var check = await reader.GetAsync(ApplicationLinks.Check(applying.Id));
        check.TextOf("main").ShouldContain("kontakt@musterstadt.example");
        check.Page.QuerySelector(Applying.Form).ShouldBeNull();
        (await reader.GetAsync(ApplicationLinks.Contact(applying.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_edit_saves_but_does_not_submit_or_reopen()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.FillAsync();
        using var editor = await applying.ColleagueAsync(MemberRight.Edit);
        var form = await editor.GetAsync(ApplicationLinks.Contribution(applying.Id));
        (await editor.SubmitAsync(form, Applying.Form, new() { ["Input.Title"] = "Von der Kollegin" })).IsRedirect.ShouldBeTrue();
        (await applying.StoredAsync()).Texts.Title.ShouldBe("Von der Kollegin");
        (await editor.GetAsync(ApplicationLinks.Check(applying.Id))).Page.QuerySelector("[name=Confirmed]").ShouldBeNull();
        var token = form.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Version"] = "6", ["Confirmed"] = "true" };
        (await editor.PostRawAsync(ApplicationLinks.Check(applying.Id), fields)).Status.ShouldBe(HttpStatusCode.NotFound);
        await applying.SubmitAsync();
        (await editor.GetAsync(ApplicationLinks.Overview(applying.Id))).Page.QuerySelector("form[action*=Reopen]").ShouldBeNull();
        (await editor.PostRawAsync(ApplicationLinks.Overview(applying.Id) + "?handler=Reopen", fields)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await applying.StoredAsync()).Status.ShouldBe(ApplicationState.Submitted);
    }

    private static string[] Pages(Guid id) =>
    [
        ApplicationLinks.Overview(id), ApplicationLinks.Contact(id), ApplicationLinks.Contribution(id), ApplicationLinks.Projects(id), ApplicationLinks.Section(id, "concept"),
        ApplicationLinks.Check(id), ApplicationLinks.Receipt(id), ApplicationLinks.ReceiptPdf(id),
    ];
}
