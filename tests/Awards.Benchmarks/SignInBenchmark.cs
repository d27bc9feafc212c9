using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>Somebody tries 200 passwords in 10 seconds against one account while other people sign in and load pages.</summary>
internal static class SignInBenchmark
{
    private const int Guesses = 200;
    private const string Victim = "leitung@demo.example";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10), Rhythm = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(string? postgres)
    {
        if (postgres is not null) Environment.SetEnvironmentVariable("ConnectionStrings__Awards", postgres);
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        var url = $"http://localhost:{AwardsProcess.FreePort()}";
        using var server = await AwardsProcess.ServeAsync("demo", data, url);
        try
        {
            // Warm: nobody measures the first page of a server.
            using (var warm = await PageBenchmark.SignInAsync(url, "redaktion@demo.example"))
                for (var time = 0; time < 20; time++) (await warm.GetAsync($"/institut/{DemoSeeder.Reference}")).EnsureSuccessStatusCode();
            await OthersAsync(url, "others, nobody guesses", Stopwatch.StartNew());

            var watch = Stopwatch.StartNew();
            var guessing = GuessAsync(url, watch);
            var worst = await OthersAsync(url, "others, while somebody guesses", watch);
            var answers = await guessing;
            Row("the guesser", answers.Select(each => each.Time));
            foreach (var group in answers.GroupBy(each => each.Said)) Console.WriteLine($"answered \"{group.Key}\": {group.Count()}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers.Count} guesses in {watch.Elapsed.TotalSeconds:0.0} s"));
            return worst < 200 ? 0 : 1;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Every 250 ms a page, every 500 ms a sign-in by somebody else; gives the 95th percentile, in ms.</summary>
    private static async Task<double> OthersAsync(string url, string name, Stopwatch watch)
    {
        using var lead = await PageBenchmark.SignInAsync(url, "redaktion@demo.example");
        var (pages, signIns) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        var running = new List<Task>();
        for (var tick = 0; watch.Elapsed < Lasts; tick++)
        {
            running.Add(TimeAsync(pages, async () => (await lead.GetAsync($"/institut/{DemoSeeder.Reference}")).EnsureSuccessStatusCode()));
            var reviewer = $"vorpruefung{(tick / 2 % 12) + 1:00}@demo.example";
            if (tick % 2 == 0) running.Add(Task.Run(async () => (await PageBenchmark.SignInAsync(url, reviewer, signIns.Add)).Dispose()));
            await Task.Delay(Rhythm);
        }
        await Task.WhenAll(running);
        Row(name + ": pages", pages);
        Row(name + ": signing in", signIns);
        return Math.Max(Percentile(pages, 95), Percentile(signIns, 95));
    }

    private static async Task<List<(double Time, string Said)>> GuessAsync(string url, Stopwatch watch)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        var token = new HtmlParser().ParseDocument(await client.GetStringAsync("/anmelden")).QuerySelector("form:has([name='Input.Mail']) [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = new ConcurrentBag<(double, string)>();
        var running = new List<Task>();
        for (var guess = 0; guess < Guesses; guess++)
        {
            var password = $"geraten {guess}";
            running.Add(Task.Run(async () =>
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync("/anmelden", new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Mail"] = Victim, ["Input.Password"] = password, ["__RequestVerificationToken"] = token }));
                var text = await answer.Content.ReadAsStringAsync();
                answers.Add((Stopwatch.GetElapsedTime(begun).TotalMilliseconds, text.Contains("stimmen nicht", StringComparison.Ordinal) ? "wrong" : text.Contains("gesperrt", StringComparison.Ordinal) ? "locked" : $"{(int)answer.StatusCode}"));
            }));
            var next = Lasts / Guesses * (guess + 1) - watch.Elapsed;
            if (next > TimeSpan.Zero) await Task.Delay(next);
        }
        await Task.WhenAll(running);
        return [.. answers];
    }

    private static async Task TimeAsync(ConcurrentBag<double> times, Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    private static void Row(string name, IEnumerable<double> times)
    {
        var all = times.ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-46}{all.Count,5}  p50 {Percentile(all, 50),6:0} ms  p95 {Percentile(all, 95),6:0} ms  max {all.Max(),6:0} ms"));
    }

    private static double Percentile(IEnumerable<double> times, int percent)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
