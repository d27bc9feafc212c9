using System.Data.Common;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

/// <summary>The database itself refuses to change the trail, also for who goes round the program.</summary>
public sealed class AuditGuardTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        await World.CreateAsync(_host);
        await _host.DbAsync(db => new AuditChain(_host.Clock).LinkAsync(db));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> Changes => new()
    {
        "UPDATE \"AuditRows\" SET \"Why\" = 'x'",
        "DELETE FROM \"AuditRows\"",
        "UPDATE \"AuditLinks\" SET \"Hash\" = 'x'",
        "DELETE FROM \"AuditLinks\"",
        "UPDATE \"AuditValues\" SET \"Json\" = '[]'",
        "UPDATE \"AuditValues\" SET \"Json\" = '', \"Salt\" = ''",
        "DELETE FROM \"AuditValues\"",
        TestDatabase.OnPostgres ? "TRUNCATE \"AuditRows\" CASCADE" : "INSERT OR REPLACE INTO AuditRows SELECT * FROM AuditRows LIMIT 1",
        TestDatabase.OnPostgres ? "TRUNCATE \"AuditLinks\"" : "INSERT OR REPLACE INTO AuditLinks SELECT * FROM AuditLinks LIMIT 1",
        TestDatabase.OnPostgres ? "TRUNCATE \"AuditValues\"" : "INSERT OR REPLACE INTO AuditValues SELECT * FROM AuditValues LIMIT 1",
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_trail_cannot_be_changed(string sql)
    {
        var fault = await Should.ThrowAsync<DbException>(() => _host.DbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        fault.Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task Values_can_be_erased_once()
    {
        const string erase = "UPDATE \"AuditValues\" SET \"Json\" = '', \"Salt\" = '', \"ErasedAt\" = '2026-03-02 09:00:00' WHERE \"AuditRowId\" = (SELECT MIN(\"AuditRowId\"::text)::uuid FROM \"AuditValues\")";
        var sql = TestDatabase.OnPostgres ? erase : erase.Replace("::text)::uuid", ")", StringComparison.Ordinal);
        (await _host.DbAsync(db => db.Database.ExecuteSqlRawAsync(sql))).ShouldBe(1);
        (await _host.CheckAsync()).ShouldBeEmpty();
        await Should.ThrowAsync<DbException>(() => _host.DbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
    }

    [Fact]
    public async Task A_missing_trigger_is_a_fault_and_migrate_puts_it_back()
    {
        await _host.DbAsync(db => db.Database.ExecuteSqlRawAsync(TestDatabase.OnPostgres ? "DROP TRIGGER audit_rows_change ON \"AuditRows\"" : "DROP TRIGGER \"audit_AuditRows_update\""));
        (await _host.CheckAsync()).ShouldHaveSingleItem().ShouldContain("./awards migrate");
        await _host.DbAsync(async db =>
        {
            await Database.MigrateAsync(db);
            return 0;
        });
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trigger_that_is_switched_off_or_made_harmless_is_a_fault()
    {
        await _host.DbAsync(async db => TestDatabase.OnPostgres
            ? await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"AuditLinks\" DISABLE TRIGGER audit_links_change")
            : await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_AuditLinks_delete; CREATE TRIGGER audit_AuditLinks_delete BEFORE DELETE ON AuditLinks BEGIN SELECT 1; END"));
        (await _host.CheckAsync()).ShouldHaveSingleItem().ShouldContain("Auslöser");
    }

    [Fact]
    public async Task Rows_from_before_the_chain_get_their_digests_when_the_schema_is_brought_up_to_date()
    {
        await _host.DbAsync(async db =>
        {
            string[] old = TestDatabase.OnPostgres
                ? ["DROP TRIGGER audit_rows_change ON \"AuditRows\"", "DROP TRIGGER audit_values_update ON \"AuditValues\"", "ALTER TABLE \"AuditLinks\" DISABLE TRIGGER USER"]
                : ["DROP TRIGGER audit_AuditRows_update", "DROP TRIGGER audit_AuditValues_update", "DROP TRIGGER audit_AuditLinks_delete"];
            foreach (var sql in (string[])[.. old, "DELETE FROM \"AuditLinks\"", "UPDATE \"AuditRows\" SET \"Digest\" = '', \"ValuesDigest\" = NULL", "UPDATE \"AuditValues\" SET \"Salt\" = ''"])
                await db.Database.ExecuteSqlRawAsync(sql);
            await Database.MigrateAsync(db);
            return await new AuditChain(_host.Clock).LinkAsync(db);
        });
        (await _host.CheckAsync()).ShouldBeEmpty();
    }
}
