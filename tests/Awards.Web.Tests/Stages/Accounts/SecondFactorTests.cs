using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StrictAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Theory]
    [InlineData(Cast.Lead, "/institut")]
    [InlineData(Cast.Finance, "/institut")]
    [InlineData("reviewer1@test.example", "/vorpruefung")]
    [InlineData(Cast.JuryChair, "/jury")]
    public async Task Roles_sleep_until_the_factor_is_there_and_wake_at_once(string mail, string start)
    {
        using var visitor = _case.Host.Visitor();
        (await AccountCase.SignInAsync(visitor, mail)).Location.ShouldBe("/konto/zweiter-faktor");
        (await visitor.GetAsync(start)).Location.ShouldBe("/konto/zweiter-faktor");
        (await visitor.GetAsync("/konto/zweiter-faktor")).TextOf("main").ShouldContain("Pflicht");
        await AccountCase.SetUpFactorAsync(visitor);
        (await visitor.GetAsync(start)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sleeping_role_changes_nothing_by_post_either()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.Lead);
        var token = (await visitor.GetAsync("/konto")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await visitor.PostRawAsync($"/institut/{World.Slug}/vorpruefung", new() { ["__RequestVerificationToken"] = token })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_somebody_does_for_a_municipality_needs_no_factor_even_beside_a_sleeping_role()
    {
        await _case.World.WriteAsync(async db =>
        {
            await Grants.GiveAsync(db, _case.Id(Cast.ClerkOne), _case.World.Call.Id, [Domain.Accounts.CallRole.JuryMember], CancellationToken.None);
            return true;
        });
        using var clerk = await _case.Host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync("/kommune")).Status.ShouldBe(HttpStatusCode.OK);
        (await clerk.GetAsync("/jury")).Location.ShouldBe("/konto/zweiter-faktor");
        using var other = await _case.Host.SignedInAsync(Cast.ClerkTwo);
        (await other.GetAsync("/kommune")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/konto/zweiter-faktor")).TextOf("main").ShouldNotContain("Pflicht");
    }

    [Fact]
    public async Task A_code_is_asked_for_at_the_next_sign_in_and_works_once()
    {
        var (key, _) = await SetUpAsync(Cast.Lead);
        var (now, before, after) = (AccountCase.Code(key), AccountCase.Code(key, -1), AccountCase.Code(key, 1));
        using var visitor = _case.Host.Visitor();
        (await AccountCase.SignInAsync(visitor, Cast.Lead)).Location.ShouldBe("/anmelden/code");
        (await visitor.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
        (await AccountCase.TypeCodeAsync(visitor, "12 34 5")).TextOf("[data-errors]").ShouldContain("stimmt nicht");
        (await AccountCase.TypeCodeAsync(visitor, now[..3] + " " + now[3..])).Location.ShouldBe("/institut");
        // Used ones are dead, also one that is older than the last and would still be in time.
        foreach (var used in new[] { now, before })
        {
            using var thief = _case.Host.Visitor();
            await AccountCase.SignInAsync(thief, Cast.Lead);
            (await AccountCase.TypeCodeAsync(thief, used)).TextOf("[data-errors]").ShouldContain("schon benutzt");
        }
        using var again = _case.Host.Visitor();
        await AccountCase.SignInAsync(again, Cast.Lead);
        (await AccountCase.TypeCodeAsync(again, after)).Location.ShouldBe("/institut");
        foreach (var used in new[] { now, before, after })
        {
            using var thief = _case.Host.Visitor();
            await AccountCase.SignInAsync(thief, Cast.Lead);
            (await AccountCase.TypeCodeAsync(thief, used)).IsRedirect.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_replace_all()
    {
        var (_, codes) = await SetUpAsync(Cast.Lead);
        codes.ShouldBeUnique();
        using var visitor = _case.Host.Visitor();
        await AccountCase.SignInAsync(visitor, Cast.Lead);
        (await AccountCase.TypeCodeAsync(visitor, codes[0].ToLowerInvariant())).Location.ShouldBe("/institut");
        (await visitor.GetAsync("/konto")).TextOf("main").ShouldContain("9 Wiederherstellungscodes übrig");
        using var second = _case.Host.Visitor();
        await AccountCase.SignInAsync(second, Cast.Lead);
        (await AccountCase.TypeCodeAsync(second, codes[0])).IsRedirect.ShouldBeFalse();
        var renewed = await visitor.SubmitAsync(await visitor.GetAsync("/konto/zweiter-faktor"), "form[action*='Codes']");
        renewed.TextsOf("ul.recovery-codes code").Count.ShouldBe(10);
        (await AccountCase.TypeCodeAsync(second, codes[1])).IsRedirect.ShouldBeFalse();
        (await AccountCase.TypeCodeAsync(second, renewed.TextsOf("ul.recovery-codes code")[0])).IsRedirect.ShouldBeTrue();
        (await _case.TrailAsync(AuditAction.RecoveryCodesMade)).ShouldAllBe(row => row.PersonId == _case.Id(Cast.Lead));
    }

    [Fact]
    public async Task Ten_wrong_codes_close_the_way_and_the_right_password_does_not_open_it()
    {
        var (key, codes) = await SetUpAsync(Cast.Lead);
        using var visitor = _case.Host.Visitor();
        for (var round = 0; round < 2; round++)
        {
            (await AccountCase.SignInAsync(visitor, Cast.Lead)).Location.ShouldBe("/anmelden/code");
            for (var attempt = 0; attempt < 5; attempt++) (await AccountCase.TypeCodeAsync(visitor, "WRONG-CODE" + attempt)).TextOf("[data-errors]").ShouldContain("stimmt nicht");
        }
        (await AccountCase.TypeCodeAsync(visitor, AccountCase.Code(key))).TextOf("[data-errors]").ShouldContain("zehn Minuten gesperrt");
        (await AccountCase.TypeCodeAsync(visitor, codes[0])).TextOf("[data-errors]").ShouldContain("zehn Minuten gesperrt");
        _case.Host.Clock.Now += TimeSpan.FromMinutes(10);
        (await AccountCase.SignInAsync(visitor, Cast.Lead)).Location.ShouldBe("/anmelden/code");
        (await AccountCase.TypeCodeAsync(visitor, codes[0])).IsRedirect.ShouldBeTrue();
        (await _case.TrailAsync(AuditAction.SignInFailed)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Strangers_who_guess_passwords_do_not_close_the_way_of_a_link_and_a_code()
    {
        var (_, codes) = await SetUpAsync(Cast.Lead);
        for (var attempt = 0; attempt < 10; attempt++) await _case.SignInAsync(Cast.Lead, "falsch");
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.Lead);
        (await visitor.SubmitAsync(await visitor.GetAsync(await _case.LinkAsync(Cast.Lead)), "main form")).Location.ShouldBe("/anmelden/code");
        (await AccountCase.TypeCodeAsync(visitor, codes[0])).Location.ShouldBe("/institut");
    }

    [Fact]
    public async Task The_second_step_expires_and_is_nothing_without_the_first()
    {
        var (_, codes) = await SetUpAsync(Cast.Lead);
        using var visitor = _case.Host.Visitor();
        (await visitor.GetAsync("/anmelden/code")).TextOf("main").ShouldContain("zu viel Zeit vergangen");
        await AccountCase.SignInAsync(visitor, Cast.Lead);
        var page = await visitor.GetAsync("/anmelden/code");
        _case.Host.Clock.Now += TimeSpan.FromMinutes(11);
        (await visitor.SubmitAsync(page, "main form", new() { ["Code"] = codes[0] })).TextOf("main").ShouldContain("zu viel Zeit vergangen");
    }

    [Fact]
    public async Task A_session_that_did_not_show_the_factor_cannot_change_it()
    {
        using var weak = await _case.Host.SignedInAsync(Cast.Lead);
        var open = await weak.GetAsync("/konto/zweiter-faktor");
        await SetUpAsync(Cast.Lead);
        (await weak.GetAsync("/konto/zweiter-faktor")).TextOf("main").ShouldContain("mit dem vorhandenen Faktor an");
        (await weak.GetAsync("/konto/passkeys")).TextOf("main").ShouldContain("mit dem vorhandenen Faktor an");
        var key = open.TextOf("main p code").Replace(" ", "", StringComparison.Ordinal);
        (await weak.SubmitAsync(open, "form:has([name=Code])", new() { ["Code"] = AccountCase.Code(key) })).TextOf("main").ShouldContain("mit dem vorhandenen Faktor an");
        var token = open.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Remove", "Codes" })
            (await weak.PostRawAsync("/konto/zweiter-faktor?handler=" + handler, new() { ["__RequestVerificationToken"] = token })).Location.ShouldBe("/konto/zweiter-faktor");
        (await weak.PostRawAsync("/konto/passkeys?handler=Options", new() { ["__RequestVerificationToken"] = token })).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
        (await _case.Host.DbAsync(db => db.Users.SingleAsync(each => each.Email == Cast.Lead))).TwoFactorEnabled.ShouldBeTrue();
        (await _case.TrailAsync(AuditAction.RecoveryCodesMade)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_is_required_it_cannot_be_removed_elsewhere_it_can()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        await AccountCase.SetUpFactorAsync(lead);
        var page = await lead.GetAsync("/konto/zweiter-faktor");
        page.Page.QuerySelector("form[action*='Remove']").ShouldBeNull();
        await lead.PostRawAsync("/konto/zweiter-faktor?handler=Remove", new() { ["__RequestVerificationToken"] = page.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")! });
        (await _case.Host.DbAsync(db => db.Users.SingleAsync(each => each.Email == Cast.Lead))).TwoFactorEnabled.ShouldBeTrue();

        using var clerk = await _case.Host.SignedInAsync(Cast.ClerkOne);
        await AccountCase.SetUpFactorAsync(clerk);
        (await clerk.SubmitAsync(await clerk.GetAsync("/konto/zweiter-faktor"), "form[action*='Remove']")).IsRedirect.ShouldBeTrue();
        (await _case.SignInAsync(Cast.ClerkOne)).Location.ShouldBe("/kommune");
        (await _case.Host.DbAsync(db => db.UserTokens.CountAsync(each => each.UserId == _case.Id(Cast.ClerkOne)))).ShouldBe(0);
        (await _case.TrailAsync(AuditAction.SecondFactorRemoved)).ShouldAllBe(row => row.PersonId == _case.Id(Cast.ClerkOne));
        (await _case.MailsAsync(Cast.ClerkOne)).Select(mail => mail.Body).ShouldContain(body => body.Contains("der zweite Faktor Ihres Kontos wurde entfernt"));
    }

    [Fact]
    public async Task The_database_holds_the_key_encrypted_and_the_codes_as_digests_and_the_trail_neither()
    {
        var (key, codes) = await SetUpAsync(Cast.Lead);
        var kept = await _case.Host.DbAsync(db => db.UserTokens.Select(token => token.Value!).ToListAsync());
        kept.Count.ShouldBe(2);
        var rows = await _case.Host.DbAsync(db => db.AuditRows.Include(row => row.Values).Where(row => row.Values != null).Select(row => row.Values!.Json).ToListAsync());
        foreach (var secret in codes.Concat(codes.Select(code => code.Replace("-", "", StringComparison.Ordinal))).Append(key))
        {
            kept.ShouldAllBe(value => !value.Contains(secret));
            rows.ShouldAllBe(values => !values.Contains(secret));
        }
        foreach (var value in kept) rows.ShouldAllBe(values => !values.Contains(value));
        (await _case.TrailAsync(AuditAction.SecondFactorSet)).Select(row => row.ObjectType).ShouldContain("IdentityUserToken`1");
    }

    [Fact]
    public async Task A_wrong_code_at_the_setup_keeps_the_picture_and_sets_up_nothing()
    {
        using var visitor = await _case.Host.SignedInAsync(Cast.ClerkOne);
        var page = await visitor.GetAsync("/konto/zweiter-faktor");
        var wrong = await visitor.SubmitAsync(page, "form:has([name=Code])", new() { ["Code"] = "abc" });
        wrong.TextOf("[data-errors]").ShouldContain("stimmt nicht");
        wrong.TextOf("main p code").ShouldBe(page.TextOf("main p code"));
        (await visitor.SubmitAsync(page, "form:has([name=Code])", new() { ["Code"] = "123456", ["Protected"] = "gefälscht" })).TextOf("[data-errors]").ShouldContain("zu lange offen");
        (await _case.Host.DbAsync(db => db.UserTokens.CountAsync())).ShouldBe(0);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(string mail)
    {
        using var visitor = await _case.Host.SignedInAsync(mail);
        return await AccountCase.SetUpFactorAsync(visitor);
    }
}
