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
    Task<(string Name, byte[] Pdf)?> RenderAsync(Guid applicationId, CancellationToken cancellationToken);
}

/// <summary>Sends what waits in the outbox. Runs every few seconds, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(AwardsDbContext db, IMailTransport transport, IReceiptDocuments receipts, TimeProvider clock, ILogger<OutboxJob> log) : IJob
{
    private const int Batch = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await SendDueAsync(cancellationToken);

    /// <summary>Sends one batch; gives the number of mails that went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox.AsNoTracking().Where(mail => mail.State == OutboxState.Waiting && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.CreatedAt).Take(Batch).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var mail in due)
        {
            string? error = null;
            try
            {
                var receipt = mail.ReceiptOf is { } application ? await receipts.RenderAsync(application, cancellationToken) : null;
                await transport.SendAsync(new(mail.Id, mail.Recipient, mail.Subject, mail.Body, receipt?.Pdf, receipt?.Name), cancellationToken);
                sent++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                error = fault.Message;
                log.LogWarning("Mail {Mail} did not go out (attempt {Attempt}): {Error}", mail.Id, mail.Attempts + 1, error);
            }
            await db.WriteAsync(WriteContext.System(clock.GetUtcNow().UtcDateTime, "Versand"), AuditAction.MailSent, async () =>
            {
                var row = await db.Outbox.SingleAsync(each => each.Id == mail.Id, cancellationToken);
                if (error is null) row.MarkSent(clock.GetUtcNow().UtcDateTime);
                else row.MarkFailed(clock.GetUtcNow().UtcDateTime, error);
                return (Outcome<Guid>)row.Id;
            }, cancellationToken: CancellationToken.None);
        }
        return sent;
    }
}
