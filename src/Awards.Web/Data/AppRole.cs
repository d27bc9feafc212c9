using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Rights of a PostgreSQL role that serves but owns nothing: everything that the program does, and no change of the trail.</summary>
public static partial class AppRole
{
    /// <summary>A name that needs no quoting.</summary>
    public static bool IsName(string role) => Name().IsMatch(role);

    /// <summary>False when there is no such role on the server.</summary>
    public static async Task<bool> ExistsAsync(AwardsDbContext db, string role, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM pg_roles WHERE rolname = {role}").ToListAsync(cancellationToken)).Count > 0;

    /// <summary>Gives the rights; again after each migration that brings tables.</summary>
    public static async Task GrantAsync(AwardsDbContext db, string role, CancellationToken cancellationToken = default)
    {
        if (!IsName(role)) throw new ArgumentException("Not the name of a role.", nameof(role));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var sql in Grants) await db.Database.ExecuteSqlRawAsync(sql.Replace("ROLE", role, StringComparison.Ordinal), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static readonly string[] Grants =
    [
        "GRANT USAGE ON SCHEMA public TO ROLE",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ROLE",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ROLE",
        "REVOKE UPDATE, DELETE, TRUNCATE ON \"AuditRows\", \"AuditLinks\", \"AuditValues\" FROM ROLE",
        "GRANT UPDATE (\"Json\", \"Salt\", \"ErasedAt\") ON \"AuditValues\" TO ROLE",
        "REVOKE INSERT, UPDATE, DELETE ON \"__EFMigrationsHistory\" FROM ROLE",
    ];

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex Name();
}
