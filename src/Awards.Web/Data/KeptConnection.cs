#pragma warning disable EF1001 // no public way to keep a connection open; a test of query counts and the benchmark notice when this stops to work
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Awards.Web.Data;

/// <summary>
/// Keeps a connection to SQLite open as long as the pooled context lives that uses it: each opening registers two dozen functions, whose
/// handles the garbage collector then has to clear away one by one.
/// </summary>
internal sealed class KeptConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder rawSql, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSql, logger)
{
    protected override void CloseDbConnection()
    {
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
}
