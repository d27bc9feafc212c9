using System.Diagnostics;
using System.Globalization;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web;
using Awards.Web.Data;
using Awards.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Benchmarks;

/// <summary>The official register comes in and goes out, each as a process of its own; then a running server searches 16,000 rows for parts of names.</summary>
internal static class MunicipalityBenchmark
{
    private const int Rows = 16_000, Searches = 400;
    private static readonly string[] Typed = ["Münster", "muenster", "neuenkirchen", "en", "stadt", "berg", "bad", "lausitz", "xyz", "rhein kreis", "05515", "hausen", "ü", "dülm", "frankfurt am main"];

    public static async Task<int> RunAsync(string? postgres)
    {
        if (postgres is not null) Environment.SetEnvironmentVariable("ConnectionStrings__Awards", postgres);
        var file = Path.Combine(SharedFactAttribute.Folder, "reference", "municipalities", "GV100AD_30112025.txt");
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        try
        {
            Console.WriteLine($"{"step",-40}{"seconds",10}{"peak MB",10}");
            foreach (var (step, args) in new (string, string[])[]
            {
                ("migrate", ["migrate", "--data", data]),
                ("import municipalities", ["import", "municipalities", file, "--data", data]),
                ("the same edition again", ["import", "municipalities", file, "--data", data]),
                ("export municipalities", ["export", "municipalities", "--out", Path.Combine(data, "register.csv"), "--data", data]),
            })
            {
                var result = await AwardsProcess.RunAsync(args);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-40}{result.Time.TotalSeconds,10:0.00}{result.PeakMegabytes,10:0}"));
                if (result.Code == 0) continue;
                Console.Error.WriteLine(result.Errors);
                return 1;
            }
            await FillAsync(data, postgres, File.ReadLines(Path.Combine(data, "register.csv")).Count() - 1);
            return await SearchAsync(data) < 50 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Adds organisations until there are enough rows.</summary>
    private static async Task FillAsync(string data, string? postgres, int there)
    {
        await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), data), settings: TestDatabase.Settings(postgres));
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var write = WriteContext.System(TimeProvider.System.GetUtcNow().UtcDateTime, "Benchmark");
        _ = (await db.WriteAsync(write, AuditAction.MunicipalityAdded, async () =>
        {
            for (var number = there; number < Rows; number++) db.Municipalities.Add(Municipality.AddByHand(MunicipalityKind.Organisation, $"Gemeinsamer Träger Nummer {number}", null, null).Fact);
            await db.SaveBulkAsync();
            db.Record(write, AuditAction.MunicipalityAdded, nameof(Municipality), Guid.Empty);
            return (Outcome<bool>)true;
        })).Fact;
    }

    private static async Task<double> SearchAsync(string data)
    {
        var url = $"http://localhost:{AwardsProcess.FreePort()}";
        using var server = await AwardsProcess.ServeAsync("serve", data, url);
        try
        {
            using var client = new HttpClient();
            async Task<double> OnceAsync(string text)
            {
                var watch = Stopwatch.StartNew();
                (await client.GetAsync($"{url}/kommunen/suche?feld=A&text={Uri.EscapeDataString(text)}")).EnsureSuccessStatusCode();
                return watch.Elapsed.TotalMilliseconds;
            }
            for (var time = 0; time < 50; time++) await OnceAsync(Typed[time % Typed.Length]);
            var times = new List<double>();
            for (var time = 0; time < Searches; time++) times.Add(await OnceAsync(Typed[time % Typed.Length]));
            times.Sort();
            var (half, most) = (times[times.Count / 2], times[times.Count * 95 / 100]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search over {Rows} rows, through the page: p50 {half:0.0} ms, p95 {most:0.0} ms, worst {times[^1]:0.0} ms"));
            return most;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
