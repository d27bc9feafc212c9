using System.Net;
using Awards.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Awards.Web.Tests.Platform.Operation;

/// <summary>On a real server, asked from 127.0.0.1: whose word about a request is taken.</summary>
public sealed class ProxyTests
{
    private const string Client = "192.0.2.7";

    [Fact]
    public async Task Without_a_configured_proxy_nobody_is_believed()
    {
        await using var host = await StartAsync();
        (await AskAsync(host, ("X-Forwarded-For", Client), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"))).ShouldBe($"127.0.0.1 http {new Uri(host.Urls.First()).Authority}");
    }

    [Fact]
    public async Task Somebody_who_is_not_the_configured_proxy_is_not_believed()
    {
        await using var host = await StartAsync(("Proxy:KnownProxies:0", "10.0.0.1"), ("Proxy:KnownNetworks:0", "10.1.0.0/16"));
        (await AskAsync(host, ("X-Forwarded-For", Client), ("X-Forwarded-Proto", "https"))).ShouldStartWith("127.0.0.1 http ");
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "127.0.0.1")]
    [InlineData("Proxy:KnownNetworks:0", "127.0.0.0/8")]
    public async Task The_configured_proxy_is_believed(string setting, string value)
    {
        await using var host = await StartAsync((setting, value));
        (await AskAsync(host, ("X-Forwarded-For", Client), ("X-Forwarded-Proto", "https"))).ShouldStartWith($"{Client} https ");
    }

    [Fact]
    public async Task What_a_client_wrote_before_the_proxy_wrote_is_ignored()
    {
        await using var host = await StartAsync(("Proxy:KnownProxies:0", "127.0.0.1"));
        (await AskAsync(host, ("X-Forwarded-For", $"203.0.113.99, {Client}"))).ShouldStartWith($"{Client} ");
    }

    [Fact]
    public async Task With_two_hops_only_as_many_entries_as_known_proxies_count()
    {
        await using var host = await StartAsync(("Proxy:KnownProxies:0", "127.0.0.1"), ("Proxy:KnownProxies:1", "10.0.0.1"), ("Proxy:Hops", "2"));
        (await AskAsync(host, ("X-Forwarded-For", $"203.0.113.99, {Client}, 10.0.0.1"))).ShouldStartWith($"{Client} ");
        (await AskAsync(host, ("X-Forwarded-For", $"203.0.113.99, {Client}"))).ShouldStartWith($"{Client} ");
    }

    [Fact]
    public async Task Only_the_own_hosts_are_answered_and_taken_from_the_proxy()
    {
        await using var host = await StartAsync(("PublicAddress", "https://awards.example.org"), ("Hosts", "intern.example.org"), ("Proxy:KnownProxies:0", "127.0.0.1"));
        (await AskAsync(host, ("Host", "awards.example.org"))).ShouldEndWith(" awards.example.org");
        (await AskAsync(host, ("Host", "intern.example.org"))).ShouldEndWith(" intern.example.org");
        (await AskAsync(host, ("Host", "intern.example.org"), ("X-Forwarded-Host", "awards.example.org"))).ShouldEndWith(" awards.example.org");
        (await AskAsync(host, ("Host", "intern.example.org"), ("X-Forwarded-Host", "evil.example"))).ShouldEndWith(" intern.example.org");
        (await StatusAsync(host, "evil.example")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(host, "awards.example.org.evil.example")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<AwardsHost> StartAsync(params (string Key, string Value)[] settings) => AwardsHost.StartAsync(server: true,
        settings: settings.ToDictionary(each => each.Key, each => (string?)each.Value),
        extend: app => app.MapGet("/test/wer", (HttpContext http) => $"{http.Connection.RemoteIpAddress} {http.Request.Scheme} {http.Request.Host}").AllowAnonymous());

    private static async Task<string> AskAsync(AwardsHost host, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(host.Urls.First()), "/test/wer"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await (await client.SendAsync(request)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(AwardsHost host, string name)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(host.Urls.First()), "/test/wer"));
        request.Headers.Host = name;
        return (await client.SendAsync(request)).StatusCode;
    }
}
