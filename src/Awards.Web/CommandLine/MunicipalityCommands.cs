using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Municipalities;

namespace Awards.Web.CommandLine;

/// <summary><c>import municipalities</c> and <c>export municipalities</c>.</summary>
internal static class MunicipalityCommands
{
    /// <summary>Lines of each list that are printed.</summary>
    private const int MaxLines = 20;

    public static Command Import(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var file = new Argument<string>("FILE") { Description = "Gemeindeverzeichnis im Format GV100AD (Statistisches Bundesamt)" };
        var command = new Command("municipalities", "Übernimmt eine Ausgabe des amtlichen Gemeindeverzeichnisses: ganz oder gar nicht") { data, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new BadInputException($"Die Datei {path} gibt es nicht.");
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            var reading = RegisterFile.Read(content);
            foreach (var fault in reading.Faults) errors.WriteLine(fault);
            if (reading.FaultCount > reading.Faults.Count) errors.WriteLine($"… und {reading.FaultCount - reading.Faults.Count} weitere Fehler.");
            if (reading.Edition is not { } edition) return AwardsCommands.BadInput;
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var outcome = await RegisterImport.ImportAsync(db, edition, Convert.ToHexStringLower(SHA256.HashData(content)), WriteContext.System(now, "Import"), cancellationToken: cancellationToken);
            if (outcome.Refused(out var refusal)) throw new BadInputException(refusal.ToString());
            Print(output, outcome.Fact);
            return AwardsCommands.Done;
        });
        return command;
    }

    public static Command Export(TextWriter output)
    {
        var data = Options.Data();
        var file = new Option<string>("--out") { Description = "Zieldatei", HelpName = "FILE.csv", Required = true };
        var command = new Command("municipalities", "Schreibt das eingelesene Gemeindeverzeichnis in eine CSV-Datei") { data, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var count = 0;
            await Options.WriteFileAsync(parsed.GetValue(file)!, async part =>
            {
                await using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(false)))
                    count = await RegisterCsv.WriteAsync(db, writer, cancellationToken);
                var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                await db.RecordAsync(WriteContext.System(now, "Export auf der Befehlszeile"), AuditAction.RegisterExported, nameof(Municipality), Guid.Empty, JsonSerializer.Serialize(new { rows = count }), cancellationToken);
            });
            output.WriteLine($"{count} Einträge geschrieben.");
            return AwardsCommands.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, RegisterReport report)
    {
        output.WriteLine($"Gebietsstand {report.Edition:dd.MM.yyyy}{(report.Former is { } former ? $" (bisher {former:dd.MM.yyyy})" : "")}: {report.Municipalities} Gemeinden, {report.Districts} Kreise und kreisfreie Städte, {report.Associations} Gemeindeverbände, {report.Population} Einwohner.");
        output.WriteLine($"Neu: {report.Added.Count}. Geändert: {report.Changed}. Unverändert: {report.Unchanged}.");
        // After the first import everything is new.
        if (report.Former is not null) List(output, "Neu", [.. report.Added.Select(each => $"{each.OfficialKey} {each.Name}")]);
        List(output, "Umbenannt", [.. report.Renamed.Select(each => $"{each.Row.Key} {each.Before} → {each.Now}")]);
        List(output, "Neuer Schlüssel", [.. report.Rekeyed.Select(each => $"{each.Before} → {each.Now} {each.Row.Name}")]);
        List(output, "Anderer Kommunentyp", [.. report.Retyped.Select(Line)]);
        List(output, "Wieder da", [.. report.Returned.Select(Line)]);
        List(output, "Weggefallen", [.. report.Gone.Select(Line)]);
        List(output, "Mit vorhandenen Einträgen verknüpft", [.. report.Linked.Select(Line)]);
        List(output, "Nicht eindeutig, nicht verknüpft", [.. report.Ambiguous.Select(each => $"{Line(each.Row)}: {string.Join("; ", each.Candidates)}")]);
        List(output, "Ohne Entsprechung im Verzeichnis", [.. report.Unmatched.Select(Line)]);
    }

    private static string Line(RegisterLine line) => $"{line.Key} {line.Name}{(line.State is null ? "" : $" ({line.State})")}".TrimStart();

    private static void List(TextWriter output, string heading, List<string> lines)
    {
        if (lines.Count == 0) return;
        output.WriteLine($"{heading}: {lines.Count}");
        foreach (var line in lines.Take(MaxLines)) output.WriteLine("  " + line);
        if (lines.Count > MaxLines) output.WriteLine($"  … und {lines.Count - MaxLines} weitere.");
    }
}
