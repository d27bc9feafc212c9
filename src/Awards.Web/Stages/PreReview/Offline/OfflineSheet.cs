using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview.Review;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview.Offline;

/// <summary>An own open review as it goes into the workbook and comes back.</summary>
/// <param name="Stored">The review with its sheets, not tracked.</param>
public sealed record OfflineSheet(Domain.PreReview.Review Stored, int Number, string Name, string Title, IReadOnlyList<ProjectLine> Projects)
{
    /// <summary>What is stored, by field.</summary>
    public SheetForm Form => SheetForm.Of(ReviewContent.Of(Stored), Projects);

    /// <summary>What is asked for: of the entry, of each single project, vote and reasons.</summary>
    public IReadOnlyList<OfflineLine> Lines(CallDefinition call)
    {
        var lines = new List<OfflineLine>();
        foreach (var project in Projects.Where(_ => call.ProjectSheet is not null).Prepend(null))
        {
            var sheet = call.SheetOf(project?.Id);
            foreach (var item in sheet.Items)
            {
                lines.Add(new(SheetForm.Prefix(project) + item.Criterion, OfflineKind.Rating, project, sheet, item));
                if (item.Comment != CommentRule.None) lines.Add(new(SheetForm.Comment(project, item.Criterion), OfflineKind.Comment, project, sheet, item));
            }
            lines.Add(new(SheetForm.Comment(project), OfflineKind.Remarks, project, sheet, null));
        }
        lines.Add(new(SheetForm.VoteField, OfflineKind.Vote, null, call.EntrySheet, null));
        lines.Add(new(SheetForm.ReasonsField, OfflineKind.Reasons, null, call.EntrySheet, null));
        return lines;
    }

    /// <summary>The open reviews of a person in a call, those left out that wait because of a conflict; three queries, however many.</summary>
    public static async Task<IReadOnlyList<OfflineSheet>> LoadAsync(AwardsDbContext db, Guid callId, Guid reviewer, CancellationToken cancellationToken)
    {
        var reviews = await db.Reviews.AsNoTracking().Include(review => review.Sheets)
            .Where(review => review.CallId == callId && review.ReviewerId == reviewer && review.State == ReviewState.Open
                && !db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == reviewer)).ToListAsync(cancellationToken);
        var ids = reviews.ConvertAll(review => review.EntryId);
        var entries = await db.Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => new { entry.Id, entry.Number, entry.ApplicantName, entry.Title }).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var projects = (await db.Entries.Where(entry => ids.Contains(entry.Id)).SelectMany(entry => entry.Projects, (entry, project) => new { entry.Id, Project = new ProjectLine(project.Id, project.Position, project.Title, project.Description, project.Fields) })
            .ToListAsync(cancellationToken)).ToLookup(each => each.Id, each => each.Project);
        return [.. reviews.Select(review => new OfflineSheet(review, entries[review.EntryId].Number, entries[review.EntryId].ApplicantName, entries[review.EntryId].Title,
            [.. projects[review.EntryId].OrderBy(project => project.Position)])).OrderBy(sheet => sheet.Number)];
    }
}

/// <summary>What a line of the workbook asks for.</summary>
public enum OfflineKind { Rating, Comment, Remarks, Vote, Reasons }

/// <summary>A line of the workbook.</summary>
/// <param name="Key">Name of the field, as on the page.</param>
/// <param name="Project">Null for the entry as a whole.</param>
/// <param name="Item">The criterion; null where the line belongs to none.</param>
public sealed record OfflineLine(string Key, OfflineKind Kind, ProjectLine? Project, SheetDefinition Sheet, SheetItem? Item);
