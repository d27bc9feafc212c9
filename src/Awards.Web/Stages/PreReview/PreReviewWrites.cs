using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>Decisions on one entry, to be run inside a write.</summary>
public static class PreReviewWrites
{
    /// <summary>Version posted by a page that showed an entry on which nothing was settled.</summary>
    public const int NotSettled = -1;

    /// <summary>The entry was excluded a moment ago.</summary>
    public static Refusal Out { get; } = new("entry.excluded", "Dieser Beitrag ist inzwischen aus dem Wettbewerb ausgeschieden.");

    /// <summary>Settles an entry or settles it anew.</summary>
    public static async Task<Outcome<ConsensusResult>> SettleAsync(AwardsDbContext db, Call call, Guid entryId, ConsensusChoice choice, int seenVersion, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.Awards.AnyAsync(award => award.EntryId == entryId, cancellationToken)) return ConsensusResult.AlreadyAwarded;
        if (await db.Entries.AsNoTracking().Include(each => each.Projects).SingleOrDefaultAsync(each => each.Id == entryId, cancellationToken) is not { } entry) return Out;
        var existing = await db.ConsensusResults.Include(each => each.Earlier).SingleOrDefaultAsync(each => each.EntryId == entryId, cancellationToken);
        if (existing is not null) return existing.Change(call, entry, choice, seenVersion, write);
        if (seenVersion != NotSettled) return ApplicationRules.Stale;
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.EntryId == entryId).ToListAsync(cancellationToken);
        var settled = ConsensusResult.Settle(call, entry, reviews, choice, write);
        if (!settled.Refused(out _)) db.ConsensusResults.Add(settled.Fact);
        return settled;
    }

    /// <summary>Gives an open review of an entry to somebody else, who must be a reviewer of the call.</summary>
    public static async Task<Outcome<Domain.PreReview.Review>> ReplaceAsync(AwardsDbContext db, Call call, Guid entryId, Guid reviewId, Guid successor, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.Entries.AsNoTracking().Include(each => each.Projects).SingleOrDefaultAsync(each => each.Id == entryId, cancellationToken) is not { } entry) return Out;
        var reviews = await db.Reviews.Where(review => review.EntryId == entryId).ToListAsync(cancellationToken);
        var conflicted = await db.Conflicts.Where(conflict => conflict.EntryId == entryId).Select(conflict => conflict.PersonId).ToListAsync(cancellationToken);
        conflicted.AddRange(await Grants.Applicants(db, entry).ToListAsync(cancellationToken));
        var opened = Replacement.Carry(reviews.Single(review => review.Id == reviewId), successor, call.Definition, entry, reviews.Select(review => review.ReviewerId), conflicted, write);
        if (!opened.Refused(out _)) db.Reviews.Add(opened.Fact);
        return opened;
    }

    /// <summary>Notes a conflict between a person and entries; those that hold already stay as they are, dismissed ones hold again. Gives the number of new ones.</summary>
    public static async Task<Outcome<int>> DeclareAsync(AwardsDbContext db, Guid personId, IReadOnlyCollection<Guid> entries, ConflictKind kind, WriteContext write, CancellationToken cancellationToken)
    {
        var known = await db.Conflicts.IgnoreQueryFilters().Where(conflict => conflict.PersonId == personId && entries.Contains(conflict.EntryId)).ToDictionaryAsync(conflict => conflict.EntryId, cancellationToken);
        foreach (var conflict in known.Values.Where(conflict => !conflict.Holds).ToList()) conflict.Renew(kind, write);
        db.Conflicts.AddRange(entries.Where(entry => !known.ContainsKey(entry)).Distinct().Select(entry => ConflictOfInterest.Declare(entry, personId, kind, write)));
        return db.ChangeTracker.Entries<ConflictOfInterest>().Count(change => change.State is EntityState.Added or EntityState.Modified);
    }

    /// <summary>A reviewer says anew which entries they would like to review.</summary>
    public static async Task<Outcome<ReviewerProfile>> WishAsync(AwardsDbContext db, Call call, Guid personId, IReadOnlyList<EntryWish> wishes, CancellationToken cancellationToken)
    {
        var profile = await db.ReviewerProfiles.SingleOrDefaultAsync(each => each.CallId == call.Id && each.PersonId == personId, cancellationToken)
            ?? db.ReviewerProfiles.Add(ReviewerProfile.Begin(call.Id, personId)).Entity;
        return profile.Wish(wishes, call.Definition.PairingRules());
    }

    /// <summary>A reviewer has declared all conflicts among the entries that there are now.</summary>
    public static async Task<Outcome<ConflictStatement>> StateAsync(AwardsDbContext db, Guid callId, Guid personId, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.Entries.Where(entry => entry.CallId == callId).MaxAsync(entry => (int?)entry.Number, cancellationToken) is not { } latest)
            return new Refusal("conflicts.no_entries", "Es gibt noch keine Beiträge, zu denen Sie sich erklären könnten.");
        if (await db.ConflictStatements.SingleOrDefaultAsync(statement => statement.CallId == callId && statement.PersonId == personId, cancellationToken) is { } given) return given.Extend(latest, write.When);
        return db.ConflictStatements.Add(ConflictStatement.Give(callId, personId, latest, write.When)).Entity;
    }
}
