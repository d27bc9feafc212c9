using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Awards.Web.Platform.Jobs;

/// <summary>Gives the attachment of a mail; owned by the stage that knows the document.</summary>
public interface IReceiptDocuments
{
    /// <summary>File name and PDF of an application's receipt; null when it was reopened since, because what it holds now is not handed in.</summary>
    Task<(string Name, byte[] Pdf)?> RenderAsync(Guid applicationId, string language, CancellationToken cancellationToken);
}

/// <summary>
/// Sends what waits in the outbox. Runs every few seconds, one at a time. A mail is claimed in a transaction of its own before it is
/// handed over, so that no second node and no restart sends it again; what a crash left claimed becomes unsure (src/decisions/0018).
/// </summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(AwardsDbContext db, IMailTransport transport, IReceiptDocuments receipts, MailFiles files, Unsubscribing unsubscribing, MailOptions options,
    TimeProvider clock, ILogger<OutboxJob> log) : IJob
{
    private const int Batch = 50;
    private const int MostBatches = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await SendDueAsync(cancellationToken);

    /// <summary>Sends what is due; gives the number of mails that went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await FindUnsureAsync(cancellationToken);
        var sent = 0;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var now = Now;
            var due = await db.Outbox.AsNoTracking().Where(mail => mail.State == OutboxState.Waiting && mail.NextAttemptAt <= now)
                .OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.CreatedAt).Take(Batch).ToListAsync(cancellationToken);
            foreach (var mail in due)
            {
                if (cancellationToken.IsCancellationRequested) return sent;
                var (went, serverDown) = await SendAsync(mail, cancellationToken);
                if (went) sent++;
                // The others keep their attempts for when the server works again.
                if (serverDown) return sent;
            }
            if (due.Count < Batch) break;
        }
        return sent;
    }

    private async Task<(bool Sent, bool ServerDown)> SendAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        if (mail.Mailing && await Unsubscribing.IsSuppressedAsync(db, mail.Recipient, mail.CallId, cancellationToken))
        {
            await ChangeAsync(mail.Id, mail.AttemptId, row => row.Suppress(), least: OutboxState.Waiting);
            return (false, false);
        }
        var (ready, fault) = await PrepareAsync(mail, cancellationToken);
        if (await ClaimAsync(mail) is not { } attempt) return (false, false);
        try
        {
            if (fault is not null) throw fault;
            // Once begun, a mail is finished, also while the server shuts down: its own time-out ends it.
            await transport.SendAsync(ready!, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // What no transport foresaw may have happened at any moment: unsure is then the truth.
            var known = failed as MailFaultException ?? new MailFaultException(MailFault.Unsure, failed.Message, inner: failed);
            await FailAsync(mail, attempt, known);
            return (false, known.ServerDown);
        }
        await ChangeAsync(mail.Id, attempt, row => row.MarkSent(Now), MailAttemptResult.Accepted);
        return (true, false);
    }

    // Documents take long: they are made before the mail is claimed, so that a crash meanwhile leaves it waiting.
    private async Task<(OutgoingMail? Ready, MailFaultException? Fault)> PrepareAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = mail.ReceiptOf is { } application ? await receipts.RenderAsync(application, mail.Language, cancellationToken) : null;
            return (new(mail.Id, mail.Recipient, mail.Subject, mail.Body, receipt?.Pdf, receipt?.Name)
            {
                Language = mail.Language,
                Files = mail.FilesOf is { } owner ? await files.LoadAsync(owner, cancellationToken) : [],
                Unsubscribe = mail.Mailing ? unsubscribing.LinkFor(new(mail.Recipient, mail.CallId)) : null,
            }, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (null, fault as MailFaultException ?? new MailFaultException(MailFault.Temporary, $"Der Anhang konnte nicht erstellt werden. {fault.Message}", inner: fault));
        }
    }

    /// <summary>The attempt under which this node holds the mail; null when somebody else was quicker.</summary>
    private async Task<Guid?> ClaimAsync(OutboxMessage mail)
    {
        var attempt = Guid.CreateVersion7();
        return await ChangeAsync(mail.Id, mail.AttemptId, row => db.MailAttempts.Add(row.Claim(attempt, Now)), least: OutboxState.Waiting) ? attempt : null;
    }

    private async Task FailAsync(OutboxMessage mail, Guid attempt, MailFaultException fault)
    {
        var error = MailText.OneLine(fault.Message);
        log.LogWarning("Mail {Mail} did not go out (attempt {Attempt}, {Fault}): {Error}", mail.Id, mail.Attempts + 1, fault.Fault, error);
        _ = fault.Fault switch
        {
            MailFault.Temporary => await ChangeAsync(mail.Id, attempt, row => row.MarkRefused(Now, error), MailAttemptResult.Refused, error),
            MailFault.Permanent => await ChangeAsync(mail.Id, attempt, row => row.GiveUp(error), MailAttemptResult.GivenUp, error),
            _ => await ChangeAsync(mail.Id, attempt, row => row.MarkUnsure(error), MailAttemptResult.Unsure, error),
        };
    }

    /// <summary>One change in a transaction of its own; false when the mail is no longer as this node knew it. The row version is its state with its attempt.</summary>
    private async Task<bool> ChangeAsync(Guid id, Guid? attempt, Action<OutboxMessage> change, MailAttemptResult result = MailAttemptResult.Open, string? error = null, OutboxState? least = null)
    {
        var outcome = await db.WriteAsync(WriteContext.System(Now, "Versand"), AuditAction.MailSent, async () =>
        {
            var row = await db.Outbox.SingleOrDefaultAsync(each => each.Id == id && each.AttemptId == attempt && (least == null || each.State == least));
            if (result != MailAttemptResult.Open && (row is not null || least is null)) (await db.MailAttempts.SingleAsync(each => each.Id == attempt)).End(result, Now, error);
            if (row is not null) change(row);
            return (Outcome<bool>)(row is not null);
        }, cancellationToken: CancellationToken.None);
        db.ChangeTracker.Clear();
        return !outcome.Refused(out _) && outcome.Fact;
    }

    /// <summary>What was claimed longer ago than any attempt lasts was held by a process that is gone.</summary>
    private async Task FindUnsureAsync(CancellationToken cancellationToken)
    {
        var limit = Now.AddSeconds(-options.UnsureAfterSeconds);
        var left = await db.Outbox.AsNoTracking().Where(mail => mail.State == OutboxState.Sending && mail.ClaimedAt < limit).Select(mail => new { mail.Id, mail.AttemptId }).ToListAsync(cancellationToken);
        const string error = "Der Versand wurde unterbrochen. Der Mailserver hat die Mail vielleicht angenommen.";
        foreach (var mail in left)
            await ChangeAsync(mail.Id, mail.AttemptId, row => row.MarkUnsure(error), MailAttemptResult.Unsure, error, OutboxState.Sending);
        if (left.Count > 0) log.LogWarning("{Count} mails are unsure after an interruption", left.Count);
    }
}
