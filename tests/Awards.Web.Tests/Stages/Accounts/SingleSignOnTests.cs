using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SingleSignOnTests : IAsyncLifetime
{
    private OpenIdProvider _provider = null!;
    private AccountCase _case = null!;

    public async Task InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        _case = await AccountCase.StartAsync(_provider.Settings);
        Now(_case);
    }

    public async Task DisposeAsync()
    {
        await _case.DisposeAsync();
        _provider.Dispose();
    }

    [Fact]
    public async Task A_linked_account_signs_in_and_lands_where_it_wanted()
    {
        await LinkAsync(Cast.Lead, "staff-7");
        using var visitor = _case.Host.Visitor();
        (await visitor.GetAsync("/anmelden")).TextOf("main").ShouldContain("Anmelden mit Institutskonto");
        (await SignInAsync(visitor, "staff-7", "/institut/muster/rechte")).Location.ShouldBe("/institut/muster/rechte");
        (await visitor.GetAsync("/konto/sitzungen")).TextOf("main tbody").ShouldContain("Single Sign-on");
        (await visitor.GetAsync("/institut")).Status.ShouldBe(HttpStatusCode.OK);
        (await _case.TrailAsync(AuditAction.SingleSignOnLinked)).ShouldAllBe(row => row.PersonId == _case.Id(Cast.Lead));
        (await _case.MailsAsync(Cast.Lead)).ShouldHaveSingleItem().Body.ShouldContain("mit Institutskonto verknüpft");
    }

    [Fact]
    public async Task The_request_carries_pkce_state_and_nonce_and_no_foreign_return_address()
    {
        using var visitor = _case.Host.Visitor();
        var asked = new Uri((await visitor.GetAsync("/anmelden/sso?zurueck=https%3A%2F%2Fexample.org")).Location!);
        var query = QueryHelpers.ParseQuery(asked.Query);
        asked.GetLeftPart(UriPartial.Authority).ShouldBe(_provider.Issuer);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        foreach (var name in new[] { "code_challenge", "state", "nonce" }) query[name].ToString().Length.ShouldBeGreaterThan(20, name);
        query["redirect_uri"].ToString().ShouldBe("https://localhost/anmelden/sso/rueckkehr");
        await LinkAsync(Cast.ClerkOne, "staff-8");
        (await SignInAsync(visitor, "staff-8", "https://example.org/")).Location.ShouldBe("/kommune");
        (await SignInAsync(visitor, "staff-8", "//example.org/")).Location.ShouldBe("/kommune");
    }

    [Fact]
    public async Task An_account_that_is_not_linked_stays_out_even_with_a_known_address()
    {
        using var visitor = _case.Host.Visitor();
        var back = await ReturnAsync(visitor, "staff-9");
        (await visitor.GetAsync(back)).TextOf("main").ShouldContain("Noch nicht verknüpft");
        (await visitor.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
        (await _case.Host.DbAsync(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_second_factor_is_still_asked_for_unless_the_provider_sees_to_it()
    {
        using (var visitor = await LinkAsync(Cast.Lead, "staff-7")) await AccountCase.SetUpFactorAsync(visitor);
        using var asked = _case.Host.Visitor();
        (await SignInAsync(asked, "staff-7")).Location.ShouldBe("/anmelden/code");
        (await asked.GetAsync("/institut")).Location!.ShouldContain("/anmelden");

        await using var trusting = await AccountCase.StartAsync([.. _provider.Settings, ("Sso:SecondFactor", "true"), ("Accounts:RequireSecondFactor", "true")]);
        await trusting.World.WriteAsync(db =>
        {
            db.UserLogins.Add(new() { UserId = trusting.Id(Cast.Lead), LoginProvider = _provider.Issuer, ProviderKey = "staff-7" });
            return Task.FromResult(true);
        });
        Now(trusting);
        using var passed = trusting.Host.Visitor();
        (await SignInAsync(passed, "staff-7")).Location.ShouldBe("/institut");
    }

    [Fact]
    public async Task A_login_that_belongs_to_another_account_is_refused_and_can_be_given_back()
    {
        using var first = await LinkAsync(Cast.Lead, "staff-7");
        using var second = await _case.Host.SignedInAsync(Cast.Editor);
        (await ProposeAsync(second, "staff-7")).TextOf("[data-errors]").ShouldContain("schon mit einem Konto hier verknüpft");
        (await first.SubmitAsync(await first.GetAsync("/konto/sso"), "form[action*='Remove']")).Location.ShouldBe("/konto/sso");
        (await ProposeAsync(second, "staff-7")).Location.ShouldBe("/konto/sso");
        (await _case.TrailAsync(AuditAction.SingleSignOnUnlinked)).ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.Lead));
        (await _case.TrailAsync(AuditAction.SingleSignOnLinked)).ShouldAllBe(row => !row.Values!.Json.Contains("staff-7"));
    }

    [Fact]
    public async Task Nothing_is_linked_without_a_click_or_without_the_provider()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.Lead);
        var token = (await visitor.GetAsync("/konto")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await visitor.PostRawAsync("/konto/sso", new() { ["__RequestVerificationToken"] = token })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(await ReturnAsync(visitor, "staff-7", "/konto/sso?los=1"))).TextOf("main").ShouldContain("staff-7@institut.example");
        (await _case.Host.DbAsync(db => db.UserLogins.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("state", "gefälscht")]
    [InlineData("state", null)]
    [InlineData("code", "erfunden")]
    [InlineData("code", null)]
    public async Task A_return_that_was_tampered_with_is_explained_and_signs_nobody_in(string name, string? value)
    {
        await LinkAsync(Cast.Lead, "staff-7");
        using var visitor = _case.Host.Visitor();
        var back = await _provider.PassAsync((await visitor.GetAsync("/anmelden/sso")).Location!, "staff-7");
        var query = QueryHelpers.ParseQuery(back.Query).Where(each => each.Key != name).Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)).ToList();
        if (value is not null) query.Add(KeyValuePair.Create(name, (string?)value));
        await FailsAsync(visitor, QueryHelpers.AddQueryString(back.AbsolutePath, query));
    }

    [Fact]
    public async Task The_return_of_another_browser_and_a_refusal_at_the_provider_are_explained()
    {
        await LinkAsync(Cast.Lead, "staff-7");
        using var one = _case.Host.Visitor();
        var back = await _provider.PassAsync((await one.GetAsync("/anmelden/sso")).Location!, "staff-7");
        using var victim = _case.Host.Visitor();
        await FailsAsync(victim, back.PathAndQuery);
        var state = QueryHelpers.ParseQuery(new Uri((await victim.GetAsync("/anmelden/sso")).Location!).Query)["state"].ToString();
        await FailsAsync(victim, $"/anmelden/sso/rueckkehr?error=access_denied&state={Uri.EscapeDataString(state)}");
    }

    [Fact]
    public async Task Where_nothing_is_configured_there_is_no_such_page()
    {
        await using var without = await AccountCase.StartAsync();
        using var visitor = await without.Host.SignedInAsync(Cast.Lead);
        foreach (var address in new[] { "/anmelden/sso", "/anmelden/sso?fehler=1", "/konto/sso", "/konto/sso?los=1", "/anmelden/sso/rueckkehr?code=x&state=y" })
            (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await visitor.GetAsync("/konto")).TextOf("main").ShouldNotContain("Single Sign-on");
    }

    [Theory]
    [InlineData("http://sso.example")]
    [InlineData("kein Ort")]
    public async Task An_authority_that_is_not_safe_stops_the_start(string authority) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => AccountCase.StartAsync(("Sso:Authority", authority), ("Sso:ClientId", "a"), ("Sso:ClientSecret", "b")))).Message.ShouldContain("https://");

    // The provider's tokens and the cookie that waits for its answer go by the real clock.
    private static void Now(AccountCase accounts) => accounts.Host.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime;

    private static async Task FailsAsync(Visitor visitor, string address)
    {
        var failed = await visitor.FollowAsync(address);
        failed.Status.ShouldBe(HttpStatusCode.OK);
        failed.TextOf("main").ShouldContain("Die Anmeldung über Institutskonto hat nicht geklappt");
        (await visitor.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
    }

    /// <summary>Goes to the provider and back; gives the page within the site that the callback leads to.</summary>
    private async Task<string> ReturnAsync(Visitor visitor, string account, string begin = "/anmelden/sso")
    {
        var back = await _provider.PassAsync((await visitor.GetAsync(begin)).Location!, account);
        return (await visitor.GetAsync(back.PathAndQuery)).Location!;
    }

    private async Task<Answer> SignInAsync(Visitor visitor, string account, string? returnUrl = null) =>
        await visitor.GetAsync(await ReturnAsync(visitor, account, "/anmelden/sso" + (returnUrl is null ? "" : "?zurueck=" + Uri.EscapeDataString(returnUrl))));

    private async Task<Answer> ProposeAsync(Visitor visitor, string account) => await visitor.SubmitAsync(await visitor.GetAsync(await ReturnAsync(visitor, account, "/konto/sso?los=1")), "main form");

    private async Task<Visitor> LinkAsync(string mail, string account)
    {
        var visitor = await _case.Host.SignedInAsync(mail);
        (await ProposeAsync(visitor, account)).Location.ShouldBe("/konto/sso");
        return visitor;
    }
}
