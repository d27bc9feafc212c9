using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Stages.Applications;

/// <summary>After the deadline, what was reopened and not handed in anew counts as it was handed in last. What was typed since stays in the history.</summary>
[DisallowConcurrentExecution]
public sealed class ReinstateJob(AwardsDbContext db, CallCache calls, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await ReinstateAsync(cancellationToken);

    /// <summary>Gives the number of applications that count again.</summary>
    public async Task<int> ReinstateAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reopened = await db.Applications.Where(each => each.Status == ApplicationState.Draft && each.ContentHash != null).Select(each => new { each.Id, each.CallId }).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var each in reopened)
        {
            var call = await calls.GetAsync(db, each.CallId, cancellationToken);
            if (call.Phase(PhaseKind.Application)?.Until is not { } until || now < until || call.IsIn(PhaseKind.Application, now)) continue;
            var write = WriteContext.System(now, "Frist abgelaufen: Es gilt die letzte eingereichte Fassung.");
            var outcome = await db.WriteAsync(write, AuditAction.ApplicationReinstated, async () =>
            {
                var application = await db.Applications.Include(row => row.Projects).SingleAsync(row => row.Id == each.Id, cancellationToken);
                var last = await db.Submissions.Where(row => row.ApplicationId == each.Id && row.WithdrawnAt == null).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
                var before = ApplicationFields.Of(application);
                var reinstated = application.ReinstateSubmission(call, last, write);
                if (!reinstated.Refused(out _)) await ApplicationHistory.RecordAsync(db, application, before, write, cancellationToken);
                return reinstated;
            }, cancellationToken: cancellationToken);
            if (!outcome.Refused(out _)) count++;
            db.ChangeTracker.Clear();
        }
        return count;
    }
}
