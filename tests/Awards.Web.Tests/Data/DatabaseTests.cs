using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

public sealed class DatabaseTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync() => _host = await AwardsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_model_has_no_changes_that_no_migration_holds() =>
        (await _host.DbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();

    [Fact]
    public async Task Sqlite_writes_ahead_syncs_fully_and_checks_foreign_keys()
    {
        if (TestDatabase.OnPostgres) return;
        (await PragmaAsync("journal_mode")).ShouldBe("wal");
        (await PragmaAsync("synchronous")).ShouldBe("2");
        (await PragmaAsync("foreign_keys")).ShouldBe("1");
    }

    /// <summary>When this fails, SQLitePCLRaw 2.1 has come: delete SqliteShim and read src/decisions/0002.</summary>
    [Fact]
    public void The_shim_for_sqlite_is_still_needed()
    {
        const string name = "SQLitePCLRaw.core";
        var wanted = typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly.GetReferencedAssemblies().Single(assembly => assembly.Name == name).Version;
        System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, name + ".dll")).Version!.ShouldBeLessThan(wanted!);
    }

    private Task<string?> PragmaAsync(string name) => _host.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (await command.ExecuteScalarAsync())?.ToString();
    });
}
