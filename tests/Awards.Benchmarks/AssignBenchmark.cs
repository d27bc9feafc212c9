using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Awards.Benchmarks;

/// <summary>The pair solver on files through the command line: its own time, the time of the process, its memory, and how near it comes to what nobody can beat.</summary>
internal static class AssignBenchmark
{
    private sealed record Term(decimal Value, decimal Bound);

    private sealed record Result(string Status, Dictionary<string, Term> Terms, long Milliseconds);

    public static async Task<int> RunAsync(int times)
    {
        var folder = Directory.CreateTempSubdirectory("awards-assign-").FullName;
        try
        {
            Console.WriteLine("| entries × reviewers | solver | process | peak MB | status | max load | spread | pairs | mix | affinity |\n|---|---|---|---|---|---|---|---|---|---|");
            var inTime = true;
            foreach (var (entries, reviewers, affinity, first, aim) in new[] { (142, 12, false, false, 100), (142, 12, true, false, 0), (2000, 120, false, false, 2000), (2000, 120, true, false, 0), (1000, 100, true, true, 5000), (10_000, 300, false, false, 20_000), (10_000, 300, true, false, 0) })
            {
                var (file, target) = (Path.Combine(folder, "instance.json"), Path.Combine(folder, "result.json"));
                await File.WriteAllTextAsync(file, Instance(entries, reviewers, affinity, first));
                var runs = new List<(Result Result, double Seconds, double Megabytes)>();
                for (var time = 0; time < times; time++)
                {
                    var watch = Stopwatch.StartNew();
                    var run = await AwardsProcess.RunAsync("assign", file, "--out", target);
                    if (run.Code != 0) throw new InvalidOperationException(run.Errors);
                    runs.Add((JsonSerializer.Deserialize<Result>(await File.ReadAllTextAsync(target), JsonSerializerOptions.Web)!, watch.Elapsed.TotalSeconds, run.PeakMegabytes));
                }
                var best = runs.MinBy(run => run.Result.Milliseconds);
                string Term(string name) => string.Create(CultureInfo.InvariantCulture, $"{best.Result.Terms[name].Value:0.##} ({best.Result.Terms[name].Bound:0.##})");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {entries} × {reviewers}{(first ? ", affinity first" : affinity ? ", affinity last" : "")} | {runs.Min(run => run.Result.Milliseconds)}–{runs.Max(run => run.Result.Milliseconds)} ms{(aim > 0 ? $" (aim {aim})" : "")} | {best.Seconds:0.00} s | {runs.Max(run => run.Megabytes):0} | {best.Result.Status} | {Term("maxLoad")} | {Term("loadSpread")} | {Term("pairs")} | {Term("mix")} | {Term("affinity")} |"));
                inTime &= aim == 0 || best.Result.Milliseconds <= aim;
            }
            return inTime ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each reviewer is barred from two entries in a hundred; groups as in the competition of 2017.
    private static string Instance(int entries, int reviewers, bool affinity, bool first)
    {
        var random = new Random(2017);
        var pairs = Enumerable.Range(1, reviewers).SelectMany(reviewer => Enumerable.Range(1, entries).Select(entry => (Reviewer: $"r{reviewer}", Entry: $"e{entry}"))).ToList();
        return JsonSerializer.Serialize(new
        {
            reviewers = Enumerable.Range(1, reviewers).Select(at => new { id = $"r{at}" }),
            entries = Enumerable.Range(1, entries).Select(at => new { id = $"e{at}", group = (at * 29 % 142) switch { < 62 => "KA", < 113 => "LK", _ => "KS" } }),
            conflicts = pairs.Where(_ => random.NextDouble() < 0.02).Select(each => new[] { each.Reviewer, each.Entry }),
            affinity = affinity ? pairs.Where(_ => random.NextDouble() < 0.3).Select(each => new object[] { each.Reviewer, each.Entry, random.Next(1, 31) / 10m }) : [],
            objective = first ? new[] { "affinity" } : [],
        });
    }
}
