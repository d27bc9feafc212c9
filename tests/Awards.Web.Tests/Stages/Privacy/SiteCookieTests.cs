using Awards.Testing;
using Awards.Web.Tests.Stages.Accounts;

namespace Awards.Web.Tests.Stages.Privacy;

public sealed class SiteCookieTests
{
    private readonly HashSet<string> _set = [];

    [Fact]
    public async Task The_privacy_page_lists_exactly_the_cookies_that_the_server_sets()
    {
        using var provider = await OpenIdProvider.StartAsync();
        await using var site = await AccountCase.StartAsync(provider.Settings);
        var listed = await ListedAsync(site);
        await SetAsync(site);
        using var visitor = site.Host.Visitor();
        // The provider's tokens are valid now, not in the world's year.
        site.Host.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var back = await provider.PassAsync(Seen(await visitor.GetAsync("/anmelden/sso")).Location!, "staff-7");
        Seen(await visitor.GetAsync(back.PathAndQuery));
        _set.Where(name => !listed.Any(cookie => Is(cookie, name))).ShouldBeEmpty("not listed");
        listed.Where(cookie => !_set.Any(name => Is(cookie, name))).ShouldBeEmpty("never set");
    }

    [Fact]
    public async Task Without_single_sign_on_its_cookies_are_not_listed()
    {
        await using var site = await AccountCase.StartAsync();
        var listed = await ListedAsync(site);
        await SetAsync(site);
        _set.ShouldBe(listed, ignoreOrder: true);
    }

    private async Task SetAsync(AccountCase site)
    {
        using var visitor = site.Host.Visitor();
        Seen(await visitor.GetAsync("/sprache?culture=de&returnUrl=/"));
        var page = Seen(await visitor.GetAsync("/anmelden"));
        Seen(await AccountCase.SignInAsync(visitor, Cast.Lead));
        Seen(await visitor.SubmitAsync(await visitor.GetAsync("/konto"), "form:has([name=DisplayName])", new() { ["DisplayName"] = "Neuer Name" })).IsRedirect.ShouldBeTrue();
        Seen(await visitor.SubmitAsync(await visitor.GetAsync($"/institut/{World.Slug}/ansicht"), "form:has([name=Role])", new() { ["Role"] = "Reviewer" })).IsRedirect.ShouldBeTrue();
        await visitor.SubmitAsync(await visitor.GetAsync("/ansicht/ende"), "main form");

        await AccountCase.SetUpFactorAsync(visitor);
        using var pending = site.Host.Visitor();
        Seen(await AccountCase.SignInAsync(pending, Cast.Lead)).Location.ShouldBe("/anmelden/code");
        using var passkey = site.Host.Visitor();
        page = await passkey.GetAsync("/anmelden");
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Seen(await passkey.PostRawAsync("/anmelden?handler=PasskeyOptions", new() { ["__RequestVerificationToken"] = token })).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(AccountCase site)
    {
        using var visitor = site.Host.Visitor();
        return (await visitor.GetAsync("/datenschutz")).TextsOf("th code");
    }

    private Answer Seen(Answer answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) _set.UnionWith(cookies.Select(cookie => cookie.Split('=')[0]));
        return answer;
    }

    private static bool Is(string listed, string name) => listed.EndsWith('*') ? name.StartsWith(listed[..^1], StringComparison.Ordinal) : name == listed;
}
