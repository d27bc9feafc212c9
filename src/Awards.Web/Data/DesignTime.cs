using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Awards.Web.Data;

/// <summary>For <c>dotnet ef migrations add</c> only (src/decisions/0003).</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteAwardsDbContext>
{
    public SqliteAwardsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAwardsDbContext>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresAwardsDbContext>
{
    public PostgresAwardsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAwardsDbContext>().UseNpgsql("Host=localhost;Database=design").Options);
}
