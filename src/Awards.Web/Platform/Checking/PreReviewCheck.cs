using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Checking;

/// <summary>What must always hold around the pairs: conflicts, statements and profiles of reviewers, finished sheets, short reports.</summary>
internal static class PreReviewCheck
{
    public static async Task RunAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        await ReviewsAsync(db, call, faults, cancellationToken);
        await ConflictsAsync(db, call, faults, cancellationToken);
        await ReviewersAsync(db, call, faults, cancellationToken);
        await ReportsAsync(db, call, faults, cancellationToken);
    }

    private static async Task ReviewsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var conflicted = await db.Reviews.Where(review => review.CallId == call.Id && review.HandedInAt != null
            && db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId && conflict.DeclaredAt < review.HandedInAt)).Select(review => review.Id).ToListAsync(cancellationToken);
        // An open one waits for somebody else; finished work stays when a conflict became known afterwards.
        faults.AddRange(conflicted.Select(id => $"{call.Slug}, Prüfbogen {id}: abgegeben, obwohl die Befangenheit schon vermerkt war."));
        foreach (var review in await db.Reviews.AsNoTracking().Include(review => review.Sheets).Where(review => review.CallId == call.Id && review.State == ReviewState.HandedIn).ToListAsync(cancellationToken))
            if (ReviewContent.Of(review).Missing(call.Definition).Any()) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: abgegeben, ohne dass alle Kriterien bewertet sind.");
    }

    private static async Task ConflictsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var dismissed = await db.Conflicts.IgnoreQueryFilters().AsNoTracking().Where(conflict => conflict.DismissedAt != null && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call.Id)).ToListAsync(cancellationToken);
        foreach (var conflict in dismissed)
        {
            if (string.IsNullOrEmpty(conflict.DismissedWhy)) faults.Add($"{call.Slug}, Befangenheit {conflict.Id}: aufgehoben ohne Begründung.");
            if (conflict.Source == ConflictSource.Reviewer && !conflict.IsTakenBack) faults.Add($"{call.Slug}, Befangenheit {conflict.Id}: selbst angezeigt, aber von jemand anderem aufgehoben.");
        }
    }

    private static async Task ReviewersAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var latest = await db.Entries.Where(entry => entry.CallId == call.Id).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0;
        var ahead = await db.ConflictStatements.Where(statement => statement.CallId == call.Id && statement.UpTo > latest).Select(statement => statement.PersonId).ToListAsync(cancellationToken);
        faults.AddRange(ahead.Select(person => $"{call.Slug}, Erklärung von {person}: gilt für Beiträge, die es nicht gibt."));
        var known = (call.Definition.PairingRules().Disciplines ?? []).Select(each => each.Code).ToHashSet();
        foreach (var profile in await db.ReviewerProfiles.AsNoTracking().Where(profile => profile.CallId == call.Id).ToListAsync(cancellationToken))
            faults.AddRange(profile.Disciplines.Where(code => !known.Contains(code)).Select(code => $"{call.Slug}, Angaben zu {profile.PersonId}: Die Fachrichtung {code} gibt es nicht."));
    }

    private static async Task ReportsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var foreign = await db.ShortReports.Where(report => report.CallId == call.Id && report.ProjectId != null
            && !db.Entries.Any(entry => entry.Id == report.EntryId && entry.Projects.Any(project => project.Id == report.ProjectId))).Select(report => report.Id).ToListAsync(cancellationToken);
        faults.AddRange(foreign.Select(id => $"{call.Slug}, Kurzgutachten {id}: zu einem Einzelprojekt eines anderen Beitrags."));
        var empty = await db.ShortReports.Where(report => report.CallId == call.Id && report.State != ReportState.Draft && (report.WriterId == null || report.Description == "" || report.Reasons == ""))
            .Select(report => report.Id).ToListAsync(cancellationToken);
        faults.AddRange(empty.Select(id => $"{call.Slug}, Kurzgutachten {id}: vorgelegt ohne Text oder ohne Verfasser."));
    }
}
