using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>Carries on the history of an application inside a write.</summary>
public static class ApplicationHistory
{
    /// <summary>Notes what differs from <paramref name="before"/>.</summary>
    public static async Task RecordAsync(AwardsDbContext db, Application application, IReadOnlyDictionary<string, string> before, WriteContext write, CancellationToken cancellationToken)
    {
        var after = ApplicationFields.Of(application);
        var changed = ApplicationChange.Changed(before, after);
        if (changed.Count == 0) return;
        var since = write.When - ApplicationChange.OneSitting;
        var latest = await db.ApplicationChanges.Where(change => change.ApplicationId == application.Id && change.At > since && changed.Contains(change.Field))
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).ToListAsync(cancellationToken);
        db.ApplicationChanges.AddRange(ApplicationChange.Record(application.Id, before, after, [.. latest.DistinctBy(change => change.Field)], write));
    }
}
