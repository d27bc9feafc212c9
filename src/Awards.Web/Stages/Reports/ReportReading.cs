using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>A report before somebody who may open it.</summary>
/// <param name="Conflict">The reader has a conflict with the entry: nothing of it is shown.</param>
/// <param name="Reviews">Reviews of the entry as far as the seal lets this reader.</param>
/// <param name="Rests">It is about nothing that is proposed now.</param>
public sealed record ReportRead(ShortReport Report, EntryText Entry, IReadOnlyList<ProjectLine> Projects, IReadOnlyList<ReviewRead> Reviews, bool Rests, bool Conflict)
{
    /// <summary>The reader may see what it says. While its writer works on it, nobody but the lead does.</summary>
    public static bool MayRead(ShortReport report, ReportActor reader) =>
        report.WriterId == reader.Person || reader.IsLead || (reader.IsEditor && report.State != ReportState.Draft);

    public string? ProjectTitle => Projects.FirstOrDefault(project => project.Id == Report.ProjectId)?.Title;

    /// <summary>A report of a call that the reader may open; null for everybody else. Its versions are read only where asked for.</summary>
    public static async Task<ReportRead?> LoadAsync(AwardsDbContext db, Guid callId, Guid id, ReportActor reader, bool withVersions, CancellationToken cancellationToken)
    {
        var reports = db.ShortReports.AsNoTracking().Where(each => each.Id == id && each.CallId == callId);
        if (withVersions) reports = reports.Include(each => each.Versions);
        if (await reports.FirstOrDefaultAsync(cancellationToken) is not { } report || !MayRead(report, reader)) return null;
        var text = (await ReviewReading.TextAsync(db.Entries.Where(entry => entry.Id == report.EntryId), cancellationToken))!;
        var conflict = await db.Conflicts.AnyAsync(each => each.EntryId == report.EntryId && each.PersonId == reader.Person, cancellationToken);
        var rests = !report.IsAbout(await db.ConsensusResults.AsNoTracking().FirstOrDefaultAsync(result => result.EntryId == report.EntryId, cancellationToken));
        if (conflict) return new(report, text, [], [], rests, conflict);
        var projects = await ReviewReading.ProjectsAsync(db, report.EntryId, cancellationToken);
        var heads = await ReviewReading.HeadsAsync(db, report.EntryId, cancellationToken);
        return new(report, text, projects, await ReviewReading.ContentsAsync(db, report.EntryId, heads, reader.Person, reader.IsLead, cancellationToken), rests, conflict);
    }
}
