using System.Net;
using Awards.Testing;

namespace Awards.Web.Tests.Platform.Security;

public sealed class HardeningTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/anmelden")]
    [InlineData("/gibt-es-nicht")]
    [InlineData("/css/site.css")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var visitor = _host.Visitor();
        var headers = (await visitor.GetAsync(address)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
    }

    [Fact]
    public async Task Cookies_are_secure_http_only_and_bound_to_the_host()
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden");
        var answer = await visitor.SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = Cast.Lead, ["Input.Password"] = "demo-2017" });
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-awards");
            cookie.ShouldContain("secure", Case.Insensitive);
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldContain("samesite=", Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused()
    {
        using var visitor = await _host.SignedInAsync(Cast.Lead);
        (await visitor.PostRawAsync("/abmelden", [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.PostRawAsync("/anmelden", new() { ["Input.Mail"] = Cast.Lead })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_address_says_what_to_do_and_gives_a_number()
    {
        using var visitor = _host.Visitor();
        var answer = await visitor.GetAsync("/gibt-es-nicht");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.TextOf("h1").ShouldBe("Diese Seite gibt es nicht");
        answer.TextOf("main strong").Length.ShouldBe(12);
    }

    [Fact]
    public async Task Language_is_switched_and_kept_and_only_local_addresses_are_returned_to()
    {
        using var visitor = _host.Visitor();
        (await visitor.GetAsync("/sprache?culture=en&returnUrl=https://example.org")).Location.ShouldBe("/");
        (await visitor.GetAsync("/sprache?culture=en&returnUrl=/anmelden")).Location.ShouldBe("/anmelden");
        var page = await visitor.GetAsync("/anmelden");
        page.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task The_browsers_language_alone_changes_nothing()
    {
        using var visitor = _host.Visitor();
        (await visitor.GetAsync("/")).Page.DocumentElement.GetAttribute("lang").ShouldBe("de");
    }
}
