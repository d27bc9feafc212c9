using System.Net;
using Awards.Domain.Accounts;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Tests.Structure;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SpecimenTests : IAsyncLifetime
{
    private const string Canary = "KanarieGrund", Cookie = "__Host-awards-view", Begin = $"/institut/{World.Slug}/ansicht";
    private AccountCase _case = null!;
    private Guid _sheet;

    public async Task InitializeAsync()
    {
        _case = await AccountCase.StartAsync();
        await _case.World.AdmitAsync(1);
        var reviews = await _case.World.AssignAsync(await _case.World.AdmitAsync(4));
        await _case.World.HandInAsync(reviews[0].Id, 5, Vote.Suitable, Canary + ": eine Begründung, die lang genug ist.");
        _sheet = reviews[0].Id;
    }

    public async Task DisposeAsync() => await _case.DisposeAsync();

    public static TheoryData<string> Choices => ["Municipality", .. Enum.GetValues<CallRole>().Where(role => role != CallRole.Lead).Select(role => role.ToString())];

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task A_specimen_sees_pages_of_its_role_only_changes_nothing_and_never_what_is_sealed(string role)
    {
        using var lead = await ViewAsync(role);
        foreach (var page in RightsTable.Pages.Keys)
            foreach (var address in new[] { RightsTable.Sample(page), RightsTable.Sample(page).Replace("0190a0a0-0000-7000-8000-000000000001", _sheet.ToString(), StringComparison.Ordinal).Replace("/1", "/2", StringComparison.Ordinal) })
            {
                var answer = await lead.GetAsync(address);
                answer.Text.ShouldNotContain(Canary, Case.Sensitive, address);
                ((int)answer.Status).ShouldBeLessThan(500, address);
                // Only what its role or everybody may open; nothing of an account.
                var allowed = RightsTable.Pages[page].Intersect(CastOf(role)).Any() && !page.StartsWith("/konto", StringComparison.Ordinal) && page != "/abmelden";
                if (!allowed && !RightsTable.Pages[page].Contains(RightsTable.Anonymous)) answer.Status.ShouldBe(HttpStatusCode.Forbidden, address);
                else answer.Status.ShouldNotBe(HttpStatusCode.Forbidden, address);
                if (answer.Status == HttpStatusCode.OK && answer.Headers.Contains("Content-Security-Policy") && answer.Page.QuerySelector("main") is not null) answer.TextOf("body").ShouldContain("Muster, nur zum Lesen", Case.Sensitive, address);
            }
        var token = (await lead.GetAsync("/")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var page in RightsTable.Pages.Keys.Where(page => page != "/ansicht/ende"))
            (await lead.PostRawAsync(RightsTable.Sample(page), new() { ["__RequestVerificationToken"] = token })).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        (await _case.Host.DbAsync(db => db.AuditRows.Where(row => row.ActingAs == "Specimen").Select(row => row.PersonId).Distinct().ToListAsync())).ShouldAllBe(id => id == _case.Id(Cast.Lead));
    }

    [Fact]
    public async Task It_is_recorded_says_so_and_ends_by_its_button()
    {
        using var lead = await ViewAsync(nameof(CallRole.JuryChair));
        var row = (await _case.TrailAsync(AuditAction.SpecimenViewed)).ShouldHaveSingleItem();
        (row.PersonId, row.Why, row.CallId).ShouldBe((_case.Id(Cast.Lead), nameof(CallRole.JuryChair), _case.World.Call.Id));
        var page = await lead.GetAsync("/jury");
        page.TextOf("body").ShouldContain("Ansicht als Juryvorsitz: Muster, nur zum Lesen");
        (await lead.GetAsync("/konto")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await lead.SubmitAsync(page, "form[action='/ansicht/ende']")).Location.ShouldBe("/institut");
        (await lead.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await lead.GetAsync("/konto")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_change_is_explained()
    {
        using var lead = await ViewAsync(nameof(CallRole.Editor));
        var refused = await lead.PostRawAsync($"/institut/{World.Slug}/downloads", []);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.TextOf("main h1").Length.ShouldBeGreaterThan(5);
        refused.TextOf("body").ShouldContain("Muster, nur zum Lesen");
    }

    [Theory]
    [InlineData("erfunden")]
    [InlineData("CfDJ8Gefaelscht")]
    [InlineData("%%%")]
    public async Task A_forged_cookie_is_ignored(string value)
    {
        using var visitor = _case.Host.Visitor();
        var session = (await AccountCase.SignInAsync(visitor, Cast.Lead)).Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("__Host-awards=", StringComparison.Ordinal)).Split(';')[0];
        using var plain = _case.Host.Visitor();
        using var answer = await plain.RequestAsync(HttpMethod.Get, $"/institut/{World.Slug}", ("Cookie", $"{session}; {Cookie}={value}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("nur zum Lesen");
        using var jury = await plain.RequestAsync(HttpMethod.Get, "/jury", ("Cookie", $"{session}; {Cookie}={value}"));
        jury.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_cookie_of_another_lead_opens_nothing_and_a_lost_role_ends_the_view()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var begun = await lead.SubmitAsync(await lead.GetAsync(Begin), "form:has([name=Role])", new() { ["Role"] = nameof(CallRole.JuryMember) });
        var view = begun.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith(Cookie, StringComparison.Ordinal)).Split(';')[0];
        await _case.World.WriteAsync(async db =>
        {
            await Grants.GiveAsync(db, _case.Id(Cast.OtherLead), _case.World.Call.Id, [CallRole.Lead], CancellationToken.None);
            return true;
        });
        using var visitor = _case.Host.Visitor();
        var session = (await AccountCase.SignInAsync(visitor, Cast.OtherLead)).Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("__Host-awards=", StringComparison.Ordinal)).Split(';')[0];
        using var plain = _case.Host.Visitor();
        using (var answer = await plain.RequestAsync(HttpMethod.Get, "/jury", ("Cookie", $"{session}; {view}"))) answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await lead.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.OK);
        await _case.World.WriteAsync(async db =>
        {
            var id = await db.RoleAssignments.Where(role => role.PersonId == _case.Id(Cast.Lead)).Select(role => role.Id).SingleAsync();
            return (await Grants.TakeAsync(db, _case.World.Call.Id, id, CancellationToken.None)).Fact;
        });
        (await lead.GetAsync("/jury")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await lead.GetAsync("/konto")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_download_is_put_down_to_the_real_person_as_specimen()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var file = new ByteArrayContent(CraftedPdf.Pages(1));
        var uploaded = await lead.UploadAsync(await lead.GetAsync($"/institut/{World.Slug}/downloads"), "form[enctype='multipart/form-data']", new() { ["Input.TitleDe"] = "Handreichung", ["Input.Audience"] = "Office" }, "Upload", "intern.pdf", file);
        var link = (await lead.GetAsync(uploaded.Location!)).Page.QuerySelector("main a[href^='/dateien/']")!.GetAttribute("href")!;
        await lead.SubmitAsync(await lead.GetAsync(Begin), "form:has([name=Role])", new() { ["Role"] = nameof(CallRole.Editor) });
        (await lead.DownloadAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        var row = (await _case.TrailAsync(AuditAction.FileDownloaded)).ShouldHaveSingleItem();
        (row.PersonId, row.ActingAs).ShouldBe((_case.Id(Cast.Lead), "Specimen"));
        await lead.DownloadAsync($"/institut/{World.Slug}/tabellen/1.csv");
        (await _case.Host.DbAsync(db => db.AuditRows.Where(each => each.Action == AuditAction.TableDownloaded).ToListAsync())).ShouldAllBe(each => each.PersonId == _case.Id(Cast.Lead) && each.ActingAs == "Specimen");
    }

    [Fact]
    public async Task Only_a_role_of_the_list_can_be_viewed_and_only_by_the_lead()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        foreach (var role in new[] { "Lead", "Erfunden", "" })
            (await lead.SubmitAsync(await lead.GetAsync(Begin), "form:has([name=Role])", new() { ["Role"] = role })).TextOf("[data-errors]").ShouldContain("wählen Sie eine Rolle");
        using var editor = await _case.Host.SignedInAsync(Cast.Editor);
        (await editor.GetAsync(Begin)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Visitor> ViewAsync(string role)
    {
        var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var begun = await lead.SubmitAsync(await lead.GetAsync(Begin), "form:has([name=Role])", new() { ["Role"] = role });
        begun.IsRedirect.ShouldBeTrue();
        (await lead.GetAsync(begun.Location!)).Status.ShouldBe(HttpStatusCode.OK);
        return lead;
    }

    private static string[] CastOf(string role) => role switch
    {
        "Municipality" => [Cast.ClerkOne],
        nameof(CallRole.Reviewer) => [Cast.Reviewer(1)],
        nameof(CallRole.Editor) => [Cast.Editor],
        nameof(CallRole.Finance) => [Cast.Finance],
        nameof(CallRole.JuryChair) => [Cast.JuryChair],
        _ => [Cast.JuryMember],
    };
}
