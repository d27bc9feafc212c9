using Awards.Web;
using Awards.Web.Data;
using Awards.Web.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Awards.Testing;

/// <summary>
/// A fresh, migrated database for one host, copied from a template that is migrated once per test run.
/// AWARDS_TEST_DATABASE chooses sqlite (default) or postgres; for postgres AWARDS_TEST_POSTGRES names a server on which databases may be created.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateLock = new(1, 1);
    private static string? _template;

    private TestDatabase(string folder, string? postgres) => (Folder, Postgres) = (folder, postgres);

    /// <summary>True when this run is on PostgreSQL.</summary>
    public static bool OnPostgres => Environment.GetEnvironmentVariable("AWARDS_TEST_DATABASE") == "postgres";

    /// <summary>Data directory of the host.</summary>
    public string Folder { get; }

    /// <summary>Connection string; null on SQLite, where the file lies in <see cref="Folder"/>.</summary>
    public string? Postgres { get; }

    private static string Server => Environment.GetEnvironmentVariable("AWARDS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("AWARDS_TEST_DATABASE is postgres, but AWARDS_TEST_POSTGRES names no server. ./awards test starts one.");

    /// <summary>Makes one.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("awards-test-").FullName;
        var template = await TemplateAsync();
        if (!OnPostgres)
        {
            File.Copy(template, Path.Combine(folder, "awards.db"));
            return new(folder, null);
        }
        var name = "t_" + Guid.CreateVersion7().ToString("N");
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new(folder, new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await using (var connection = new NpgsqlConnection(Postgres)) NpgsqlConnection.ClearPool(connection);
            await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Postgres).Database} WITH (FORCE)");
        }
        else SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> TemplateAsync()
    {
        await TemplateLock.WaitAsync();
        try
        {
            return _template ??= await MigrateTemplateAsync();
        }
        finally
        {
            TemplateLock.Release();
        }
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("awards-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { try { Directory.Delete(folder, recursive: true); } catch (IOException) { } };
        var name = "template_" + Guid.CreateVersion7().ToString("N");
        string? postgres = null;
        if (OnPostgres)
        {
            await RunAsync($"CREATE DATABASE {name}");
            postgres = new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ConnectionString;
        }
        await using (var app = AwardsApp.Build(new Installation(Installation.FindRoot(), folder), settings: Settings(postgres)))
        {
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            await Database.MigrateAsync(db);
            // The connection stays open (KeptConnection): without this the file that is copied would still be empty.
            if (!OnPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        SqliteConnection.ClearAllPools();
        return OnPostgres ? name : Path.Combine(folder, "awards.db");
    }

    /// <summary>Settings that lead a host to a database; without jobs, so that nothing runs beside the test.</summary>
    public static Dictionary<string, string?> Settings(string? postgres) =>
        new() { ["Jobs:Enabled"] = "false", ["Accounts:RequireSecondFactor"] = "false", ["ConnectionStrings:Awards"] = postgres ?? "" };

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
