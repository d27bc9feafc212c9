using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>A reviewer of a call with load and conflicts.</summary>
/// <param name="IsReviewer">False for somebody who lost the role but still has reviews.</param>
public sealed record ReviewerLoad(Guid Id, string Name, bool IsReviewer, int Open, int HandedIn, int Conflicts);

/// <summary>An entry whose open review lies with somebody who has a conflict.</summary>
public sealed record ConflictedReview(int Number, string Name, string Reviewer);

/// <summary>Who reviews, how much, and the assignment of pairs.</summary>
public static class Pairing
{
    /// <summary>Everybody who reviews in a call, by name, in one query.</summary>
    public static Task<List<ReviewerLoad>> LoadsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.Users.Where(person => db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == callId && role.Role == CallRole.Reviewer)
                || db.Reviews.Any(review => review.ReviewerId == person.Id && review.CallId == callId))
            .OrderBy(person => person.DisplayName).ThenBy(person => person.Id)
            .Select(person => new ReviewerLoad(person.Id, person.DisplayName,
                db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == callId && role.Role == CallRole.Reviewer),
                db.Reviews.Count(review => review.ReviewerId == person.Id && review.CallId == callId && review.State == ReviewState.Open),
                db.Reviews.Count(review => review.ReviewerId == person.Id && review.CallId == callId && review.State == ReviewState.HandedIn),
                db.Conflicts.Count(conflict => conflict.PersonId == person.Id && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == callId))))
            .ToListAsync(cancellationToken);

    /// <summary>Open reviews that must be given to somebody else.</summary>
    public static Task<List<ConflictedReview>> ConflictedAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        (from review in db.Reviews
         where review.CallId == callId && review.State == ReviewState.Open
            && db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId)
         join entry in db.Entries on review.EntryId equals entry.Id
         join person in db.Users on review.ReviewerId equals person.Id
         orderby entry.Number
         select new ConflictedReview(entry.Number, entry.ApplicantName, person.DisplayName)).ToListAsync(cancellationToken);
}
