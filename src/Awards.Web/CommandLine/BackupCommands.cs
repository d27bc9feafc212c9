using System.CommandLine;
using System.Text.Json;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Backups;
using Awards.Web.Platform.Checking;
using Awards.Web.Platform.Files;

namespace Awards.Web.CommandLine;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    /// <summary>Setting that names the folder of pg_dump and pg_restore.</summary>
    private const string Programs = "Backup:PostgresPrograms";

    public static Command Backup(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var file = new Argument<string>("FILE") { Description = "neue Datei" };
        var command = new Command("backup", "Sichert Datenbank, Dateien und Schlüssel in eine Datei, auch während der Server läuft") { data, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(path) || Directory.Exists(path)) throw new BadInputException($"{path} gibt es schon und wird nicht überschrieben. Bitte nennen Sie eine neue Datei.");
            if (!Directory.Exists(Path.GetDirectoryName(path))) throw new BadInputException($"{path}: Das Verzeichnis gibt es nicht.");
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var clock = app.Services.GetRequiredService<TimeProvider>();
            var count = await Platform.Backups.Backup.WriteAsync(db, DatabaseDump.For(db, app.Configuration[Programs]), parsed.GetValue(data)!, path, clock, errors, cancellationToken);
            await RecordAsync(db, clock, AuditAction.BackupMade, path, count, cancellationToken);
            output.WriteLine($"Gesichert in {path}: Datenbank und {count - 1} Dateien, {new FileInfo(path).Length} Bytes.");
            return AwardsCommands.Done;
        });
        return command;
    }

    public static Command Restore(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var file = new Argument<string>("FILE") { Description = "Datei von backup" };
        var force = new Option<bool>("--force") { Description = "ersetzt, was schon da ist" };
        var command = new Command("restore", "Spielt eine Datensicherung ein und prüft sie; der Server darf dabei nicht laufen") { data, file, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (path, target) = (Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(data)!);
            if (!File.Exists(path)) throw new BadInputException($"Die Datei {path} gibt es nicht.");
            errors.WriteLine("Prüfsummen …");
            using var backup = await OpenAsync(path, cancellationToken);
            await using var app = await Options.OpenAsync(target, mustExist: false);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var dump = DatabaseDump.For(db, app.Configuration[Programs]);
            if (Platform.Backups.Restore.Mismatch(db, dump, backup.Manifest) is { } mismatch) throw new BadInputException(mismatch);
            if (!parsed.GetValue(force) && (Platform.Backups.Restore.Occupied(target).Any() || !await dump.IsEmptyAsync(cancellationToken)))
                throw new BadInputException("Am Ziel gibt es schon Daten. --force ersetzt sie; ein anderes Verzeichnis nennt --data, eine andere Datenbank ConnectionStrings__Awards.");
            await Platform.Backups.Restore.RunAsync(db, dump, backup, target, errors, cancellationToken);
            await RecordAsync(db, app.Services.GetRequiredService<TimeProvider>(), AuditAction.BackupRestored, path, backup.Manifest.Entries.Count, cancellationToken);
            if (await scope.ServiceProvider.GetRequiredService<Platform.Privacy.Erasures>().RepeatAsync(cancellationToken) is > 0 and var erased) errors.WriteLine($"{erased} gelöschte Konten kamen mit der Sicherung zurück und sind wieder gelöscht.");
            errors.WriteLine("Prüfen …");
            var (invariants, chain) = await Invariants.ReportAsync(db, null, cancellationToken);
            List<string> faults = [.. invariants, .. await StoredFileCheck.CheckAsync(db, scope.ServiceProvider.GetRequiredService<IFileStore>(), cancellationToken)];
            foreach (var fault in faults) errors.WriteLine(fault);
            foreach (var sentence in ChainCheck.Sentences(chain)) output.WriteLine(sentence);
            output.WriteLine($"Eingespielt ist der Stand vom {GermanTime.DateAndTime(backup.Manifest.CreatedAt)}: Datenbank und {backup.Manifest.Entries.Count - 1} Dateien. {(faults.Count == 0 ? "Alles in Ordnung." : $"{faults.Count} Verstöße.")}");
            return faults.Count == 0 ? AwardsCommands.Done : AwardsCommands.Failed;
        });
        return command;
    }

    private static async Task<CheckedBackup> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckedBackup.OpenAsync(path, cancellationToken);
        }
        catch (InvalidDataException fault)
        {
            throw new BadInputException(fault.Message);
        }
    }

    private static Task RecordAsync(AwardsDbContext db, TimeProvider clock, AuditAction action, string path, int count, CancellationToken cancellationToken) =>
        db.RecordAsync(WriteContext.System(clock.GetUtcNow().UtcDateTime, "Befehlszeile"), action, nameof(Installation), Guid.Empty,
            JsonSerializer.Serialize(new { file = Path.GetFileName(path), entries = count }), cancellationToken);
}
