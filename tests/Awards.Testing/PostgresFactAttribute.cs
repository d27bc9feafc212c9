using Xunit;

namespace Awards.Testing;

/// <summary>A test of what only PostgreSQL can do: several server processes on one database. The suite web-postgres runs it.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!TestDatabase.OnPostgres) Skip = "SQLite serves one process; the suite web-postgres runs this test.";
    }
}
