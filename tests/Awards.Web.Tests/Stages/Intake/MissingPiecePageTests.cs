using System.Net;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>The office asks, the municipality answers, the office settles.</summary>
public sealed class MissingPiecePageTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!, _clerk = null!;
    private Application _application = null!;

    private string Office => $"/institut/{World.Slug}/bewerbungen/{_application.Id}/nachforderungen";
    private string Own => $"/kommune/bewerbungen/{_application.Id}/nachforderungen";

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _application = await _world.SubmitAsync(1);
        (_lead, _clerk) = (await _host.SignedInAsync(Cast.Lead), await _host.SignedInAsync(Cast.ClerkOne));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_piece_is_asked_for_answered_with_a_file_and_settled()
    {
        await AskAsync("Es fehlt der <b>Beschluss</b>.", "2026-03-20");
        var mail = await _host.DbAsync(db => db.Outbox.SingleAsync());
        (mail.Recipient, mail.Kind).ShouldBe(("kontakt@musterstadt.example", "missing-piece"));
        mail.Body.ShouldContain("Es fehlt der <b>Beschluss</b>.");
        mail.Body.ShouldContain(Own);
        foreach (var address in new[] { "/kommune", $"/kommune/bewerbungen/{_application.Id}" })
            (await _clerk.GetAsync(address)).Page.QuerySelector($"main .kern-alert a[href='{Own}']").ShouldNotBeNull(address);

        var page = await _clerk.GetAsync(Own);
        page.TextOf("main").ShouldContain("Es fehlt der <b>Beschluss</b>.");
        (await _clerk.SubmitAsync(page, "form[action$='handler=Answer']")).TextOf("[data-errors]").ShouldContain("Bitte schreiben Sie eine Antwort");
        var upload = page.Page.QuerySelector("input[type=file]")!.GetAttribute("name")!;
        var uploaded = await _clerk.UploadAsync(page, "form[action$='handler=Upload']", [], upload, "Beschluss.pdf", new ByteArrayContent(CraftedPdf.WithCatalog("")));
        uploaded.IsRedirect.ShouldBeTrue(uploaded.Text);
        page = await _clerk.GetAsync(Own);
        var file = page.Page.QuerySelector("main a[href^='/dateien/']")!.GetAttribute("href")!;
        var text = page.Page.QuerySelector("textarea")!.GetAttribute("name")!;
        (await _clerk.SubmitAsync(page, "form[action$='handler=Answer']", new() { [text] = "Liegt bei." })).IsRedirect.ShouldBeTrue();
        (await _clerk.GetAsync("/kommune")).Page.QuerySelector($"a[href='{Own}']").ShouldBeNull();
        (await _host.DbAsync(db => db.Applications.AsNoTracking().SingleAsync())).ContentHash.ShouldBe(_application.ContentHash);

        var office = await _lead.GetAsync(Office);
        office.TextOf("main").ShouldContain("Liegt bei.");
        foreach (var (who, status) in new[] { (Cast.Lead, HttpStatusCode.OK), (Cast.Finance, HttpStatusCode.OK), (Cast.ClerkOne, HttpStatusCode.OK), (Cast.ClerkTwo, HttpStatusCode.NotFound), (Cast.OtherLead, HttpStatusCode.NotFound), (Cast.Reviewer(1), HttpStatusCode.NotFound) })
        {
            using var visitor = await _host.SignedInAsync(who);
            (await visitor.DownloadAsync(file)).Status.ShouldBe(status, who);
        }
        (await _lead.SubmitAsync(office, "form[action$='handler=Close']")).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(Office)).TextOf("main").ShouldContain("erledigt");
        (await _clerk.GetAsync(Own)).Page.QuerySelector("form[action$='handler=Answer']").ShouldBeNull();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_overdue_one_stands_on_the_dashboard_and_can_be_asked_for_again()
    {
        await AskAsync("Der Beschluss fehlt.", "2026-03-20");
        (await _lead.GetAsync($"/institut/{World.Slug}")).TextOf("main").ShouldNotContain("Überfällige Nachforderungen");
        _host.Clock.Now = new(2026, 3, 21, 10, 0, 0, DateTimeKind.Utc);
        _lead = await _host.SignedInAsync(Cast.Lead);
        (await _lead.GetAsync($"/institut/{World.Slug}")).TextOf("main").ShouldContain("Überfällige Nachforderungen: 1");
        (await _lead.SubmitAsync(await _lead.GetAsync(Office), "form[action$='handler=Remind']")).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Outbox.CountAsync(mail => mail.Kind == "missing-piece"))).ShouldBe(2);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.MissingPieceReminded))).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "2026-03-20", "Bitte schreiben Sie, was fehlt.")]
    [InlineData("Der Beschluss", "", "Bitte geben Sie an, bis wann")]
    [InlineData("Der Beschluss", "2020-01-01", "Bitte geben Sie einen Tag in der Zukunft an")]
    public async Task What_cannot_be_asked_says_why_and_keeps_what_was_typed(string text, string day, string message)
    {
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Office), "form[action$='handler=Ask']", new() { ["Text"] = text, ["LastDay"] = day });
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain(message);
        refused.TextOf("#Text").ShouldBe(text);
        (await _host.DbAsync(db => db.MissingPieceRequests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_answers_what_is_asked_of_others()
    {
        await AskAsync("Der Beschluss fehlt.", "2026-03-20");
        var piece = await _host.DbAsync(db => db.MissingPieceRequests.SingleAsync());
        var foreign = await _world.SubmitAsync(2);
        using var other = await _host.SignedInAsync(Cast.ClerkTwo);
        (await other.GetAsync(Own)).Status.ShouldBe(HttpStatusCode.NotFound);
        // The request of another application under one's own address.
        var page = await other.GetAsync($"/kommune/bewerbungen/{foreign.Id}");
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in new[] { Own, $"/kommune/bewerbungen/{foreign.Id}/nachforderungen" })
            await other.PostRawAsync($"{address}?handler=Answer", new() { ["__RequestVerificationToken"] = token, ["Piece"] = piece.Id.ToString(), ["Version"] = "0", [$"Answer-{piece.Id}"] = "untergeschoben" });
        (await _host.DbAsync(db => db.MissingPieceRequests.AsNoTracking().SingleAsync())).Answer.ShouldBe("");
        using var finance = await _host.SignedInAsync(Cast.Finance);
        (await finance.GetAsync(Office)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task AskAsync(string text, string day)
    {
        var answer = await _lead.SubmitAsync(await _lead.GetAsync(Office), "form[action$='handler=Ask']", new() { ["Text"] = text, ["LastDay"] = day });
        answer.IsRedirect.ShouldBeTrue(answer.Text);
    }
}
