using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.CommandLine;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Awards.Web.Tests.Data;

/// <summary>A server may run under a role that cannot touch the trail even if it is taken over.</summary>
[Collection("environment variables")]
public sealed class AppRoleTests
{
    [Fact]
    public async Task A_role_without_ownership_serves_chains_and_erases_but_cannot_change_the_trail()
    {
        if (!TestDatabase.OnPostgres) return;
        var role = "app_" + Guid.CreateVersion7().ToString("N");
        var (create, drop) = ($"CREATE ROLE {role} LOGIN", $"DROP OWNED BY {role}; DROP ROLE {role}");
        await using var owner = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(owner);
        var connection = await owner.DbAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        await owner.DbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(create);
            return 0;
        });
        try
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__Awards", connection);
            using var output = new StringWriter();
            (await AwardsCommands.RunAsync(["migrate", "--app-role", role, "--data", owner.Folder], output, output)).ShouldBe(0, output.ToString());
            var asRole = new NpgsqlConnectionStringBuilder(connection) { Username = role, Pooling = false }.ConnectionString;
            await using (var server = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["ConnectionStrings:Awards"] = asRole, ["Jobs:Enabled"] = "true" }))
            {
                using var lead = await server.SignedInAsync(Cast.Lead);
                (await lead.GetAsync($"/institut/{World.Slug}/protokoll")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
                (await lead.GetAsync("/health")).Text.ShouldBe("Healthy");
                await server.DbAsync(db => new AuditChain(server.Clock).LinkAsync(db));
                (await server.DbAsync(db => db.AuditLinks.CountAsync())).ShouldBeGreaterThan(10);
                (await server.DbAsync(db => AuditErasure.EraseAsync(db, WriteContext.System(server.Clock.Now, "Test"), "Municipality", [world.Municipalities[0].Id]))).ShouldBe(1);
                (await server.CheckAsync()).ShouldBeEmpty();
            }
            foreach (var sql in new[]
            {
                "UPDATE \"AuditRows\" SET \"Why\" = 'x'", "DELETE FROM \"AuditRows\"", "TRUNCATE \"AuditRows\" CASCADE", "UPDATE \"AuditLinks\" SET \"Hash\" = 'x'", "DELETE FROM \"AuditLinks\"", "TRUNCATE \"AuditLinks\"",
                "UPDATE \"AuditValues\" SET \"AuditRowId\" = \"AuditRowId\"", "DELETE FROM \"AuditValues\"", "TRUNCATE \"AuditValues\"",
                "ALTER TABLE \"AuditRows\" DISABLE TRIGGER ALL", "DROP TRIGGER audit_rows_change ON \"AuditRows\"", "SET session_replication_role = replica", "DELETE FROM \"__EFMigrationsHistory\"",
            })
            {
                await using var own = new NpgsqlConnection(asRole);
                await own.OpenAsync();
                await using var command = new NpgsqlCommand(sql, own);
                (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(), sql)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__Awards", null);
            await owner.DbAsync(db => db.Database.ExecuteSqlRawAsync(drop));
        }
    }
}
