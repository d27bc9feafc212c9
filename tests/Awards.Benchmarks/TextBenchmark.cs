using System.Diagnostics;
using System.Globalization;
using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Web.Platform.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Awards.Benchmarks;

/// <summary>Counts the pages of a text of five pages again and again, each time a little changed, as while somebody writes: first alone, then with others.</summary>
internal static class TextBenchmark
{
    public static async Task<int> RunAsync(int times)
    {
        await using var renderer = new TypstRenderer(TypstOptions.ForRepository(Awards.Web.Platform.Installation.FindRoot()), NullLogger<TypstRenderer>.Instance);
        using var pages = new TextPages(renderer, NullLogger<TextPages>.Instance);
        var first = Stopwatch.StartNew();
        var measure = (await pages.MeasureAsync(Text(0), CancellationToken.None)).Fact;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first, with the start of the worker: {first.Elapsed.TotalMilliseconds:0} ms, {measure.Pages} pages, {measure.Pdf.Length / 1024} kB"));
        for (var number = 1; number <= 20; number++) await pages.MeasureAsync(Text(-number), CancellationToken.None);
        foreach (var writers in new[] { 1, 8 })
        {
            var durations = new List<double>[writers];
            await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
            {
                durations[writer] = [];
                for (var number = 0; number < times / writers; number++)
                {
                    var watch = Stopwatch.StartNew();
                    _ = (await pages.MeasureAsync(Text(writer * times + number), CancellationToken.None)).Fact;
                    durations[writer].Add(watch.Elapsed.TotalMilliseconds);
                }
            }));
            var all = durations.SelectMany(each => each).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writers} at once: n {all.Count}, p50 {all[all.Count / 2]:0} ms, p95 {all[all.Count * 95 / 100]:0} ms, max {all[^1]:0} ms"));
        }
        return 0;
    }

    private static TextToMeasure Text(int number)
    {
        var sentence = string.Concat(Enumerable.Repeat("Die Kommune lädt *alle* ein, die neu angekommen sind, und **alle**, die schon lange hier leben. ", 6));
        var part = $"## Abschnitt {number}\n\n{sentence}\n\n- eins\n- zwei\n- drei\n\n{sentence}\n\n";
        return new(string.Concat(Enumerable.Repeat(part, 10)), PageSettings.Default, "de") { Title = "Beitrag", Applicant = "Musterstadt 1", CallTitle = "Wettbewerb" };
    }
}
