using System.Diagnostics;
using System.Globalization;
using Awards.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Awards.Benchmarks;

/// <summary>Makes the jury's volume of generated reports as PDF and DOCX, first with the start of the worker, then again: times and memory of both processes.</summary>
internal static class VolumeBenchmark
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int reports)
    {
        await using var renderer = new TypstRenderer(TypstOptions.ForRepository(Awards.Web.Platform.Installation.FindRoot()), NullLogger<TypstRenderer>.Instance);
        var model = Model(reports);
        var slow = false;
        foreach (var round in new[] { "first, with the start of the worker", "again", "and again" })
        {
            using var stop = new CancellationTokenSource();
            var worker = WorkerPeakAsync(stop.Token);
            var watch = Stopwatch.StartNew();
            var pdf = await renderer.RenderPdfAsync(VolumeModel.Template, model, CancellationToken.None);
            var printed = watch.Elapsed;
            var docx = VolumeDocument.Write(model);
            var all = watch.Elapsed;
            await stop.CancelAsync();
            var peak = await worker / (1024 * 1024);
            slow |= all > TimeSpan.FromSeconds(10);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports} reports, {round}: PDF {printed.TotalSeconds:0.00} s ({pdf.Length / 1024} kB), DOCX {(all - printed).TotalSeconds:0.00} s ({docx.Length / 1024} kB), together {all.TotalSeconds:0.00} s; worker's peak {peak} MB, own peak {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MB"));
        }
        return slow ? 1 : 0;
    }

    /// <summary>The most memory that children of this process had.</summary>
    private static async Task<long> WorkerPeakAsync(CancellationToken stop)
    {
        long peak = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (var process in Process.GetProcessesByName("node"))
            {
                using (process)
                {
                    if (ParentOf(process.Id) == Environment.ProcessId) peak = Math.Max(peak, process.WorkingSet64);
                }
            }
            await Task.Delay(Rhythm, CancellationToken.None);
        }
        return peak;
    }

    // "pid (name) state parent …"
    private static int? ParentOf(int process)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static VolumeModel Model(int reports)
    {
        const string Sentence = "Dieser Satz ist generiert, damit ein Band in voller Länge gesetzt werden kann. ";
        ReportPage Page(int number) => new()
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"M-2026-{number:000}"),
            Name = $"Musterstadt {number}",
            Title = $"Beitrag {number}",
            Type = "kreisangehörige Kommune",
            State = "Hessen",
            Facts = [new("Kommune", $"Musterstadt {number}"), new("Kommunentyp", "kreisangehörige Kommune"), new("Land", "Hessen"), new("Einwohnerzahl", "48.312"), new("Beitrag", $"Beitrag {number}"),
                new("Prämierungsgruppe", "Gruppe"), new("Vorgeschlagen", "der ganze Beitrag"), new("Einzelprojekte", "Einzelprojekt A\nEinzelprojekt B")],
            Description = string.Concat(Enumerable.Repeat(Sentence, 11)),
            Reasons = string.Concat(Enumerable.Repeat(Sentence, 10)) + "\n\n" + string.Concat(Enumerable.Repeat(Sentence, 10)),
        };
        return new()
        {
            Language = "de",
            CallTitle = "Musterwettbewerb",
            IssuedBy = "Musterinstitut",
            DataText = "2. März 2026",
            DataUtc = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc),
            Groups = [.. Enumerable.Range(1, reports).GroupBy(number => number % 4).Select(group => new VolumeGroup($"Gruppe {group.Key + 1}", [.. group.Select(Page)]))],
        };
    }
}
