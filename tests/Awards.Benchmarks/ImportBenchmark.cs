using System.Globalization;
using System.Text;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data.Entries;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>Import, tables and export of many generated rows, each as a process of its own.</summary>
internal static class ImportBenchmark
{
    public static async Task<int> RunAsync(int rows)
    {
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        try
        {
            var file = Path.Combine(data, "rows.csv");
            await File.WriteAllTextAsync(file, Generate(AwardsHost.Seed.Call(DemoSeeder.Today).Questionnaire, rows));
            Console.WriteLine($"{rows} rows, {new FileInfo(file).Length / 1024} kB, {Environment.ProcessorCount} cores");
            Console.WriteLine($"{"step",-28}{"seconds",10}{"peak MB",10}");
            var exported = Path.Combine(data, "exported.csv");
            foreach (var (step, args) in new (string, string[])[]
            {
                ("demo --no-serve", ["demo", "--no-serve", "--data", data]),
                ("import entries", ["import", "entries", "--call", DemoSeeder.Today, file, "--data", data]),
                ("statistics (9 tables)", ["statistics", "--call", DemoSeeder.Today, "--out", Path.Combine(data, "tables"), "--data", data]),
                ("export entries", ["export", "entries", "--call", DemoSeeder.Today, "--out", exported, "--data", data]),
                ("check", ["check", "--data", data]),
            })
            {
                var result = await AwardsProcess.RunAsync(args);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-28}{result.Time.TotalSeconds,10:0.00}{result.PeakMegabytes,10:0}"));
                if (result.Code != 0)
                {
                    Console.Error.WriteLine(result.Errors);
                    return 1;
                }
            }
            var same = File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(exported));
            Console.WriteLine(same ? "export equals import byte for byte" : "EXPORT DIFFERS FROM IMPORT");
            return same ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>An entry file with rows made by chance, always the same.</summary>
    public static string Generate(Questionnaire questionnaire, int rows)
    {
        var random = new Random(42);
        string[] columns = [EntryCsv.Number, EntryCsv.Type, .. questionnaire.Questions.Select(question => question.Code)];
        var text = new StringBuilder(string.Join(',', columns)).Append("\r\n");
        for (var row = 1; row <= rows; row++)
        {
            text.Append(row).Append(',').Append(MunicipalityTypes.All[random.Next(3)].German());
            foreach (var question in questionnaire.Questions)
            {
                var chosen = question is MultipleChoiceQuestion
                    ? question.Choices.Where(_ => random.Next(3) == 0)
                    : question.Choices.Skip(random.Next(question.Choices.Count + 1)).Take(1);
                text.Append(',').AppendJoin(AnswerSet.Separator, chosen.Select(option => option.Code));
            }
            text.Append("\r\n");
        }
        return text.ToString();
    }
}
