using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>What became of giving reports away.</summary>
/// <param name="Refused">Numbers of the entries that could not be given, each with its reason.</param>
public sealed record ReportsGiven(int Given, IReadOnlyList<(int Number, Refusal Refusal)> Refused);

/// <summary>Carries out what is done with reports, each in one transaction with its mails.</summary>
public sealed class ReportDesk(AwardsDbContext db, MailTemplates mails, PublicAddress address, RequestContext request)
{
    /// <summary>A proposal that was withdrawn keeps its report, and nobody works on it.</summary>
    private static Refusal Rests { get; } = new("report.rests", "Dieser Beitrag ist nicht mehr vorgeschlagen. Das Kurzgutachten bleibt, wie es ist.");

    /// <summary>One step of a report of the call; null where there is none. Nobody acts on an entry that they have a conflict with.</summary>
    /// <param name="why">The reason that the person gave; a mail tells it to the writer where the report goes back.</param>
    public async Task<Outcome<ShortReport>?> ActAsync(Guid id, AuditAction action, Func<ShortReport, ReportActor, WriteContext, Outcome<ShortReport>> act, string? why, CancellationToken cancellationToken)
    {
        var (actor, write) = (request.Actor(), request.Write(why));
        if (!await db.ShortReports.AnyAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken)) return null;
        return await db.WriteAsync(write, action, async () =>
        {
            var report = await db.ShortReports.Include(each => each.Versions).SingleAsync(each => each.Id == id, cancellationToken);
            if (await db.Conflicts.AnyAsync(conflict => conflict.EntryId == report.EntryId && conflict.PersonId == actor.Person, cancellationToken)) return ConflictOfInterest.BarsReview;
            if (!report.IsAbout(await db.ConsensusResults.AsNoTracking().FirstOrDefaultAsync(result => result.EntryId == report.EntryId, cancellationToken))) return Rests;
            var outcome = act(report, actor, write);
            if (!outcome.Refused(out _) && action is AuditAction.ReportReturned or AuditAction.ReportReopened && report.WriterId != actor.Person) await TellReturnedAsync(report, write.When, cancellationToken);
            return outcome;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Gives the reports on some entries to a person, or in even shares to their pairs; who has one already then keeps it. One mail to each writer.</summary>
    /// <param name="writer">Null = even shares.</param>
    public async Task<ReportsGiven> AssignAsync(IReadOnlyCollection<Guid> entries, Guid? writer, CancellationToken cancellationToken)
    {
        var (call, actor, write) = (request.Call, request.Actor(), request.Write());
        return (await db.WriteAsync(write, AuditAction.ReportsAssigned, async () =>
        {
            var proposals = await db.ConsensusResults.AsNoTracking().Where(result => result.CallId == call.Id && result.Outcome != ConsensusOutcome.DoNotPropose && entries.Contains(result.EntryId)).ToListAsync(cancellationToken);
            var known = await db.ShortReports.Where(report => report.CallId == call.Id).ToListAsync(cancellationToken);
            var pairs = await ReportQueries.PairsAsync(db, call.Id, cancellationToken);
            var leads = await LeadsAsync(call.Id, cancellationToken);
            var numbers = await db.Entries.Where(entry => entries.Contains(entry.Id)).Select(entry => new { entry.Id, entry.Number, entry.ApplicantName }).ToDictionaryAsync(entry => entry.Id, cancellationToken);
            var reports = proposals.OrderBy(proposal => numbers[proposal.EntryId].Number)
                .Select(proposal => known.Find(report => report.IsAbout(proposal)) ?? db.ShortReports.Add(ShortReport.Begin(proposal, write).Fact).Entity)
                .Where(report => writer is not null || report.WriterId is null).ToList();
            var loads = known.Where(report => report.WriterId is not null).CountBy(report => report.WriterId!.Value).ToDictionary();
            var shares = writer is null ? ReportShares.Distribute([.. reports.Select(report => (IReadOnlyList<Guid>)[.. pairs[report.EntryId]])], loads) : null;
            var given = new List<ShortReport>();
            var refused = new List<(int, Refusal)>();
            for (var at = 0; at < reports.Count; at++)
            {
                var (report, before) = (reports[at], reports[at].WriterId);
                var outcome = report.Assign(writer ?? shares![at] ?? Guid.Empty, [.. pairs[report.EntryId], .. leads.Where(lead => !lead.Conflicts.Contains(report.EntryId)).Select(lead => lead.Id)], actor, write);
                if (outcome.Refused(out var refusal)) refused.Add((numbers[report.EntryId].Number, refusal));
                else if (report.WriterId != before) given.Add(report);
            }
            foreach (var own in given.Where(report => report.WriterId != actor.Person).GroupBy(report => report.WriterId!.Value))
                await TellAssignedAsync(own.Key, [.. own.Select(report => $"{call.Definition.EntryNumber(numbers[report.EntryId].Number)} {numbers[report.EntryId].ApplicantName}")], own.First().Id, write.When, cancellationToken);
            return (Outcome<ReportsGiven>)new ReportsGiven(given.Count, refused);
        }, lockOn: call.Id, cancellationToken)).Fact;
    }

    private async Task<List<(Guid Id, List<Guid> Conflicts)>> LeadsAsync(Guid callId, CancellationToken cancellationToken) =>
        (await db.RoleAssignments.Where(role => role.CallId == callId && role.Role == CallRole.Lead)
            .Select(role => new { role.PersonId, Conflicts = db.Conflicts.Where(conflict => conflict.PersonId == role.PersonId).Select(conflict => conflict.EntryId).ToList() }).ToListAsync(cancellationToken))
        .ConvertAll(lead => (lead.PersonId, lead.Conflicts));

    private async Task TellAssignedAsync(Guid writer, IReadOnlyList<string> lines, Guid reportId, DateTime now, CancellationToken cancellationToken)
    {
        if (await MailOfAsync(writer, cancellationToken) is not { } mail) return;
        db.Outbox.Add(await mails.WriteAsync(ReportMails.Assigned, request.Call, reportId, mail, "de", ReportMails.Values(request.Call, string.Join('\n', lines), address, "de"), now, null, cancellationToken));
    }

    private async Task TellReturnedAsync(ShortReport report, DateTime now, CancellationToken cancellationToken)
    {
        if (report.WriterId is not { } writer || await MailOfAsync(writer, cancellationToken) is not { } mail) return;
        var entry = await db.Entries.Where(each => each.Id == report.EntryId).Select(each => new { each.Number, each.ApplicantName }).SingleAsync(cancellationToken);
        db.Outbox.Add(await mails.WriteAsync(ReportMails.Returned, request.Call, report.Id, mail, "de",
            ReportMails.Values(request.Call, $"{request.Call.Definition.EntryNumber(entry.Number)} {entry.ApplicantName}", address, "de", report.ReturnReason), now, null, cancellationToken));
    }

    private Task<string?> MailOfAsync(Guid person, CancellationToken cancellationToken) => db.Users.Where(each => each.Id == person).Select(each => each.Email).FirstOrDefaultAsync(cancellationToken);
}
