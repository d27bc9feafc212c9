using Awards.Domain.Publication;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Statistics;

/// <summary>A data state as lists show it.</summary>
public sealed record SnapshotLine(Guid Id, string Name, DateTime TakenAt, int Entries);

/// <summary>Reads about data states.</summary>
public static class StatisticsQueries
{
    /// <summary>The data states of a call, the latest first, without their tables.</summary>
    public static async Task<IReadOnlyList<SnapshotLine>> SnapshotsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.CallId == callId)
            .OrderByDescending(snapshot => snapshot.TakenAt).ThenByDescending(snapshot => snapshot.Id)
            .Select(snapshot => new SnapshotLine(snapshot.Id, snapshot.Name, snapshot.TakenAt, snapshot.Entries)).ToListAsync(cancellationToken);

    /// <summary>The data state that the public sees, or null while there is none.</summary>
    public static Task<Snapshot?> LatestAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.Snapshots.AsNoTracking().Where(snapshot => snapshot.CallId == callId)
            .OrderByDescending(snapshot => snapshot.TakenAt).ThenByDescending(snapshot => snapshot.Id).FirstOrDefaultAsync(cancellationToken);
}
