using System.Text.RegularExpressions;
using Awards.Domain.Calls;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Outreach;

/// <summary>What was found in an uploaded report.</summary>
public enum ReportFinding { Hard, Soft, Known, Delivered, Stranger, NoReport, TooLarge }

/// <summary>One recipient of an uploaded report, or the file as a whole.</summary>
public sealed record ReportLine(string FileName, ReportFinding Finding, string Address = "", string Status = "", string Diagnostic = "");

/// <summary>Notes mail that came back: what the mail server refused by itself, and reports that the office uploads.</summary>
public sealed partial class BounceDesk(AwardsDbContext db)
{
    private const int Batch = 200;

    /// <summary>Notes mails of waves that the server refused for good; gives their number.</summary>
    public async Task<int> NoteRefusedAsync(DateTime now, CancellationToken cancellationToken)
    {
        var refused = await db.WaveMails.AsNoTracking().Where(mail => mail.MailId != null && !db.Bounces.Any(bounce => bounce.MailId == mail.MailId))
            .Join(db.Outbox.Where(mail => mail.State == OutboxState.Failed && EF.Functions.Like(mail.LastError!, "5__:%")), mail => mail.MailId, mail => (Guid?)mail.Id, (mail, sent) => new { mail.CallId, mail.AddressHash, sent.Id, sent.LastError })
            .OrderBy(each => each.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var each in refused)
        {
            var code = Enhanced().Match(each.LastError!) is { Success: true } match ? match.Value : each.LastError![..3];
            await db.WriteAsync(WriteContext.System(now, "Versand") with { CallId = each.CallId }, AuditAction.BouncesRecorded, async () =>
            {
                if (!await db.Bounces.AnyAsync(bounce => bounce.MailId == each.Id, cancellationToken))
                    db.Bounces.Add(Bounce.Note(each.CallId, each.AddressHash, each.Id, BounceSource.Server, code, MailText.OneLine(each.LastError), now));
                return (Outcome<bool>)true;
            }, lockOn: each.CallId, cancellationToken);
            db.ChangeTracker.Clear();
        }
        return refused.Count;
    }

    /// <summary>Takes a report that came back to the office. Taking it twice changes nothing.</summary>
    public async Task<IReadOnlyList<ReportLine>> TakeAsync(Call call, string fileName, byte[] content, WriteContext write, CancellationToken cancellationToken)
    {
        if (content.Length > DeliveryReport.MaxBytes) return [new(fileName, ReportFinding.TooLarge)];
        if (DeliveryReport.Read(content) is not { } report) return [new(fileName, ReportFinding.NoReport)];
        var lines = new List<ReportLine>();
        var outcome = await db.WriteAsync(write, AuditAction.BouncesRecorded, async () =>
        {
            foreach (var each in report.Recipients)
                lines.Add(new(fileName, await FindAsync(call, report.MailId, each, write.When, cancellationToken), TextRules.Excerpt(each.Address), each.Status, MailText.Cut(MailText.OneLine(each.Diagnostic), 200)));
            return (Outcome<bool>)true;
        }, lockOn: call.Id, cancellationToken);
        return outcome.Refused(out _) ? [new(fileName, ReportFinding.NoReport)] : lines;
    }

    private async Task<ReportFinding> FindAsync(Call call, Guid? mailId, DeliveryStatus status, DateTime now, CancellationToken cancellationToken)
    {
        if (!status.IsBounce) return ReportFinding.Delivered;
        // Our own Message-ID names the address that was written to, whoever it was forwarded to.
        var own = mailId is null ? null : await db.WaveMails.AsNoTracking().FirstOrDefaultAsync(mail => mail.MailId == mailId && mail.CallId == call.Id, cancellationToken);
        var hash = own?.AddressHash ?? AddressKey.Of(status.Address);
        if (own is null && !await db.Contacts.AnyAsync(contact => contact.CallId == call.Id && contact.AddressHash == hash, cancellationToken)
            && !await db.WaveMails.AnyAsync(mail => mail.CallId == call.Id && mail.AddressHash == hash, cancellationToken)) return ReportFinding.Stranger;
        var code = status.Status.Length == 0 ? status.Action == "failed" ? "5.0.0" : "4.0.0" : status.Status;
        // What is only late has not failed.
        if (status.Action == "delayed" && code.StartsWith('5')) code = "4" + code[1..];
        var (wave, reason) = (own?.MailId, MailText.OneLine(status.Diagnostic));
        if (await db.Bounces.AnyAsync(bounce => bounce.CallId == call.Id && bounce.AddressHash == hash && bounce.MailId == wave && bounce.Status == code && bounce.Source == BounceSource.Report, cancellationToken)
            || db.Bounces.Local.Any(bounce => bounce.AddressHash == hash && bounce.MailId == wave && bounce.Status == code)) return ReportFinding.Known;
        var bounce = Bounce.Note(call.Id, hash, wave, BounceSource.Report, code, reason, now);
        db.Bounces.Add(bounce);
        return bounce.Kind == BounceKind.Hard ? ReportFinding.Hard : ReportFinding.Soft;
    }

    [GeneratedRegex(@"\b5\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Enhanced();
}
