using Awards.Domain.Accounts;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>A reviewer of the call as seen from one entry.</summary>
/// <param name="Open">Open reviews in the call.</param>
/// <param name="Conflict">Conflict with this entry; null = none.</param>
public sealed record EntryPerson(Guid Id, string Name, int Open, ConflictKind? Conflict);

/// <summary>Who could review an entry.</summary>
public static class EntryPeople
{
    /// <summary>All reviewers of the call, those with the least open reviews first, in one query.</summary>
    /// <param name="withLoads">Counts open reviews; not needed where nothing is to be given away.</param>
    public static async Task<IReadOnlyList<EntryPerson>> LoadAsync(AwardsDbContext db, Guid callId, Guid entryId, bool withLoads, CancellationToken cancellationToken) =>
        [.. (await (from role in db.RoleAssignments
                    where role.CallId == callId && role.Role == CallRole.Reviewer
                    join person in db.Users on role.PersonId equals person.Id
                    join noted in db.Conflicts.Where(conflict => conflict.EntryId == entryId) on person.Id equals noted.PersonId into all
                    from conflict in all.DefaultIfEmpty()
                    select new EntryPerson(person.Id, person.DisplayName,
                        withLoads ? db.Reviews.Count(review => review.ReviewerId == person.Id && review.CallId == callId && review.State == ReviewState.Open) : 0,
                        conflict == null ? null : conflict.Kind)).ToListAsync(cancellationToken))
            .OrderBy(person => person.Open).ThenBy(person => person.Name, StringComparer.Ordinal)];
}
