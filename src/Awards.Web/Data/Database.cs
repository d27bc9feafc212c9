using Awards.Web.Data.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Data;

/// <summary>Chooses the database by configuration: no connection string = SQLite in the data directory.</summary>
public static class Database
{
    /// <summary>Name of the connection string: <c>ConnectionStrings:Awards</c>.</summary>
    public const string ConnectionName = "Awards";

    /// <summary>The connection string of the SQLite file in a data directory.</summary>
    public static string SqliteFile(string dataDirectory) =>
        $"Data Source={Path.Combine(Path.GetFullPath(dataDirectory), "awards.db")};Foreign Keys=True;Pooling=True;Default Timeout=30";

    /// <summary>Registers <see cref="AwardsDbContext"/> on the configured database.</summary>
    public static IServiceCollection AddAwardsDatabase(this IServiceCollection services, string? connectionString, string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(connectionString) || connectionString.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            SqliteShim.RefuseOldLibrary();
            var file = string.IsNullOrWhiteSpace(connectionString) ? SqliteFile(dataDirectory) : connectionString;
            return services.AddDbContextPool<AwardsDbContext, SqliteAwardsDbContext>(options => options.UseSqlite(file));
        }
        return services.AddDbContextPool<AwardsDbContext, PostgresAwardsDbContext>(options => options.UseNpgsql(connectionString));
    }

    /// <summary>Creates or updates the schema.</summary>
    public static async Task MigrateAsync(AwardsDbContext db, CancellationToken cancellationToken = default)
    {
        if (db.Database.IsSqlite())
        {
            var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (Path.GetDirectoryName(file) is { Length: > 0 } directory) Directory.CreateDirectory(directory);
        }
        await db.Database.MigrateAsync(cancellationToken);
        if ((await AuditGuard.MissingAsync(db, cancellationToken)).Count > 0)
        {
            await AuditBackfill.ApplyAsync(db, cancellationToken);
            await AuditGuard.ApplyAsync(db, cancellationToken);
        }
        await SearchKeys.CompleteAsync(db, cancellationToken);
        // The journal mode is kept in the file; readers then never wait for the writer.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
