using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task The_list_shows_every_device_and_one_can_be_ended_from_another()
    {
        using var one = await _case.Host.SignedInAsync(Cast.Lead);
        using var two = await _case.Host.SignedInAsync(Cast.Lead);
        var page = await one.GetAsync("/konto/sitzungen");
        page.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
        page.TextsOf("main tbody tr").Count(row => row.Contains("diese Sitzung")).ShouldBe(1);
        var other = page.Page.QuerySelectorAll("main tbody tr").Single(row => !row.TextContent.Contains("diese Sitzung")).QuerySelector("[name=id]")!.GetAttribute("value")!;
        (await one.SubmitAsync(page, "main tbody form", button: ("id", other))).Location.ShouldBe("/konto/sitzungen");
        (await two.GetAsync("/institut")).Location!.ShouldContain("/anmelden");
        (await one.GetAsync("/institut")).Status.ShouldBe(HttpStatusCode.OK);
        (await _case.TrailAsync(AuditAction.SessionsEnded)).ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.Lead));
    }

    [Fact]
    public async Task A_session_of_somebody_else_is_not_found()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        using var clerk = await _case.Host.SignedInAsync(Cast.ClerkOne);
        var foreign = await _case.Host.DbAsync(db => db.Sessions.Where(each => each.PersonId == _case.Id(Cast.Lead)).Select(each => each.Id).SingleAsync());
        (await clerk.SubmitAsync(await clerk.GetAsync("/konto/sitzungen"), "main tbody form", button: ("id", foreign.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync("/institut")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_session_too()
    {
        using var one = await _case.Host.SignedInAsync(Cast.Lead);
        using var two = await _case.Host.SignedInAsync(Cast.Lead);
        (await one.SubmitAsync(await one.GetAsync("/konto/sitzungen"), "form[action*='All']")).Location.ShouldBe("/anmelden");
        foreach (var visitor in new[] { one, two }) (await visitor.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
        (await _case.TrailAsync(AuditAction.SessionsEnded)).ShouldHaveSingleItem().Values!.Json.ShouldBe("""{"Sessions":2}""");
    }

    [Fact]
    public async Task A_copied_cookie_is_useless_once_its_session_has_ended()
    {
        using var visitor = _case.Host.Visitor();
        var cookie = (await AccountCase.SignInAsync(visitor, Cast.Lead)).Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("__Host-awards=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = _case.Host.Visitor();
        async Task<HttpStatusCode> TryAsync()
        {
            using var answer = await thief.RequestAsync(HttpMethod.Get, "/institut", ("Cookie", cookie));
            return answer.StatusCode;
        }
        (await TryAsync()).ShouldBe(HttpStatusCode.OK);
        await visitor.SubmitAsync(await visitor.GetAsync("/"), "form[action='/abmelden']");
        (await TryAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_ten_idle_hours_a_session_has_ended_and_use_prolongs_it()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.Lead);
        for (var time = 0; time < 3; time++)
        {
            _case.Host.Clock.Now += TimeSpan.FromHours(9);
            (await visitor.GetAsync("/institut")).Status.ShouldBe(HttpStatusCode.OK);
        }
        _case.Host.Clock.Now += Session.Idle;
        (await visitor.GetAsync("/institut")).Location!.ShouldContain("/anmelden");
    }

    [Fact]
    public async Task Signing_in_again_in_the_same_browser_ends_the_session_before()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.Lead);
        await visitor.SignInAsync(Cast.Lead, AccountCase.Password);
        (await _case.Host.DbAsync(db => db.Sessions.CountAsync(each => each.EndedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_is_reported_by_mail()
    {
        using var one = await _case.Host.SignedInAsync(Cast.Lead);
        using var two = await _case.Host.SignedInAsync(Cast.Lead);
        async Task<Answer> SetAsync(string password, string repeated) => await one.SubmitAsync(await one.GetAsync("/konto/passwort"), "main form", new() { ["NewPassword"] = password, ["Repeated"] = repeated });
        (await SetAsync("kurz", "kurz")).TextOf("[data-errors]").ShouldContain("mindestens 12 Zeichen");
        (await SetAsync("drei kleine Igel", "vier kleine Igel")).TextOf("[data-errors]").ShouldContain("verschieden");
        (await SetAsync("drei kleine Igel", "drei kleine Igel")).Location.ShouldBe("/konto");
        (await one.GetAsync("/institut")).Status.ShouldBe(HttpStatusCode.OK);
        (await two.GetAsync("/institut")).Location!.ShouldContain("/anmelden");
        (await _case.MailsAsync(Cast.Lead)).ShouldHaveSingleItem().Body.ShouldContain("das Passwort Ihres Kontos wurde geändert");
        (await _case.SignInAsync(Cast.Lead)).IsRedirect.ShouldBeFalse();
        (await _case.SignInAsync(Cast.Lead, "drei kleine Igel")).IsRedirect.ShouldBeTrue();
        var row = (await _case.TrailAsync(AuditAction.PasswordChanged)).ShouldHaveSingleItem();
        row.PersonId.ShouldBe(_case.Id(Cast.Lead));
        row.Values!.Json.ShouldContain("\"PasswordHash\":[\"***\",\"***\"]");
    }

    [Fact]
    public async Task A_new_password_kills_every_link_on_its_way_to_the_person_and_nobody_elses()
    {
        using var thief = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(thief, Cast.ClerkOne);
        await AccountCase.AskForLinkAsync(thief, Cast.ClerkTwo);
        using var clerk = await _case.Host.SignedInAsync(Cast.ClerkOne);
        await clerk.SubmitAsync(await clerk.GetAsync("/konto/adresse"), "main form", new() { ["NewMail"] = "fremd@test.example" });
        var (stolen, others, address) = (await _case.LinkAsync(Cast.ClerkOne), await _case.LinkAsync(Cast.ClerkTwo), await _case.LinkAsync("fremd@test.example"));
        (await clerk.SubmitAsync(await clerk.GetAsync("/konto/passwort"), "main form", new() { ["NewPassword"] = "drei kleine Igel", ["Repeated"] = "drei kleine Igel" })).Location.ShouldBe("/konto");

        (await thief.SubmitAsync(await thief.GetAsync(stolen), "main form")).TextOf("[data-errors]").ShouldContain("abgelaufen oder schon benutzt");
        (await thief.SubmitAsync(await thief.GetAsync(address), "main form")).TextOf("[data-errors]").ShouldContain("abgelaufen oder schon benutzt");
        (await _case.Host.DbAsync(db => db.Users.CountAsync(person => person.Email == Cast.ClerkOne))).ShouldBe(1);
        (await thief.SubmitAsync(await thief.GetAsync(others), "main form")).IsRedirect.ShouldBeTrue();
        await AccountCase.AskForLinkAsync(clerk, Cast.ClerkOne);
        (await clerk.SubmitAsync(await clerk.GetAsync(await _case.LinkAsync(Cast.ClerkOne)), "main form")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Dangerous_pages_ask_for_a_new_proof_after_fifteen_minutes_and_forms_have_half_an_hour_more()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        _case.Host.Clock.Now += RecentProofAttribute.Lasts;
        var page = await lead.GetAsync("/konto/passwort");
        page.Status.ShouldBe(HttpStatusCode.OK);
        _case.Host.Clock.Now += TimeSpan.FromTicks(1);
        foreach (var address in new[] { "/konto/passwort", "/konto/zweiter-faktor", "/konto/passkeys", AccountCase.Persons })
            (await lead.GetAsync(address)).Location.ShouldBe("/konto/bestaetigen?zurueck=" + Uri.EscapeDataString(address));
        _case.Host.Clock.Now += TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1);
        (await lead.SubmitAsync(page, "main form", new() { ["NewPassword"] = "kurz" })).TextOf("[data-errors]").ShouldContain("mindestens 12");
        _case.Host.Clock.Now += TimeSpan.FromTicks(1);
        (await lead.SubmitAsync(page, "main form", new() { ["NewPassword"] = "drei kleine Igel", ["Repeated"] = "drei kleine Igel" })).Location!.ShouldStartWith("/konto/bestaetigen");

        var prove = await lead.GetAsync("/konto/bestaetigen?zurueck=%2Fkonto%2Fpasswort");
        (await lead.SubmitAsync(prove, "form:has([name=Password])", new() { ["Password"] = "falsch" })).TextOf("[data-errors]").ShouldContain("Das Passwort stimmt nicht.");
        (await lead.SubmitAsync(prove, "form:has([name=Password])", new() { ["Password"] = AccountCase.Password })).Location.ShouldBe("/konto/passwort");
        (await lead.GetAsync("/konto/passwort")).Status.ShouldBe(HttpStatusCode.OK);
        (await _case.TrailAsync(AuditAction.IdentityProved)).ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.Lead));
    }

    [Fact]
    public async Task The_name_is_changed_and_an_unreadable_one_refused()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.Stranger);
        (await visitor.SubmitAsync(await visitor.GetAsync("/konto"), "form:has([name=DisplayName])", new() { ["DisplayName"] = "Neuer\u0001Name" })).TextOf("[data-errors]").ShouldContain("Name");
        (await visitor.SubmitAsync(await visitor.GetAsync("/konto"), "form:has([name=DisplayName])", new() { ["DisplayName"] = "Neue <b>Leitung</b>" })).Location.ShouldBe("/konto");
        (await visitor.GetAsync("/")).TextOf("nav").ShouldContain("Abmelden (Neue <b>Leitung</b>)");
        (await _case.TrailAsync(AuditAction.AccountChanged)).ShouldContain(row => row.ObjectType == nameof(Person) && row.PersonId == _case.Id(Cast.Stranger));
    }
}
