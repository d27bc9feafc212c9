using System.Net;
using Awards.Testing;
using Awards.Web.Platform.Security;
using Awards.Web.Tests.Structure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Platform.Operation;

public sealed class HeaderTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync(extend: app => app.MapGet("/test/fehler", string () => throw new InvalidOperationException("Absicht")).AllowAnonymous());
        await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(RightsTable.Anonymous)]
    [InlineData(Cast.Lead)]
    [InlineData(Cast.ClerkOne)]
    public async Task Every_answer_to_a_get_carries_every_header(string mail)
    {
        string[] others = ["/css/site.css", "/js/site.js", "/health", "/health/live", "/health/ready", "/gibt-es-nicht", "/awards.db", "/test/fehler", "/wettbewerbe/gibt-es-nicht"];
        using var visitor = mail == RightsTable.Anonymous ? _host.Visitor() : await _host.SignedInAsync(mail);
        foreach (var address in RightsTable.Pages.Keys.Select(RightsTable.Sample).Concat(others))
        {
            var answer = await visitor.GetAsync(address);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem(address) : throw new InvalidOperationException($"{address} ({(int)answer.Status}) lacks {name}");
            Header("Content-Security-Policy").ShouldBe(SecurityHeaders.ContentSecurityPolicy);
            Header("X-Content-Type-Options").ShouldBe("nosniff");
            Header("X-Frame-Options").ShouldBe("DENY");
            Header("Referrer-Policy").ShouldBe("same-origin");
            Header("Permissions-Policy").ShouldBe(SecurityHeaders.PermissionsPolicy);
            Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
            Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
            Header("Strict-Transport-Security").ShouldBe("max-age=31536000");
            answer.Headers.Contains("Server").ShouldBeFalse(address);
            var isStatic = address.StartsWith("/css/", StringComparison.Ordinal) || address.StartsWith("/js/", StringComparison.Ordinal);
            var cache = answer.Headers.CacheControl.ShouldNotBeNull(address);
            cache.NoStore.ShouldBe(!isStatic && (mail != RightsTable.Anonymous || cache.NoStore), address);
            cache.Public.ShouldBe(isStatic, address);
        }
    }

    [Fact]
    public async Task A_fault_answers_500_with_a_page_and_without_its_cause()
    {
        using var visitor = _host.Visitor();
        var answer = await visitor.GetAsync("/test/fehler");
        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.TextOf("h1").ShouldBe("Da ist etwas schiefgegangen");
        answer.Text.ShouldNotContain("Absicht");
        answer.Text.ShouldNotContain("InvalidOperation");
    }

    [Theory]
    [InlineData("/awards.db")]
    [InlineData("/.env")]
    [InlineData("/x.php")]
    [InlineData("/data/awards.db")]
    [InlineData("/wp-login.php")]
    [InlineData("/institut/test/liste.bak")]
    [InlineData("/..%2fawards.db")]
    [InlineData("/fehler")]
    [InlineData("/fehler?status=200")]
    [InlineData("/fehler?status=abc")]
    public async Task What_does_not_exist_is_not_found_and_leads_nowhere(string address)
    {
        using var visitor = _host.Visitor();
        var answer = await visitor.GetAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.TextOf("h1").ShouldBe("Diese Seite gibt es nicht");
    }

    [Fact]
    public async Task Over_http_and_in_the_demo_no_browser_is_bound_to_https()
    {
        await using var demo = await AwardsHost.StartAsync(demo: true);
        using var visitor = demo.Visitor();
        (await visitor.GetAsync("/")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        await using var server = await AwardsHost.StartAsync(server: true);
        using var plain = new HttpClient();
        (await plain.GetAsync(new Uri(server.Urls.First()))).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Health_says_a_word_to_strangers_and_no_details()
    {
        using var visitor = _host.Visitor();
        foreach (var address in new[] { "/health", "/health/live", "/health/ready" })
        {
            var answer = await visitor.GetAsync(address);
            (answer.Status, answer.Text).ShouldBe((HttpStatusCode.OK, "Healthy"), address);
        }
        // A database of another version: the process lives, but must get no requests.
        await _host.DbAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\""));
        var ready = await visitor.GetAsync("/health/ready");
        (ready.Status, ready.Text).ShouldBe((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        (await visitor.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
