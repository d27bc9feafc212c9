using System.Net;
using System.Net.Sockets;
using System.Text;
using Awards.Testing;
using Awards.Web.Platform.Operation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Awards.Web.Tests.Platform.Operation;

/// <summary>What is too large or too slow gets a page with the right status. On a real server: the in-memory one has no limits.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private int _cancelled;

    private Uri Server => new(_host.Urls.First());

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync(server: true, settings: new Dictionary<string, string?> { ["Limits:RequestSeconds"] = "2", ["Proxy:KnownProxies:0"] = "127.0.0.1" }, extend: app =>
        {
            async Task<string> Wait(HttpContext http, int seconds)
            {
                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(seconds), http.RequestAborted);
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref _cancelled);
                    throw;
                }
                return "fertig";
            }
            app.MapGet("/test/endlos", (Delegate)((HttpContext http) => Wait(http, 60))).AllowAnonymous();
            app.MapGet("/test/lang", (Delegate)((HttpContext http) => Wait(http, 3))).AllowAnonymous().WithMetadata(new RequestTimeoutAttribute(Limits.LongWork));
            app.MapPost("/test/gross", async (HttpContext http) =>
            {
                await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
                return "angenommen";
            }).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(4 * 1024 * 1024));
        });
        await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_form_of_more_than_two_megabytes_is_413_with_a_page()
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden");
        var answer = await visitor.SubmitAsync(page, "main form", new() { ["Input.Mail"] = new string('x', (int)Limits.Body + 1), ["Input.Password"] = "x" });
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.TextOf("h1").ShouldBe("Das ist zu viel auf einmal");
        (await visitor.SubmitAsync(page, "main form", new() { ["Input.Mail"] = new string('x', (int)Limits.Body / 2), ["Input.Password"] = "x" })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_size_meets_the_same_limit()
    {
        using var client = new HttpClient { BaseAddress = Server };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/anmelden") { Content = new StringContent("a=" + new string('x', (int)Limits.Body + 1), Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Das ist zu viel auf einmal");
    }

    [Fact]
    public async Task A_page_may_raise_the_limit_for_itself()
    {
        using var client = new HttpClient { BaseAddress = Server };
        using var three = new ByteArrayContent(new byte[3 * 1024 * 1024]);
        (await client.PostAsync("/test/gross", three)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var five = new ByteArrayContent(new byte[5 * 1024 * 1024]);
        (await client.PostAsync("/test/gross", five)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_cancelled_and_503_with_a_page_and_long_work_may_take_longer()
    {
        using var visitor = _host.Visitor();
        var answer = await visitor.GetAsync("/test/endlos");
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.TextOf("h1").ShouldBe("Das hat zu lange gedauert");
        _cancelled.ShouldBe(1);
        (await visitor.GetAsync("/test/lang")).Text.ShouldBe("fertig");
    }

    [Fact]
    public async Task A_form_that_trickles_in_is_408_with_a_page()
    {
        await using var host = await AwardsHost.StartAsync(server: true, settings: new Dictionary<string, string?> { ["Proxy:KnownProxies:0"] = "127.0.0.1" });
        var server = new Uri(host.Urls.First());
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /anmelden HTTP/1.1\r\nHost: {server.Authority}\r\nX-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\nConnection: close\r\n\r\na="));
        using var reader = new StreamReader(stream);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(25));
        var answer = await reader.ReadToEndAsync(limit.Token);
        answer.ShouldStartWith("HTTP/1.1 408 ");
        answer.ShouldContain("Die Anfrage kam zu langsam an");
    }

    [Fact]
    public async Task Too_many_or_too_large_headers_are_refused()
    {
        using var client = new HttpClient { BaseAddress = Server };
        using var large = new HttpRequestMessage(HttpMethod.Get, "/");
        large.Headers.Add("X-Long", new string('x', 40 * 1024));
        (await client.SendAsync(large)).StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        using var many = new HttpRequestMessage(HttpMethod.Get, "/");
        for (var number = 0; number < 80; number++) many.Headers.Add($"X-{number}", "x");
        (await client.SendAsync(many)).StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        (await client.GetAsync(new Uri(Server, "/?q=" + new string('x', 9000)))).StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }
}
