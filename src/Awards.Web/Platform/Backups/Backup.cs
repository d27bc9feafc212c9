using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Backups;

/// <summary>
/// Makes one archive of database, files and keys while the server goes on. The database comes first: files are written before a row
/// refers to them, never changed, and removed seven days after the last reference at the earliest, so that every file that the
/// snapshot refers to is still there when the files are copied (src/decisions/0020).
/// </summary>
public static class Backup
{
    /// <summary>Writes the archive; gives the number of files in it. An existing file is never replaced, and a failure leaves none.</summary>
    public static async Task<int> WriteAsync(AwardsDbContext db, DatabaseDump dump, string dataDirectory, string path, TimeProvider clock, TextWriter progress, CancellationToken cancellationToken)
    {
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        var copy = part + ".db";
        try
        {
            progress.WriteLine("Datenbank …");
            var now = clock.GetUtcNow().UtcDateTime;
            var migration = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
            // Made first and empty, so that nobody else may read what is then written into it.
            await using (PrivateFile.Create(copy)) { }
            await dump.WriteAsync(copy, cancellationToken);
            int count;
            await using (var target = PrivateFile.Create(part))
            {
                using var archive = new BackupArchive(target);
                await archive.AddAsync(BackupManifest.Database, copy, cancellationToken);
                File.Delete(copy);
                foreach (var folder in BackupManifest.Folders)
                {
                    var root = Path.Combine(Path.GetFullPath(dataDirectory), folder);
                    if (!Directory.Exists(root)) continue;
                    foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
                    {
                        await archive.AddAsync($"{folder}/{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}", file, cancellationToken);
                        if (archive.Count % 1000 == 0) progress.WriteLine($"{archive.Count} Dateien …");
                    }
                }
                count = archive.Count;
                await archive.FinishAsync(now, dump.Kind, migration, cancellationToken);
                target.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: false);
            return count;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }
}
