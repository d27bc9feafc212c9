using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Numbers of what arrives, and what is kept of it; inside a write that holds the lock on the call.</summary>
internal static class ArrivalNumbers
{
    /// <summary>The next number of arrival in a call.</summary>
    public static async Task<int> NextAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        (await db.Applications.Where(application => application.CallId == callId).MaxAsync(application => application.ArrivalNumber, cancellationToken) ?? 0) + 1;

    /// <summary>Keeps what an application has just handed in as its next submission.</summary>
    public static async Task KeepAsync(AwardsDbContext db, Application application, WriteContext write, CancellationToken cancellationToken)
    {
        var last = await db.Submissions.Where(each => each.ApplicationId == application.Id).MaxAsync(each => (int?)each.Number, cancellationToken) ?? 0;
        db.Submissions.Add(Submission.Of(application, last + 1, write));
    }
}
