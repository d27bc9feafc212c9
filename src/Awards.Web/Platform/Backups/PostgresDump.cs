using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Awards.Web.Platform.Backups;

/// <summary>PostgreSQL: pg_dump reads one snapshot; pg_restore replaces everything in one transaction.</summary>
internal sealed class PostgresDump(string connectionString, string? programs) : DatabaseDump
{
    private readonly NpgsqlConnectionStringBuilder _connection = new(connectionString);

    public override string Kind => BackupManifest.Postgres;

    public override Task WriteAsync(string path, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={path}"], cancellationToken);

    public override async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        await CountAsync("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", cancellationToken) == 0;

    public override Task CheckAsync(string path, CancellationToken cancellationToken) => RunAsync("pg_restore", ["--list", path], cancellationToken);

    public override async Task RefuseWhileInUseAsync(CancellationToken cancellationToken)
    {
        if (await CountAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()", cancellationToken) is > 0 and var others)
            throw new InvalidOperationException($"Die Datenbank ist in Gebrauch: {others} andere Verbindungen. Bitte beenden Sie zuerst alle Server.");
    }

    public override Task ReplaceAsync(string path, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", ["--single-transaction", "--exit-on-error", "--clean", "--if-exists", "--no-owner", "--no-privileges", $"--dbname={_connection.Database}", path], cancellationToken);

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        // The password is not to be seen in the list of processes.
        foreach (var (name, value) in new[]
        {
            ("PGHOST", _connection.Host), ("PGPORT", _connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("PGUSER", _connection.Username), ("PGPASSWORD", _connection.Password),
            ("PGDATABASE", _connection.Database), ("PGSSLMODE", _connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
            ("PGSSLROOTCERT", _connection.RootCertificate), ("LC_MESSAGES", "C"),
        })
        {
            if (string.IsNullOrEmpty(value)) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} startet nicht.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ist gescheitert: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            try { process.Kill(entireProcessTree: true); }
            catch (Exception fault) when (fault is InvalidOperationException or Win32Exception) { }
            throw;
        }
    }

    private string Find(string program)
    {
        var folders = programs is { Length: > 0 } ? [programs] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(OfDebian());
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"Das Programm {program} wurde nicht gefunden. Es gehört zu PostgreSQL (Debian: apt-get install postgresql-client); einen anderen Ort nennt die Einstellung Backup:PostgresPrograms.");
    }

    // Debian keeps the programs of each version in a folder of their own; the newest can read what older servers hold.
    private static IEnumerable<string> OfDebian() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
        : [];
}
