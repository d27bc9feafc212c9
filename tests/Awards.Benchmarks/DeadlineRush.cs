using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Awards.Benchmarks;

/// <summary>
/// The last minutes before a deadline: municipalities that are signed in already fill their applications, saved by themselves, and hand them in,
/// through HTTP against one server. Afterwards every answer is compared with what was typed.
/// </summary>
internal static class DeadlineRush
{
    private const string Slug = "andrang";

    /// <summary>One clerk at one connection who opens a section of the questionnaire, changes an answer and lets it be saved.</summary>
    public static async Task<int> QuestionnaireAsync(int times, string? postgres)
    {
        if (postgres is not null) Environment.SetEnvironmentVariable("ConnectionStrings__Awards", postgres);
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        Environment.SetEnvironmentVariable("Proxy__KnownProxies__0", "127.0.0.1");
        try
        {
            var migrated = await AwardsProcess.RunAsync("migrate", "--data", data);
            if (migrated.Code != 0) throw new InvalidOperationException(migrated.Errors);
            await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), data), settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" });
            var (call, clerks) = await FillAsync(app, 1);
            var url = $"http://127.0.0.1:{AwardsProcess.FreePort()}";
            using var server = await AwardsProcess.ServeAsync("serve", data, url);
            using var http = Client(url);
            await clerks[0].RepeatAsync(http, call, [], 200);
            var measured = new ConcurrentBag<(string Kind, double Time)>();
            await clerks[0].RepeatAsync(http, call, measured, times);
            server.Kill();
            await server.WaitForExitAsync();
            Console.WriteLine("| | count | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|");
            foreach (var group in measured.GroupBy(each => each.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)) Row(group.Key, [.. group.Select(each => each.Time).Order()]);
            return measured.GroupBy(each => each.Kind).All(group => group.Select(each => each.Time).Order().ElementAt(group.Count() / 2) < 10) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static HttpClient Client(string url)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        return http;
    }

    public static async Task<int> RunAsync(int municipalities, double minutes, string? postgres)
    {
        if (postgres is not null) Environment.SetEnvironmentVariable("ConnectionStrings__Awards", postgres);
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        using var smtp = await SmtpServer.StartAsync();
        foreach (var (key, value) in new[] { ("Host", "127.0.0.1"), ("Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("StartTls", "false") }) Environment.SetEnvironmentVariable("Mail__" + key, value);
        // The benchmark is the proxy in front of the server.
        Environment.SetEnvironmentVariable("Proxy__KnownProxies__0", "127.0.0.1");
        try
        {
            var migrated = await AwardsProcess.RunAsync("migrate", "--data", data);
            if (migrated.Code != 0) throw new InvalidOperationException(migrated.Errors);
            await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), data), settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" });
            var (call, clerks) = await FillAsync(app, municipalities);
            var url = $"http://127.0.0.1:{AwardsProcess.FreePort()}";
            using var server = await AwardsProcess.ServeAsync("serve", data, url);
            using var http = Client(url);
            await clerks[0].WarmAsync(http);

            var (times, faults) = (new ConcurrentBag<(string Kind, double Time)>(), new ConcurrentBag<string>());
            var length = TimeSpan.FromMinutes(minutes);
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(clerks.Select((clerk, at) => clerk.RunAsync(http, call, times, faults, watch, length, at / (double)clerks.Count)));
            var rush = watch.Elapsed;
            var backlog = await WaitingAsync(app);
            while (await WaitingAsync(app) > 0 && watch.Elapsed < rush + TimeSpan.FromMinutes(20)) await Task.Delay(1000);
            var drain = watch.Elapsed - rush;
            var peak = AwardsProcess.PeakMegabytes(server.Id);
            server.Kill();
            await server.WaitForExitAsync();
            return await ReportAsync(app, clerks, times, faults, rush, backlog, drain, peak);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> ReportAsync(WebApplication app, IReadOnlyList<RushClerk> clerks, ConcurrentBag<(string Kind, double Time)> times, ConcurrentBag<string> faults, TimeSpan rush, int backlog, TimeSpan drain, double peak)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var stored = await db.Applications.AsNoTracking().Include(each => each.Projects).ToDictionaryAsync(each => each.Id);
        var lost = clerks.Count(clerk => !clerk.IsWhatWasTyped(stored[clerk.Application]));
        var submitted = stored.Values.Count(each => each.Status == ApplicationState.Submitted);
        var numbers = stored.Values.Select(each => each.ArrivalNumber).OfType<int>().Distinct().Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clerks.Count} municipalities in {rush.TotalSeconds:0} s, {times.Count} requests, {times.Count / rush.TotalSeconds:0} a second; memory of the server {peak:0} MB"));
        Console.WriteLine("| | count | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|");
        foreach (var group in times.GroupBy(each => each.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)) Row(group.Key, [.. group.Select(each => each.Time).Order()]);
        var all = times.Select(each => each.Time).Order().ToList();
        Row("all", all);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"failed requests {faults.Count}, submitted {submitted}, different numbers {numbers}, applications with a lost answer {lost}; mails waiting at the end {backlog}, all out after {drain.TotalSeconds:0} s"));
        foreach (var fault in faults.Take(5)) Console.WriteLine("  " + fault);
        return faults.IsEmpty && lost == 0 && submitted == clerks.Count && numbers == clerks.Count && all[all.Count * 95 / 100] < 300 ? 0 : 1;
    }

    private static void Row(string name, List<double> sorted)
    {
        double At(int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted.Count} | {At(50):0.0} ms | {At(95):0.0} ms | {At(99):0.0} ms | {sorted[^1]:0} ms |"));
    }

    private static async Task<int> WaitingAsync(WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AwardsDbContext>().Outbox.CountAsync(mail => mail.State == OutboxState.Waiting || mail.State == OutboxState.Sending);
    }

    /// <summary>A call that ends tomorrow, and for each municipality a clerk with a session and a draft just begun.</summary>
    private static async Task<(CallDefinition Call, IReadOnlyList<RushClerk> Clerks)> FillAsync(WebApplication app, int municipalities)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var definition = new SeedFiles(Path.Combine(Installation.FindRoot(), "seed")).Call(DemoSeeder.Today) with { Slug = Slug, NumberPrefix = "ANDRANG" };
        var call = Call.Create(definition with { Phases = [new Phase(PhaseKind.Application, now.AddDays(-1), now.AddDays(1))] });
        var write = WriteContext.System(now, "deadline-rush");
        await db.WriteAsync(write, AuditAction.SeedLoaded, async () =>
        {
            db.Calls.Add(call);
            await db.SaveBulkAsync();
            return (Outcome<bool>)true;
        });
        var claims = scope.ServiceProvider.GetRequiredService<PersonClaims>();
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var made = new List<(Person Person, Session Session, Application Draft)>();
        foreach (var part in Enumerable.Range(1, municipalities).Chunk(200))
            await db.WriteAsync(write, AuditAction.SeedLoaded, async () =>
            {
                foreach (var number in part)
                {
                    var town = Municipality.Create($"Musterstadt {number}", FederalStates.Codes[number % 16], MunicipalityTypes.All[number % 3]);
                    var person = Person.Create($"amt{number}@musterstadt.example", $"Amt {number}");
                    var session = new Session { Id = SecretId.New(), PersonId = person.Id, Method = SignInMethod.Password, Device = "rush", CreatedAt = now, LastSeenAt = now, ProvedAt = now };
                    var draft = Application.Start(call, town, write).Fact;
                    db.AddRange(town, person, session, draft, Affiliation.Of(person.Id, town.Id), ApplicationMember.Add(draft.Id, person.Id, MemberRight.Sign));
                    made.Add((person, session, draft));
                }
                await db.SaveBulkAsync();
                return (Outcome<bool>)true;
            });
        var clerks = new List<RushClerk>();
        foreach (var (person, session, draft) in made)
        {
            var ticket = new AuthenticationTicket(await claims.CreateAsync(person, session.Id, strong: false), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, IdentityConstants.ApplicationScheme);
            clerks.Add(new RushClerk(clerks.Count + 1, draft.Id, $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}"));
        }
        return (definition, clerks);
    }
}
