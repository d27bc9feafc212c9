using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Backups;

/// <summary>Brings a checked archive back: everything is unpacked and looked at beside the target before anything of it is replaced.</summary>
public static class Restore
{
    /// <summary>Folders of the data directory that hold something which a restore would replace.</summary>
    public static IEnumerable<string> Occupied(string dataDirectory) =>
        BackupManifest.Folders.Where(folder => Directory.Exists(Path.Combine(dataDirectory, folder)) && Directory.EnumerateFileSystemEntries(Path.Combine(dataDirectory, folder)).Any());

    /// <summary>Why the archive does not fit this program and this database; null = it does.</summary>
    public static string? Mismatch(AwardsDbContext db, DatabaseDump dump, BackupManifest manifest)
    {
        static string Named(string kind) => kind == BackupManifest.Sqlite ? "SQLite" : "PostgreSQL";
        if (manifest.Kind != dump.Kind) return $"Die Sicherung ist von {Named(manifest.Kind)}, eingestellt ist {Named(dump.Kind)}. Zwischen beiden übertragen export und import die Daten.";
        return db.Database.GetMigrations().Contains(manifest.Migration) ? null
            : $"Die Sicherung hat das Schema {manifest.Migration}, das dieses Programm nicht kennt. Bitte nehmen Sie das Programm, mit dem sie angelegt wurde, oder ein neueres.";
    }

    /// <summary>Replaces database, files and keys, and brings the schema up to date.</summary>
    public static async Task RunAsync(AwardsDbContext db, DatabaseDump dump, CheckedBackup backup, string dataDirectory, TextWriter progress, CancellationToken cancellationToken)
    {
        var data = Path.GetFullPath(dataDirectory);
        var staging = Path.Combine(data, $".restore-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(staging);
        try
        {
            progress.WriteLine("Auspacken …");
            foreach (var entry in backup.Manifest.Entries) await backup.ExtractAsync(entry, Path.Combine([staging, .. entry.Name.Split('/')]), cancellationToken);
            await dump.CheckAsync(Path.Combine(staging, BackupManifest.Database), cancellationToken);
            await dump.RefuseWhileInUseAsync(cancellationToken);
            progress.WriteLine("Datenbank …");
            await dump.ReplaceAsync(Path.Combine(staging, BackupManifest.Database), cancellationToken);
            foreach (var folder in BackupManifest.Folders) Replace(Path.Combine(data, folder), Path.Combine(staging, folder));
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
        await Database.MigrateAsync(db, cancellationToken);
    }

    private static void Replace(string folder, string by)
    {
        var aside = by + ".old";
        if (Directory.Exists(folder)) Directory.Move(folder, aside);
        try
        {
            if (Directory.Exists(by)) Directory.Move(by, folder);
        }
        catch (IOException) when (Directory.Exists(aside))
        {
            Directory.Move(aside, folder);
            throw;
        }
    }
}
