using System.Text.Json;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Platform.Files;

/// <summary>What a purge did.</summary>
/// <param name="Detached">Files whose owner is gone; deleted after the grace period.</param>
/// <param name="Deleted">Files to which nothing referred for the whole grace period.</param>
/// <param name="Stray">Bytes on disk without a row.</param>
/// <param name="Leftovers">Temporary files of broken uploads.</param>
public sealed record Purged(int Detached, int Deleted, int Stray, int Leftovers);

/// <summary>Deletes files that nothing refers to. Runs daily.</summary>
[DisallowConcurrentExecution]
public sealed class PurgeFilesJob(AwardsDbContext db, IFileStore store, IEnumerable<IFileOwner> owners, TimeProvider clock) : IJob
{
    /// <summary>How long an unreferenced file stays, so that a mistake or a restored backup can be mended.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private const int Batch = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await PurgeAsync(cancellationToken);

    /// <summary>One purge; safe to repeat after a crash at any point.</summary>
    public async Task<Purged> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var write = WriteContext.System(now, "Aufräumen der Dateien");
        var detached = (await db.WriteAsync(write, AuditAction.FilesPurged, async () => (Outcome<int>)await DetachAsync(now, cancellationToken), cancellationToken: cancellationToken)).Fact;
        var deleted = (await db.WriteAsync(write, AuditAction.FilesPurged, async () =>
        {
            var old = await db.StoredFiles.Where(file => file.UnreferencedSince <= now - Grace).ToListAsync(cancellationToken);
            db.StoredFiles.RemoveRange(old);
            return (Outcome<List<string>>)old.ConvertAll(file => file.StorageName);
        }, cancellationToken: cancellationToken)).Fact;
        // Rows first: bytes without a row are found again, a row without its bytes would be a fault.
        deleted.ForEach(name => store.Delete(name));
        var purged = new Purged(detached, deleted.Count, await StrayAsync(now, cancellationToken), store.DeleteLeftovers(now - Grace));
        if (purged.Stray + purged.Leftovers > 0)
            await db.WriteAsync(write, AuditAction.FilesPurged, () =>
            {
                db.Record(write, AuditAction.FilesPurged, nameof(IFileStore), Guid.Empty, JsonSerializer.Serialize(purged));
                return Task.FromResult<Outcome<bool>>(true);
            }, cancellationToken: cancellationToken);
        return purged;
    }

    private async Task<int> DetachAsync(DateTime now, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var owner in owners)
        {
            var references = owner.References;
            var orphans = await db.StoredFiles.Where(file => file.OwnerKind == owner.Kind && !references.Contains(file.Id)).ToListAsync(cancellationToken);
            orphans.ForEach(file => file.Detach(now));
            count += orphans.Count;
        }
        return count;
    }

    private async Task<int> StrayAsync(DateTime now, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var names in store.List().Where(file => file.WrittenAt <= now - Grace).Select(file => file.StorageName).Chunk(Batch))
        {
            var known = await db.StoredFiles.Where(file => names.Contains(file.StorageName)).Select(file => file.StorageName).ToListAsync(cancellationToken);
            count += names.Except(known).Count(store.Delete);
        }
        return count;
    }
}
