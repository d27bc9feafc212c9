using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Triggers by which the database itself refuses to change or delete the trail. Values may be erased, nothing else.</summary>
public static partial class AuditGuard
{
    private static readonly string[] Tables = ["AuditRows", "AuditLinks", "AuditValues"];

    /// <summary>Puts the triggers there, or puts them right.</summary>
    internal static async Task ApplyAsync(AwardsDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            foreach (var (_, drop, create) in SqliteTriggers)
            {
                await db.Database.ExecuteSqlRawAsync(drop, cancellationToken);
                await db.Database.ExecuteSqlRawAsync(create, cancellationToken);
            }
        }
        else await db.Database.ExecuteSqlRawAsync(Postgres, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Names of triggers that are not there, are switched off or say something else.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(AwardsDbContext db, CancellationToken cancellationToken = default)
    {
        if (db.Database.IsSqlite())
        {
            var found = await db.Database.SqlQuery<string>($"SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'").ToListAsync(cancellationToken);
            return [.. SqliteTriggers.Where(trigger => !found.Contains(trigger.Create)).Select(trigger => trigger.Name)];
        }
        var enabled = await db.Database.SqlQuery<string>($"""
            SELECT t.tgname || ':' || p.proname AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A')
            """).ToListAsync(cancellationToken);
        return [.. PostgresTriggers().Where(trigger => !enabled.Contains(trigger))];
    }

    private static IReadOnlyList<(string Name, string Drop, string Create)> SqliteTriggers { get; } = [.. Tables.SelectMany(SqliteOf)];

    private static IEnumerable<(string, string, string)> SqliteOf(string table)
    {
        var key = table switch { "AuditRows" => "Id", "AuditLinks" => "Sequence", _ => "AuditRowId" };
        (string, string, string) Refuse(string what, string when)
        {
            var name = $"audit_{table}_{what}";
            return (name, $"DROP TRIGGER IF EXISTS {name}", $"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END");
        }
        yield return Refuse("update", $"UPDATE ON \"{table}\"" + (table == "AuditValues" ? $" WHEN NOT ({Erasing})" : ""));
        yield return Refuse("delete", $"DELETE ON \"{table}\"");
        // REPLACE deletes without asking the triggers for deletion.
        yield return Refuse("replace", $"INSERT ON \"{table}\" WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{key}\" = NEW.\"{key}\")");
    }

    private const string Erasing = "NEW.\"AuditRowId\" = OLD.\"AuditRowId\" AND NEW.\"Json\" = '' AND NEW.\"Salt\" = '' AND OLD.\"ErasedAt\" IS NULL AND NEW.\"ErasedAt\" IS NOT NULL";

    private static IEnumerable<string> PostgresTriggers() =>
        Trigger().Matches(Postgres).Select(match => match.Groups[1].Value + ":" + match.Groups[2].Value);

    private const string Postgres = $"""
        CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit trail is append-only.'; END $$;
        CREATE OR REPLACE FUNCTION audit_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF {Erasing} THEN RETURN NEW; END IF;
            RAISE EXCEPTION 'The audit trail is append-only.';
        END $$;
        CREATE OR REPLACE TRIGGER audit_rows_change BEFORE UPDATE OR DELETE ON "AuditRows" FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER audit_rows_truncate BEFORE TRUNCATE ON "AuditRows" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER audit_links_change BEFORE UPDATE OR DELETE ON "AuditLinks" FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER audit_links_truncate BEFORE TRUNCATE ON "AuditLinks" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER audit_values_update BEFORE UPDATE ON "AuditValues" FOR EACH ROW EXECUTE FUNCTION audit_erase_only();
        CREATE OR REPLACE TRIGGER audit_values_delete BEFORE DELETE ON "AuditValues" FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE OR REPLACE TRIGGER audit_values_truncate BEFORE TRUNCATE ON "AuditValues" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        ALTER TABLE "AuditRows" ENABLE TRIGGER USER;
        ALTER TABLE "AuditLinks" ENABLE TRIGGER USER;
        ALTER TABLE "AuditValues" ENABLE TRIGGER USER;
        """;

    [GeneratedRegex("TRIGGER (audit_\\w+) BEFORE .* EXECUTE FUNCTION (audit_\\w+)")]
    private static partial Regex Trigger();
}
