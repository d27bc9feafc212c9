using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Stages.PreReview;

/// <summary>
/// Reminds reviewers with open sheets, on the days before the end of the pre-review that the call chose. Sheets that wait to be given to
/// somebody else, because a conflict is noted, do not count. Who was reminded of a day is not reminded of it again.
/// </summary>
[DisallowConcurrentExecution]
public sealed class ReviewReminderJob(AwardsDbContext db, CallCache calls, MailTemplates mails, PublicAddress address, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RemindAsync(cancellationToken);

    /// <summary>Gives the number of mails that were written.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var count = 0;
        foreach (var call in await calls.AllAsync(db, cancellationToken))
            if (ReviewReminder.DueDay(call, now) is { } days) count += await RemindAsync(call, days, call.Phase(PhaseKind.PreReview)!.Until!.Value, now, cancellationToken);
        return count;
    }

    private async Task<int> RemindAsync(Call call, int days, DateTime until, DateTime now, CancellationToken cancellationToken) =>
        (await db.WriteAsync(WriteContext.System(now, $"Erinnerung {days} Tage vor dem Ende der Vorprüfung") with { CallId = call.Id }, AuditAction.ReviewRemindersSent, async () =>
        {
            var open = await (from review in db.Reviews
                              where review.CallId == call.Id && review.State == ReviewState.Open
                                  && !db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId)
                                  && !db.ReviewReminders.Any(sent => sent.CallId == call.Id && sent.PersonId == review.ReviewerId && sent.Until == until && sent.Days == days)
                              join person in db.Users on review.ReviewerId equals person.Id
                              group review by new { person.Id, person.Email } into own
                              select new { own.Key.Id, own.Key.Email, Count = own.Count() }).ToListAsync(cancellationToken);
            foreach (var each in open)
            {
                db.ReviewReminders.Add(ReviewReminder.Of(call.Id, each.Id, days, until, now));
                db.Outbox.Add(await mails.WriteAsync(ReviewReminderMail.Kind, call, call.Id, each.Email!, "de",
                    ReviewReminderMail.Values(call, each.Count, until, address.Of(PreReviewLinks.Start), "de"), now, null, cancellationToken));
            }
            return (Outcome<int>)open.Count;
        }, lockOn: call.Id, cancellationToken)).Fact;
}
