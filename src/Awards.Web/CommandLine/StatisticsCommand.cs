using System.CommandLine;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.CommandLine;

/// <summary><c>statistics</c>: the tables of a call as files.</summary>
internal static class StatisticsCommand
{
    private static readonly string[] Formats = ["csv", "json"];

    public static Command Build(TextWriter output, TextWriter errors)
    {
        var (data, call) = (Options.Data(), Options.Call());
        var directory = new Option<string>("--out") { Description = "Zielverzeichnis", HelpName = "DIR", Required = true };
        var format = new Option<string>("--format") { Description = "csv, json oder beide", HelpName = "csv,json", DefaultValueFactory = _ => "csv,json" };
        var command = new Command("statistics", "Schreibt die Tabellen eines Wettbewerbs, eine Datei je Tabelle") { data, call, directory, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var formats = parsed.GetValue(format)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (formats.Length == 0 || formats.Except(Formats).FirstOrDefault() is { } unknown && unknown.Length > 0)
                throw new BadInputException($"--format {parsed.GetValue(format)}: Möglich sind: {string.Join(", ", Formats)}.");
            var target = parsed.GetValue(directory)!;
            if (File.Exists(target)) throw new BadInputException($"--out {target}: Das ist eine Datei. Bitte nennen Sie ein Verzeichnis.");
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var source = await Options.FindCallAsync(db, parsed.GetValue(call)!);
            var tables = CountedEntries.Tables(source, await CountedEntries.LoadAsync(db, source.Id, cancellationToken));
            Directory.CreateDirectory(target);
            foreach (var table in tables)
            {
                if (formats.Contains("json")) await File.WriteAllTextAsync(Path.Combine(target, $"table-{table.No}.json"), TableFiles.Json(table), cancellationToken);
                if (formats.Contains("csv")) await File.WriteAllTextAsync(Path.Combine(target, $"table-{table.No}.csv"), TableFiles.Csv(table), cancellationToken);
            }
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await db.RecordAsync(WriteContext.System(now, "Export auf der Befehlszeile"), AuditAction.TablesExported, nameof(Call), source.Id, cancellationToken);
            output.WriteLine($"{tables.Count} Tabellen geschrieben.");
            return AwardsCommands.Done;
        });
        return command;
    }
}
