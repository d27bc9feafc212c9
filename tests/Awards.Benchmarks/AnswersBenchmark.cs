using System.Diagnostics;
using System.Globalization;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>The download of all answers from the office, with few and with many entries: time, size and the server's memory while it streams.</summary>
internal static class AnswersBenchmark
{
    public static async Task<int> RunAsync(int rows, int times)
    {
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        try
        {
            var file = Path.Combine(data, "rows.csv");
            await File.WriteAllTextAsync(file, ImportBenchmark.Generate(AwardsHost.Seed.Call(DemoSeeder.Today).Questionnaire, rows));
            foreach (var args in new string[][] { ["demo", "--no-serve", "--data", data], ["import", "entries", "--call", DemoSeeder.Today, file, "--data", data] })
            {
                var prepared = await AwardsProcess.RunAsync(args);
                if (prepared.Code == 0) continue;
                await Console.Error.WriteLineAsync(prepared.Errors);
                return 1;
            }
            var url = $"http://localhost:{AwardsProcess.FreePort()}";
            using var server = await AwardsProcess.ServeAsync("demo", data, url);
            try
            {
                var lead = await PageBenchmark.SignInAsync(url, "leitung@demo.example");
                Console.WriteLine($"{"entries",10}{"first ms",12}{"best ms",12}{"kB",10}{"server MB",12}");
                foreach (var (slug, count) in new[] { (DemoSeeder.Reference, 142), (DemoSeeder.Today, rows) })
                {
                    var (taken, bytes) = (new List<double>(), 0L);
                    for (var time = 0; time < times; time++)
                    {
                        var begun = Stopwatch.GetTimestamp();
                        using var answer = await lead.GetAsync($"/institut/{slug}/antworten.csv", HttpCompletionOption.ResponseHeadersRead);
                        answer.EnsureSuccessStatusCode();
                        await using var content = await answer.Content.ReadAsStreamAsync();
                        var buffer = new byte[64 * 1024];
                        bytes = 0;
                        for (int read; (read = await content.ReadAsync(buffer)) > 0;) bytes += read;
                        taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    }
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10}{taken[0],12:0}{taken.Min(),12:0}{bytes / 1024,10}{AwardsProcess.PeakMegabytes(server.Id),12:0}"));
                }
                return 0;
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
