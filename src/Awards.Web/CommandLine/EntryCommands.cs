using System.CommandLine;
using System.Text;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Entries;

namespace Awards.Web.CommandLine;

/// <summary><c>import entries</c> and <c>export entries</c>.</summary>
internal static class EntryCommands
{
    /// <summary>Faults shown at most; a broken file can have as many as it has cells.</summary>
    private const int MaxFaults = 1000;

    public static Command Import(TextWriter output, TextWriter errors)
    {
        var (data, call) = (Options.Data(), Options.Call());
        var file = new Argument<string>("FILE.csv") { Description = "Datei in der Form von export entries" };
        var entries = new Command("entries", "Übernimmt Beiträge aus einer CSV-Datei: alle oder keinen") { data, call, file };
        entries.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new BadInputException($"Die Datei {path} gibt es nicht.");
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var target = await Options.FindCallAsync(db, parsed.GetValue(call)!);
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var (imported, faults) = await EntryImport.ImportAsync(db, target, content, WriteContext.System(now, "Import"), cancellationToken);
            foreach (var fault in faults.Take(MaxFaults)) errors.WriteLine(fault);
            if (faults.Count > MaxFaults) errors.WriteLine($"… und {faults.Count - MaxFaults} weitere Fehler.");
            if (faults.Count > 0) return AwardsCommands.BadInput;
            output.WriteLine($"{imported} Beiträge übernommen.");
            return AwardsCommands.Done;
        });
        return new Command("import", "Übernimmt Daten aus einer Datei") { entries, MunicipalityCommands.Import(output, errors), CallCommands.Import(output, errors) };
    }

    public static Command Export(TextWriter output, TextWriter errors)
    {
        var (data, call) = (Options.Data(), Options.Call());
        var file = new Option<string>("--out") { Description = "Zieldatei", HelpName = "FILE.csv", Required = true };
        var entries = new Command("entries", "Schreibt die Beiträge eines Wettbewerbs in eine CSV-Datei") { data, call, file };
        entries.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var source = await Options.FindCallAsync(db, parsed.GetValue(call)!);
            var count = 0;
            await Options.WriteFileAsync(parsed.GetValue(file)!, async part =>
            {
                await using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(false)))
                    count = await EntryCsvWriter.WriteAsync(db, source, writer, cancellationToken);
                var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                await db.RecordAsync(WriteContext.System(now, "Export auf der Befehlszeile"), AuditAction.EntriesExported, nameof(Call), source.Id, JsonSerializer.Serialize(new { entries = count }), cancellationToken);
            });
            output.WriteLine($"{count} Beiträge geschrieben.");
            return AwardsCommands.Done;
        });
        return new Command("export", "Schreibt Daten in eine Datei") { entries, MunicipalityCommands.Export(output), CallCommands.Export(output) };
    }
}
