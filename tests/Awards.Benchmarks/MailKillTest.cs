using System.Diagnostics;
using System.Globalization;
using Awards.Testing;
using Awards.Web;
using Awards.Web.Data;
using Awards.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Benchmarks;

/// <summary>
/// Kills the server with SIGKILL at random moments while mails go out to a real SMTP server. Afterwards each mail must have arrived exactly once,
/// or be listed as unsure and have arrived at most once; none may be lost.
/// </summary>
internal static class MailKillTest
{
    private const string Variable = "ConnectionStrings__Awards";

    public static async Task<int> RunAsync(int times, int mails, string? postgres)
    {
        if (postgres is not null) Environment.SetEnvironmentVariable(Variable, postgres);
        var data = Directory.CreateTempSubdirectory("awards-mailkill-").FullName;
        var random = new Random();
        using var smtp = await SmtpServer.StartAsync(pause: 40);
        foreach (var (key, value) in new[] { ("Host", "127.0.0.1"), ("Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("StartTls", "false"), ("TimeoutSeconds", "5"), ("UnsureAfterSeconds", "15") })
            Environment.SetEnvironmentVariable("Mail__" + key, value);
        var arrived = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        try
        {
            var migrated = await AwardsProcess.RunAsync("migrate", "--data", data);
            if (migrated.Code != 0) throw new InvalidOperationException(migrated.Errors);
            await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), data), settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" });
            await FillAsync(app, mails);

            var kills = 0;
            for (; kills < times; kills++)
            {
                using var server = await AwardsProcess.ServeAsync("serve", data, $"http://localhost:{AwardsProcess.FreePort()}");
                await FirstAsync(app, smtp, arrived);
                await Task.Delay(random.Next(0, 800));
                server.Kill();
                await server.WaitForExitAsync();
                if ((kills + 1) % 10 == 0) Console.WriteLine($"{kills + 1} kills, {arrived.Values.Sum() + Drain(smtp, arrived)} arrivals, {watch.Elapsed.TotalSeconds:0} s");
                if (await OpenAsync(app) == 0 && kills + 1 < times) throw new InvalidOperationException($"All mails had gone out after {kills + 1} kills: take more mails.");
            }
            var waiting = await CountAsync(app, OutboxState.Waiting);

            using var last = await AwardsProcess.ServeAsync("serve", data, $"http://localhost:{AwardsProcess.FreePort()}");
            for (var patience = Stopwatch.StartNew(); await OpenAsync(app) > 0 && patience.Elapsed < TimeSpan.FromMinutes(5);) await Task.Delay(500);
            last.Kill();
            await last.WaitForExitAsync();
            return await ReportAsync(app, smtp, arrived, kills, mails, waiting, watch.Elapsed);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> ReportAsync(WebApplication app, SmtpServer smtp, Dictionary<string, int> arrived, int kills, int mails, int waiting, TimeSpan time)
    {
        // What the SMTP server printed last is read by then.
        await Task.Delay(1000);
        Drain(smtp, arrived);
        using var scope = app.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AwardsDbContext>().Outbox.AsNoTracking().ToListAsync();
        int Count(OutboxState state, Func<int, bool> arrivals) => rows.Count(row => row.State == state && arrivals(arrived.GetValueOrDefault(row.Recipient)));
        var sentOnce = Count(OutboxState.Sent, each => each == 1);
        var unsureArrived = Count(OutboxState.Unsure, each => each == 1);
        var unsureNot = Count(OutboxState.Unsure, each => each == 0);
        var twice = rows.Count(row => arrived.GetValueOrDefault(row.Recipient) > 1);
        var lost = Count(OutboxState.Sent, each => each == 0) + rows.Count(row => row.State is not (OutboxState.Sent or OutboxState.Unsure));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {kills} kills, {mails} mails, {time.TotalSeconds:0} s; {waiting} were still waiting at the last kill

            | | mails |
            |---|---|
            | sent, arrived once | {sentOnce} |
            | unsure, had arrived once | {unsureArrived} |
            | unsure, had not arrived | {unsureNot} |
            | arrived more than once | {twice} |
            | lost (neither arrived nor listed as unsure) | {lost} |
            """));
        return twice == 0 && lost == 0 && rows.Count == mails && sentOnce + unsureArrived + unsureNot == mails ? 0 : 1;
    }

    private static async Task FillAsync(WebApplication app, int mails)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await db.WriteAsync(Domain.Shared.WriteContext.System(now, "mailkill"), AuditAction.SeedLoaded, () =>
        {
            for (var number = 1; number <= mails; number++)
                db.Outbox.Add(OutboxMessage.Write($"amt{number}@musterstadt.example", $"Mitteilung {number}", $"Guten Tag,\n\ndies ist die Mitteilung {number}.\n", now));
            return Task.FromResult((Domain.Shared.Outcome<bool>)true);
        });
    }

    /// <summary>Waits until the first mail since the last restart has arrived, or nothing waits any longer.</summary>
    private static async Task FirstAsync(WebApplication app, SmtpServer smtp, Dictionary<string, int> arrived)
    {
        Drain(smtp, arrived);
        for (var patience = Stopwatch.StartNew(); Drain(smtp, arrived) == 0 && patience.Elapsed < TimeSpan.FromSeconds(60);)
        {
            await Task.Delay(20);
            if (patience.Elapsed.TotalSeconds > 2 && await CountAsync(app, OutboxState.Waiting) == 0) return;
        }
    }

    private static int Drain(SmtpServer smtp, Dictionary<string, int> arrived)
    {
        var some = 0;
        while (smtp.Arrived() is { } mail)
        {
            arrived[mail.To[0]] = arrived.GetValueOrDefault(mail.To[0]) + 1;
            some++;
        }
        return some;
    }

    private static async Task<int> OpenAsync(WebApplication app) => await CountAsync(app, OutboxState.Waiting) + await CountAsync(app, OutboxState.Sending);

    private static async Task<int> CountAsync(WebApplication app, OutboxState state)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AwardsDbContext>().Outbox.CountAsync(mail => mail.State == state);
    }
}
