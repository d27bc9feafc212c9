using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>A sheet on a reviewer's desk.</summary>
/// <param name="Rated">Criteria rated so far, single projects included.</param>
/// <param name="Projects">Sheets of single projects.</param>
/// <param name="Sheets">What open sheets hold.</param>
public sealed record DeskSheet(Guid Id, Guid CallId, int Number, string Name, string Title, ReviewState State, DateTime? HandedInAt, bool Conflict, int Rated, int Projects, bool HasVote,
    IReadOnlyList<(Guid? ProjectId, SheetContent Content)> Sheets);

/// <summary>What lies on a reviewer's desk.</summary>
public static class ReviewerWork
{
    /// <summary>The reviewer's own sheets in some calls, in two queries. Replaced ones are gone.</summary>
    public static async Task<List<DeskSheet>> DeskAsync(AwardsDbContext db, Guid reviewer, IReadOnlyList<Guid> calls, CancellationToken cancellationToken)
    {
        var ratings = (await (from review in db.Reviews
                              where review.ReviewerId == reviewer && review.State == ReviewState.Open && calls.Contains(review.CallId)
                              from sheet in review.Sheets
                              select new { review.Id, sheet.ProjectId, sheet.Ratings, sheet.CriterionComments }).ToListAsync(cancellationToken)).ToLookup(sheet => sheet.Id);
        return (await (from review in db.Reviews
                       where review.ReviewerId == reviewer && review.State != ReviewState.Replaced && calls.Contains(review.CallId)
                       join entry in db.Entries on review.EntryId equals entry.Id
                       orderby entry.Number
                       select new
                       {
                           review.Id,
                           review.CallId,
                           entry.Number,
                           entry.ApplicantName,
                           entry.Title,
                           review.State,
                           review.HandedInAt,
                           review.Vote,
                           Conflict = db.Conflicts.Any(conflict => conflict.EntryId == entry.Id && conflict.PersonId == reviewer),
                       }).ToListAsync(cancellationToken))
            .ConvertAll(row => new DeskSheet(row.Id, row.CallId, row.Number, row.ApplicantName, row.Title, row.State, row.HandedInAt, row.Conflict,
                ratings[row.Id].Sum(sheet => sheet.Ratings.Count), ratings[row.Id].Count(sheet => sheet.ProjectId is not null), row.Vote is not null,
                [.. ratings[row.Id].Select(sheet => (sheet.ProjectId, new SheetContent(sheet.Ratings) { Comments = sheet.CriterionComments }))]));
    }
}
