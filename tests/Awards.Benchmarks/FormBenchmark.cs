using System.Diagnostics;
using System.Globalization;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform.Forms;

namespace Awards.Benchmarks;

/// <summary>Writes and reads the application form of the demo's call: times, and what is allocated.</summary>
internal static class FormBenchmark
{
    public static int Run(int times)
    {
        var call = AwardsHost.Seed.Call(DemoSeeder.Today);
        var file = FormWorkbook.Write(call, "de", new FormContent(FilledForm.Applicant, FilledForm.Content with { Answers = Awards.Domain.Calls.AnswerSet.Empty }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1024} kB"));
        Measure("write", times, () => FormWorkbook.Write(call, "de"));
        Measure("read", times, () => FormWorkbook.Read(new MemoryStream(file), call));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;
    }

    private static void Measure<T>(string what, int times, Func<T> work)
    {
        for (var number = 0; number < 10; number++) work();
        var (durations, before) = (new List<double>(), GC.GetTotalAllocatedBytes(precise: true));
        for (var number = 0; number < times; number++)
        {
            var watch = Stopwatch.StartNew();
            work();
            durations.Add(watch.Elapsed.TotalMilliseconds);
        }
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / times;
        durations.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: n {times}, p50 {durations[times / 2]:0.0} ms, p95 {durations[times * 95 / 100]:0.0} ms, {allocated / 1024} kB allocated each"));
    }
}
