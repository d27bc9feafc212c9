using System.Text.Json;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Municipalities;

/// <summary>Merges an edition of the official register into the database, or says what it would change.</summary>
public static class RegisterImport
{
    private const int Batch = 2000;

    /// <summary>Only one import at a time.</summary>
    private static readonly Guid Lock = new("6d2a2f0e-6a5c-4f6e-9d0b-1f0c2b7a9e61");

    /// <summary>What an import would change; nothing is written.</summary>
    public static async Task<Outcome<RegisterReport>> PreviewAsync(AwardsDbContext db, RegisterEdition edition, CancellationToken cancellationToken) =>
        RegisterMerge.Apply(edition, await db.Municipalities.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Merges it in one write with one audit row; <paramref name="also"/> joins that write.</summary>
    /// <param name="sha256">Of the file, for the trail.</param>
    public static Task<Outcome<RegisterReport>> ImportAsync(AwardsDbContext db, RegisterEdition edition, string sha256, WriteContext write, Func<Task>? also = null, CancellationToken cancellationToken = default) =>
        db.WriteAsync(write, AuditAction.RegisterImported, async () =>
        {
            var outcome = RegisterMerge.Apply(edition, await db.Municipalities.ToListAsync(cancellationToken));
            if (outcome.Refused(out _)) return outcome;
            var report = outcome.Fact;
            await db.SaveBulkAsync(cancellationToken);
            foreach (var batch in report.Added.Chunk(Batch))
            {
                db.Municipalities.AddRange(batch);
                await db.SaveBulkAsync(cancellationToken);
            }
            if (also is not null) await also();
            db.Record(write, AuditAction.RegisterImported, nameof(Municipality), Guid.Empty, Trace(report, sha256));
            return outcome;
        }, lockOn: Lock, cancellationToken);

    // What came by the first import is the file; what changed in rows that were there is named, so that the trail can tell.
    private static string Trace(RegisterReport report, string sha256) => JsonSerializer.Serialize(new
    {
        edition = report.Edition,
        former = report.Former,
        sha256,
        municipalities = report.Municipalities,
        added = report.Added.Count,
        changed = report.Changed,
        renamed = report.Renamed.Select(each => new { each.Row.Id, each.Row.Key, each.Before, each.Now }),
        rekeyed = report.Rekeyed.Select(each => new { each.Row.Id, each.Before, each.Now }),
        linked = report.Linked.Select(each => new { each.Id, each.Key }),
        returned = report.Returned.Select(each => each.Key),
        gone = report.Gone.Select(each => each.Key),
    });
}
