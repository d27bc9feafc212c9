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

    /// <summary>Opens the reviews that entries lack; gives their number. Entries that have a pair count for the loads and stay as they are.</summary>
    public static async Task<Outcome<int>> AssignAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        var entries = await db.Entries.Where(entry => entry.CallId == call.Id).OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Id, entry.Number, entry.ApplicantName }).ToListAsync(cancellationToken);
        if (entries.Count == 0) return new Refusal("pairs.no_entries", "Es gibt noch keine zugelassenen Beiträge.");
        var reviews = await db.Reviews.Where(review => review.CallId == call.Id)
            .Select(review => new { review.EntryId, review.ReviewerId, review.State }).ToListAsync(cancellationToken);
        var conflicts = (await db.Conflicts.Where(conflict => db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call.Id))
            .Select(conflict => new { conflict.PersonId, conflict.EntryId }).ToListAsync(cancellationToken)).Select(conflict => (conflict.PersonId, conflict.EntryId)).ToHashSet();
        // Who was replaced once does not get the same entry again.
        conflicts.UnionWith(reviews.Where(review => review.State == ReviewState.Replaced).Select(review => (review.ReviewerId, review.EntryId)));
        // Nobody reviews an entry on whose side they stand.
        conflicts.UnionWith(await Grants.ApplicantsAsync(db, call.Id, cancellationToken));
        var reviewers = (await LoadsAsync(db, call.Id, cancellationToken)).Where(person => person.IsReviewer).Select(person => person.Id).ToList();

        var pairs = reviews.Where(review => review.State != ReviewState.Replaced).ToLookup(review => review.EntryId, review => review.ReviewerId);
        var needs = entries.ConvertAll(entry => new PairNeed(entry.Id, $"{call.Definition.EntryNumber(entry.Number)} ({entry.ApplicantName})", [.. pairs[entry.Id]]));
        var plan = PairPlanner.Plan(needs, reviewers, conflicts);
        if (plan.Refused(out var refusal)) return refusal;

        var lacking = plan.Fact.Assignments.Select(pair => pair.Entry).Distinct().ToList();
        var loaded = await db.Entries.AsNoTracking().Include(entry => entry.Projects).Where(entry => lacking.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        db.Reviews.AddRange(plan.Fact.Assignments.Select(pair => Domain.PreReview.Review.Open(call.Definition, loaded[pair.Entry], pair.Reviewer)));
        return plan.Fact.Assignments.Count;
    }
}
