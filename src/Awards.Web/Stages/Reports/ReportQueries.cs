using Awards.Domain.Accounts;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>A proposal with its report, or a report whose proposal was withdrawn.</summary>
/// <param name="ReportId">Null while nobody was given it.</param>
/// <param name="WriterId">Null also for readers who may not know who reviews.</param>
/// <param name="ProjectTitle">Of the single project that is proposed; null for the whole entry.</param>
public sealed record ReportLine(Guid? ReportId, Guid EntryId, int Number, string Name, string Title, string? ProjectTitle, string GroupCode, ReportState? State,
    bool HasWriter, Guid? WriterId, string? Writer, DateTime? Since, bool Withdrawn);

/// <summary>A report on somebody's desk.</summary>
public sealed record ReportTask(Guid Id, Guid CallId, int Number, string Name, string Title, ReportState State, bool Returned);

/// <summary>Reports of a call that wait in the office.</summary>
/// <param name="ToCheck">Presented.</param>
/// <param name="ToFinish">Checked, not yet final.</param>
public sealed record ReportsWaiting(int ToCheck, int ToFinish);

/// <summary>Lists of reports. They read no texts.</summary>
public static class ReportQueries
{
    /// <summary>All proposals of a call with their reports, then the reports that rest, by number: three queries, however many.</summary>
    /// <param name="withWriters">Who writes is who reviews: only the lead may know.</param>
    public static async Task<IReadOnlyList<ReportLine>> LinesAsync(AwardsDbContext db, Guid callId, bool withWriters, CancellationToken cancellationToken)
    {
        var proposals = (await db.ConsensusResults.Where(result => result.CallId == callId && result.Outcome != ConsensusOutcome.DoNotPropose)
            .Select(result => new { result.EntryId, result.ProjectId, result.GroupCode }).ToListAsync(cancellationToken)).ToDictionary(each => each.EntryId);
        var reports = (await (from report in db.ShortReports
                              where report.CallId == callId
                              join person in db.Users on report.WriterId equals person.Id into writers
                              from writer in writers.DefaultIfEmpty()
                              select new { report.Id, report.EntryId, report.ProjectId, report.State, report.WriterId, Writer = writer == null ? null : writer.DisplayName, report.StateSince }).ToListAsync(cancellationToken))
            .ToLookup(report => report.EntryId);
        var entries = await db.Entries.Where(entry => entry.CallId == callId
                && (db.ConsensusResults.Any(result => result.EntryId == entry.Id && result.Outcome != ConsensusOutcome.DoNotPropose) || db.ShortReports.Any(report => report.EntryId == entry.Id)))
            .OrderBy(entry => entry.Number).Select(entry => new { entry.Id, entry.Number, entry.ApplicantName, entry.Title, entry.GroupCode, Projects = entry.Projects.Select(project => new { project.Id, project.Title }).ToList() })
            .ToListAsync(cancellationToken);
        var lines = new List<ReportLine>();
        foreach (var entry in entries)
        {
            var proposal = proposals.GetValueOrDefault(entry.Id);
            string? ProjectTitle(Guid? id) => id is null ? null : entry.Projects.Find(project => project.Id == id)?.Title;
            if (proposal is not null && reports[entry.Id].All(report => report.ProjectId != proposal.ProjectId))
                lines.Add(new(null, entry.Id, entry.Number, entry.ApplicantName, entry.Title, ProjectTitle(proposal.ProjectId), proposal.GroupCode ?? entry.GroupCode, null, false, null, null, null, false));
            foreach (var report in reports[entry.Id])
            {
                var about = proposal is not null && proposal.ProjectId == report.ProjectId;
                lines.Add(new(report.Id, entry.Id, entry.Number, entry.ApplicantName, entry.Title, ProjectTitle(report.ProjectId), about ? proposal!.GroupCode ?? entry.GroupCode : entry.GroupCode, report.State,
                    report.WriterId is not null, withWriters ? report.WriterId : null, withWriters ? report.Writer : null, report.StateSince, !about));
            }
        }
        return [.. lines.OrderBy(line => line.Withdrawn).ThenBy(line => line.Number)];
    }

    /// <summary>What a person has to write in some calls: drafts, and what is being checked. Reports that rest, and entries with a conflict, are not among them.</summary>
    public static async Task<IReadOnlyList<ReportTask>> TasksAsync(AwardsDbContext db, Guid writer, IReadOnlyCollection<Guid> calls, CancellationToken cancellationToken) =>
        await (from report in Current(db)
               where report.WriterId == writer && calls.Contains(report.CallId) && !db.Conflicts.Any(conflict => conflict.EntryId == report.EntryId && conflict.PersonId == writer)
               join entry in db.Entries on report.EntryId equals entry.Id
               orderby entry.Number
               select new ReportTask(report.Id, report.CallId, entry.Number, entry.ApplicantName, entry.Title, report.State, report.ReturnReason != "")).ToListAsync(cancellationToken);

    /// <summary>What waits in the office of some calls, in one query; calls in which nothing waits are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ReportsWaiting>> WaitingAsync(AwardsDbContext db, IReadOnlyCollection<Guid> calls, CancellationToken cancellationToken) =>
        (await Current(db).Where(report => calls.Contains(report.CallId) && (report.State == ReportState.Presented || report.State == ReportState.Checked))
            .GroupBy(report => new { report.CallId, report.State }).Select(group => new { group.Key.CallId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken))
        .GroupBy(each => each.CallId).ToDictionary(each => each.Key, each => new ReportsWaiting(each.Where(row => row.State == ReportState.Presented).Sum(row => row.Count), each.Where(row => row.State == ReportState.Checked).Sum(row => row.Count)));

    /// <summary>Reports on what is proposed now.</summary>
    public static IQueryable<ShortReport> Current(AwardsDbContext db) => db.ShortReports.Where(report =>
        db.ConsensusResults.Any(result => result.EntryId == report.EntryId && result.Outcome != ConsensusOutcome.DoNotPropose
            && (result.ProjectId == report.ProjectId || (result.ProjectId == null && report.ProjectId == null))));

    /// <summary>Who may write about each entry of a call: those of its pair who handed in and have no conflict.</summary>
    public static async Task<ILookup<Guid, Guid>> PairsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        (await db.Reviews.Where(review => review.CallId == callId && review.State == ReviewState.HandedIn
                && !db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId))
            .Select(review => new { review.EntryId, review.ReviewerId }).ToListAsync(cancellationToken))
        .OrderBy(review => review.ReviewerId).ToLookup(review => review.EntryId, review => review.ReviewerId);

    /// <summary>Reviewers and leads of a call with the number of reports that they write now.</summary>
    public static Task<List<WriterLoad>> WritersAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.Users.Where(person => db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == callId && (role.Role == CallRole.Reviewer || role.Role == CallRole.Lead)))
            .OrderBy(person => person.DisplayName).ThenBy(person => person.Id)
            .Select(person => new WriterLoad(person.Id, person.DisplayName,
                db.ShortReports.Count(report => report.CallId == callId && report.WriterId == person.Id),
                db.ShortReports.Count(report => report.CallId == callId && report.WriterId == person.Id && report.State == ReportState.Draft),
                db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == callId && role.Role == CallRole.Lead))).ToListAsync(cancellationToken);
}

/// <summary>Somebody who can write reports.</summary>
/// <param name="All">Reports that they were given.</param>
/// <param name="Open">Those they still work on.</param>
public sealed record WriterLoad(Guid Id, string Name, int All, int Open, bool IsLead);
