using System.Text.Json;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Platform.Privacy;

/// <summary>Daily: carries out the retention of all calls and of the installation.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(AwardsDbContext db, CallCache calls, Retention retention, UnusedAccounts accounts, Erasures erasures, TimeProvider clock) : IJob
{
    /// <summary>How long ended sessions are listed.</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);

    /// <summary>How long invitations and registrations stay after they were used, withdrawn or expired.</summary>
    public static readonly TimeSpan InvitationsKept = TimeSpan.FromDays(30);

    /// <summary>How long used and expired links stay, and counted failures.</summary>
    public static readonly TimeSpan LinksKept = TimeSpan.FromDays(2);

    /// <summary>How long mails about accounts are kept.</summary>
    public static readonly TimeSpan AccountMailsKept = TimeSpan.FromDays(180);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    /// <summary>One run; gives the number of objects by rule.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = new(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var done = new Dictionary<string, int>();
        foreach (var call in await calls.AllAsync(db, cancellationToken))
            foreach (var (what, count) in await retention.RunAsync(call, now, cancellationToken)) done[$"{call.Slug}: {what}"] = count;
        foreach (var (rule, work) in Installation(now))
            if (await CleanAsync(rule, work, now, cancellationToken) is > 0 and var count) done[rule] = count;
        if (await accounts.EraseAsync(now, cancellationToken) is > 0 and var erased) done[Accounts] = await CleanAsync(Accounts, (_, _) => Task.FromResult(erased), now, cancellationToken);
        await erasures.SyncAsync(cancellationToken);
        await NoteRunAsync(now, cancellationToken);
        return done;
    }

    private const string Accounts = "UnusedAccounts";

    private IEnumerable<(string Rule, Func<WriteContext, CancellationToken, Task<int>> Work)> Installation(DateTime now)
    {
        var (sessions, links, mails) = (now - SessionsKept, now - LinksKept, now - AccountMailsKept);
        yield return ("Sessions", (_, cancellationToken) => db.Sessions.Where(each => each.EndedAt < sessions || each.LastSeenAt < sessions).ExecuteDeleteAsync(cancellationToken));
        yield return ("MailLinks", async (_, cancellationToken) =>
            await db.MailLinks.Where(each => each.ExpiresAt < links).ExecuteDeleteAsync(cancellationToken) + await db.AddressChanges.Where(each => each.ExpiresAt < links).ExecuteDeleteAsync(cancellationToken));
        yield return ("Throttles", (_, cancellationToken) => db.Throttles.Where(each => each.Since < links && (each.ClosedUntil == null || each.ClosedUntil < now)).ExecuteDeleteAsync(cancellationToken));
        yield return ("Invitations", async (write, cancellationToken) => await InvitationsAsync(write, now - InvitationsKept, cancellationToken));
        yield return ("AccountMails", (_, cancellationToken) => Mails.EraseAsync(db,
            db.Outbox.Where(each => each.CallId == null && each.CreatedAt < mails && each.Recipient != "" && each.State != OutboxState.Waiting && each.State != OutboxState.Sending), cancellationToken));
        yield return ("AccountWarnings", accounts.WarnAsync);
    }

    private async Task<int> InvitationsAsync(WriteContext write, DateTime limit, CancellationToken cancellationToken)
    {
        var ids = await db.Invitations.Where(each => each.ExpiresAt < limit || each.AcceptedAt < limit || each.WithdrawnAt < limit).Select(each => each.Id).ToListAsync(cancellationToken);
        foreach (var part in ids.Chunk(100))
        {
            await db.Invitations.Where(each => part.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
            await AuditErasure.EraseAsync(db, write, nameof(Invitation), part, cancellationToken);
        }
        return ids.Count;
    }

    private async Task<int> CleanAsync(string rule, Func<WriteContext, CancellationToken, Task<int>> work, DateTime now, CancellationToken cancellationToken)
    {
        var write = WriteContext.System(now, "Ablauf der Aufbewahrung");
        return (await db.WriteAsync(write, AuditAction.RetentionCarriedOut, async () =>
        {
            var count = await work(write, cancellationToken);
            if (count > 0) await NoteAsync(write, rule, count, cancellationToken);
            return (Outcome<int>)count;
        }, cancellationToken: cancellationToken)).Fact;
    }

    private async Task NoteAsync(WriteContext write, string rule, int count, CancellationToken cancellationToken)
    {
        await retention.ReportAsync(null, rule, count, write.When, cancellationToken);
        db.Record(write, AuditAction.RetentionCarriedOut, nameof(Platform.Installation), Guid.Empty, JsonSerializer.Serialize(new Dictionary<string, int[]> { [rule] = [0, count] }));
    }

    private async Task NoteRunAsync(DateTime now, CancellationToken cancellationToken) =>
        await db.WriteAsync(WriteContext.System(now, "Ablauf der Aufbewahrung"), AuditAction.RetentionCarriedOut, async () =>
        {
            if (await db.RetentionReports.SingleOrDefaultAsync(each => each.Rule == RetentionReport.Run, cancellationToken) is { } run) run.At = now;
            else db.RetentionReports.Add(new() { Id = Guid.CreateVersion7(), Rule = RetentionReport.Run, At = now });
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
}
