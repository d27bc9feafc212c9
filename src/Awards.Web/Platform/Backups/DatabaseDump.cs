using Awards.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Backups;

/// <summary>A consistent copy of the database while others write, and back.</summary>
public abstract class DatabaseDump
{
    /// <summary>The one for a database.</summary>
    /// <param name="programs">Folder of pg_dump and pg_restore; null = found by itself.</param>
    public static DatabaseDump For(AwardsDbContext db, string? programs) =>
        db.Database.IsSqlite() ? new SqliteDump(db.Database.GetConnectionString()!) : new PostgresDump(db.Database.GetConnectionString()!, programs);

    /// <summary>"sqlite" or "postgres", as in <see cref="BackupManifest.Kind"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>Writes the state of one instant into a new file. Throws before anything is written when a tool is missing.</summary>
    public abstract Task WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Whether the target holds something that a restore would replace.</summary>
    public abstract Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Throws when a copy cannot be read back.</summary>
    public abstract Task CheckAsync(string path, CancellationToken cancellationToken);

    /// <summary>Throws when somebody else uses the target.</summary>
    public abstract Task RefuseWhileInUseAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the target as a whole or not at all.</summary>
    public abstract Task ReplaceAsync(string path, CancellationToken cancellationToken);
}

/// <summary>SQLite: <c>VACUUM INTO</c> reads one snapshot, waits for nobody, and leaves behind what was erased.</summary>
internal sealed class SqliteDump(string connectionString) : DatabaseDump
{
    private readonly string _file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public override string Kind => BackupManifest.Sqlite;

    public override async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => Task.FromResult(!File.Exists(_file));

    public override async Task RefuseWhileInUseAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_file)) return;
        // Leaving the write-ahead mode needs the file for itself: refused while any other process has it open.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 2 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            if (await command.ExecuteScalarAsync(cancellationToken) as string == "delete") return;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6)
        {
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 11 or 26)
        {
            return; // what is broken is not in use, and is what a backup is for
        }
        throw new InvalidOperationException("Die Datenbank ist in Gebrauch. Bitte beenden Sie zuerst den Server.");
    }

    public override async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken) as string is not "ok" and var fault) throw new InvalidDataException($"Die Datenbank in der Sicherung ist beschädigt: {fault}");
    }

    public override Task ReplaceAsync(string path, CancellationToken cancellationToken)
    {
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        foreach (var rest in new[] { "-wal", "-shm", "-journal" }) File.Delete(_file + rest);
        File.Move(path, _file, overwrite: true);
        return Task.CompletedTask;
    }
}
