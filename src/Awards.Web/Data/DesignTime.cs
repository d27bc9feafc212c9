using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Awards.Web.Data;

/// <summary>For <c>dotnet ef migrations add</c> only (src/decisions/0003).</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteAwardsDbContext>
{
    public SqliteAwardsDbContext CreateDbContext(string[] args) =>
        new(DesignTime.WithPasskeys(new DbContextOptionsBuilder<SqliteAwardsDbContext>().UseSqlite("Data Source=design.db")).Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresAwardsDbContext>
{
    public PostgresAwardsDbContext CreateDbContext(string[] args) =>
        new(DesignTime.WithPasskeys(new DbContextOptionsBuilder<PostgresAwardsDbContext>().UseNpgsql("Host=localhost;Database=design")).Options);
}

internal static class DesignTime
{
    /// <summary>Identity reads the version of its schema from the application's options, which design time does not have.</summary>
    public static DbContextOptionsBuilder<T> WithPasskeys<T>(DbContextOptionsBuilder<T> options) where T : DbContext =>
        options.UseApplicationServiceProvider(new ServiceCollection()
            .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider());
}
