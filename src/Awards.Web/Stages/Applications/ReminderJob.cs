using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Stages.Applications;

/// <summary>Reminds those who have an open draft, on the days before the deadline that the call chose. Who was reminded of a day is not reminded of it again.</summary>
[DisallowConcurrentExecution]
public sealed class ReminderJob(AwardsDbContext db, CallCache calls, MailTemplates mails, PublicAddress address, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RemindAsync(cancellationToken);

    /// <summary>Gives the number of mails that were written.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var count = 0;
        foreach (var call in await calls.AllAsync(db, cancellationToken))
            if (ApplicationReminder.DueDay(call, now) is { } days) count += await RemindAsync(call, days, now, cancellationToken);
        return count;
    }

    private async Task<int> RemindAsync(Call call, int days, DateTime now, CancellationToken cancellationToken)
    {
        var open = await (from member in db.ApplicationMembers
                          where member.Right != MemberRight.Read
                          join application in db.Applications on member.ApplicationId equals application.Id
                          where application.CallId == call.Id && application.Status == ApplicationState.Draft
                              && !db.ApplicationReminders.Any(sent => sent.ApplicationId == application.Id && sent.PersonId == member.PersonId && sent.Days == days)
                          select new { member.ApplicationId, member.PersonId }).ToListAsync(cancellationToken);
        foreach (var batch in open.Chunk(Batch))
        {
            var ids = batch.Select(each => each.ApplicationId).ToHashSet();
            _ = (await db.WriteAsync(WriteContext.System(now, $"Erinnerung {days} Tage vor der Frist") with { CallId = call.Id }, AuditAction.RemindersSent, async () =>
            {
                var drafts = await db.Applications.AsNoTracking().Include(each => each.Projects).Where(each => ids.Contains(each.Id) && each.Status == ApplicationState.Draft).ToDictionaryAsync(each => each.Id, cancellationToken);
                var people = batch.Select(each => each.PersonId).ToHashSet();
                var addresses = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Email!, cancellationToken);
                foreach (var each in batch.Where(each => drafts.ContainsKey(each.ApplicationId)))
                {
                    db.ApplicationReminders.Add(ApplicationReminder.Of(each.ApplicationId, each.PersonId, days, now));
                    db.Outbox.Add(await mails.WriteAsync(ReminderMail.Kind, call, each.ApplicationId, addresses[each.PersonId], "de",
                        ReminderMail.Values(call, drafts[each.ApplicationId], address.Of(ApplicationLinks.Overview(each.ApplicationId)), "de"), now, null, cancellationToken));
                }
                return (Outcome<int>)batch.Length;
            }, cancellationToken: cancellationToken)).Fact;
            db.ChangeTracker.Clear();
        }
        return open.Count;
    }
}
