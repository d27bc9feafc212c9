using System.Diagnostics;
using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Operation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Awards.Web.Tests.Platform.Operation;

public sealed class TelemetryTests
{
    private const string Metrics = "/v1/metrics";
    private const string Traces = "/v1/traces";

    [Fact]
    public async Task A_configured_collector_gets_metrics_and_traces_without_personal_data()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var host = await AwardsHost.StartAsync(server: true, settings: new Dictionary<string, string?>
        {
            ["Telemetry:OtlpEndpoint"] = collector.Url,
            ["Telemetry:ExportSeconds"] = "1",
            ["Telemetry:Headers"] = "x-key=schluessel",
            ["Proxy:KnownProxies:0"] = "127.0.0.1",
        });
        var world = await World.CreateAsync(host);
        await world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write("amt@musterstadt.example", "Betreff", "Text", host.Clock.Now));
            return Task.FromResult(true);
        });
        using var visitor = host.Visitor();
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}?token=geheimer-kanarienvogel")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.SubmitAsync(await visitor.GetAsync("/anmelden"), "main form", new() { ["Input.Mail"] = "kanarienvogel@musterstadt.example", ["Input.Password"] = "falsch" })).Status.ShouldBe(HttpStatusCode.OK);
        host.Services.GetRequiredService<AwardsMeters>().UploadRefused("encrypted");

        foreach (var name in new[] { "http.server.request.duration", "kestrel.active_connections", "wettbewerbe/{call}", "awards.mails", "Waiting", "awards.signins.failed", "awards.uploads.refused", "encrypted" })
            (await collector.HasAsync(Metrics, name)).ShouldBeTrue(name);
        foreach (var name in new[] { "GET /wettbewerbe/{call}", "POST /anmelden", "http.response.status_code" })
            (await collector.HasAsync(Traces, name)).ShouldBeTrue(name);
        collector.Posts(Traces).ShouldAllBe(post => post.Type == "application/x-protobuf" && post.Key == "schluessel");
        foreach (var canary in new[] { "kanarienvogel", "musterstadt.example", "192.0.2.7", World.Slug })
            (collector.Text(Metrics) + collector.Text(Traces)).ShouldNotContain(canary);
    }

    [Fact]
    public async Task A_collector_that_is_down_neither_fails_nor_slows_a_request()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        // Accepts and never answers, which is worse than refusing.
        await using var host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Telemetry:OtlpEndpoint"] = $"http://{listener.LocalEndpoint}", ["Telemetry:ExportSeconds"] = "1" });
        using var visitor = host.Visitor();
        (await visitor.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        await listener.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < 20; number++) (await visitor.GetAsync("/impressum")).Status.ShouldBe(HttpStatusCode.OK);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "one export alone waits up to five seconds for its answer");
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_of_it_runs_without_an_address()
    {
        await using var host = await AwardsHost.StartAsync();
        host.Services.GetServices<IHostedService>().Select(service => service.GetType().Name).ShouldNotContain(name => name == "Telemetry" || name == "GaugeReader");
    }
}
