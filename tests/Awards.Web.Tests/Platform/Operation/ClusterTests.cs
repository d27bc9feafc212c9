using System.Net;
using System.Net.Sockets;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Platform.Operation;

/// <summary>Two real server processes on one PostgreSQL.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [PostgresFact]
    public async Task A_session_and_its_forms_hold_on_either_process_and_a_change_on_one_is_seen_at_once_on_the_other()
    {
        // Both at the same moment, so that both find neither keys nor the scheduler's tables.
        var servers = await Task.WhenAll(StartAsync("one", 25), StartAsync("two", 25));
        using var one = servers[0];
        using var two = servers[1];
        var sides = new Sides(one, two);
        using var visitor = new Visitor(sides, new Uri("https://localhost"));
        await visitor.SignInAsync(Cast.Lead, Awards.Web.Data.Seeding.DemoAccounts.Password);

        sides.Second = true;
        (await visitor.GetAsync($"/institut/{World.Slug}")).Status.ShouldBe(HttpStatusCode.OK);
        using var reader = one.Visitor();
        (await reader.GetAsync("/impressum")).Headers.Contains("Strict-Transport-Security").ShouldBeTrue();

        // The call is known to both before it changes.
        foreach (var server in servers)
        {
            using var public_ = server.Visitor();
            (await public_.GetAsync($"/wettbewerbe/{World.Slug}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        await _world.WriteAsync(async db =>
        {
            var call = await db.Calls.SingleAsync(each => each.Slug == World.Slug);
            db.Entry(call).Property("DefinitionJson").CurrentValue = Renamed(call.DefinitionJson);
            return call;
        });
        foreach (var server in servers)
        {
            using var public_ = server.Visitor();
            (await public_.GetAsync($"/wettbewerbe/{World.Slug}")).Text.ShouldContain("Umbenannter Wettbewerb");
        }

        // The form comes from one, its answer goes to the other.
        var form = await visitor.GetAsync("/abmelden");
        sides.Second = false;
        var left = await visitor.SubmitAsync(form, "main form");
        left.IsRedirect.ShouldBeTrue();
        sides.Second = true;
        (await visitor.GetAsync($"/institut/{World.Slug}")).IsRedirect.ShouldBeTrue("signed out on both");
    }

    [PostgresFact]
    public async Task Two_processes_send_each_mail_once()
    {
        using var smtp = await SmtpServer.StartAsync();
        using var one = await StartAsync("one", smtp.Port);
        using var two = await StartAsync("two", smtp.Port);
        const int Count = 120;
        await PostAsync(Count, "einmal");
        var arrived = new List<string>();
        for (var number = 0; number < Count; number++) arrived.Add((await smtp.NextAsync()).To[0]);
        arrived.ShouldBeUnique();
        await WaitAsync(async () => await _host.DbAsync(db => db.Outbox.CountAsync(mail => mail.State == OutboxState.Sent)) == Count);
        // Nothing more comes: the next mail that arrives is the next one written.
        await PostAsync(1, "danach");
        (await smtp.NextAsync()).To[0].ShouldStartWith("danach");
    }

    [PostgresFact]
    public async Task When_a_process_is_killed_in_the_middle_of_a_job_the_other_takes_over()
    {
        // This server accepts connections and never says a word: who talks to it hangs in the middle of the job.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var smtp = await SmtpServer.StartAsync();
        using var one = await StartAsync("one", ((IPEndPoint)silent.LocalEndpoint).Port);
        await PostAsync(1, "haengt");
        await silent.AcceptTcpClientAsync().WaitAsync(Patience);
        using var two = await StartAsync("two", smtp.Port);
        one.Process.Kill();
        await one.Process.WaitForExitAsync();
        await PostAsync(3, "danach");
        var arrived = new HashSet<string>();
        while (arrived.Count(mail => mail.StartsWith("danach", StringComparison.Ordinal)) < 3) arrived.Add((await smtp.NextAsync()).To[0]);
        using var visitor = two.Visitor();
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task Without_an_address_for_telemetry_its_packages_are_not_loaded()
    {
        using var server = await StartAsync("one", 25);
        using var visitor = server.Visitor();
        (await visitor.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await File.ReadAllTextAsync($"/proc/{server.Process.Id}/maps")).ShouldNotContain("OpenTelemetry");
    }

    private static string Renamed(string json)
    {
        var call = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        call["title"]!["de"] = "Umbenannter Wettbewerb";
        return call.ToJsonString();
    }

    private Task<ServerProcess> StartAsync(string name, int smtp) => ServerProcess.StartAsync(Path.Combine(_host.Folder, name), new Dictionary<string, string?>
    {
        ["ConnectionStrings:Awards"] = _host.Postgres,
        ["Jobs:CheckInSeconds"] = "2",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = smtp.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:StartTls"] = "false",
    });

    private Task<bool> PostAsync(int count, string name) => _world.WriteAsync(db =>
    {
        for (var number = 0; number < count; number++) db.Outbox.Add(OutboxMessage.Write($"{name}{number}@musterstadt.example", "Betreff", "Text", _host.Clock.Now));
        return Task.FromResult(true);
    });

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        for (var waited = TimeSpan.Zero; !await done(); waited += TimeSpan.FromMilliseconds(200))
        {
            if (waited > Patience) throw new TimeoutException();
            await Task.Delay(200);
        }
    }

    /// <summary>Leads to the first process, or to the second.</summary>
    private sealed class Sides(ServerProcess one, ServerProcess two) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _one = new(new ProxyHandler(one.Address));
        private readonly HttpMessageInvoker _two = new(new ProxyHandler(two.Address));

        public bool Second { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => (Second ? _two : _one).SendAsync(request, cancellationToken);
    }
}
