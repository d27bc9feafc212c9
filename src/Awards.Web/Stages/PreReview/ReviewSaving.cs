using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>The one way in which a review is written, from a page, a restored version or a workbook.</summary>
public static class ReviewSaving
{
    /// <summary>
    /// Saves a review of the person who writes, hands it in on that occasion, and keeps a version where one is due. Scored with the weights that hold
    /// when it is saved: who changes them holds the same lock.
    /// </summary>
    /// <param name="content">What to save, from the definition that holds and the stored review.</param>
    public static Task<Outcome<Domain.PreReview.Review>> SaveAsync(AwardsDbContext db, CallCache calls, Guid callId, Guid reviewId, AuditAction action, VersionOccasion occasion,
        Func<CallDefinition, Domain.PreReview.Review, Outcome<ReviewContent>> content, int seenVersion, WriteContext write, CancellationToken cancellationToken) =>
        db.WriteAsync(write, action, () => SaveInsideAsync(db, calls, callId, reviewId, occasion, content, seenVersion, write, cancellationToken), lockOn: callId, cancellationToken);

    /// <summary>The same, inside a write that holds the lock of the call.</summary>
    public static async Task<Outcome<Domain.PreReview.Review>> SaveInsideAsync(AwardsDbContext db, CallCache calls, Guid callId, Guid reviewId, VersionOccasion occasion,
        Func<CallDefinition, Domain.PreReview.Review, Outcome<ReviewContent>> content, int seenVersion, WriteContext write, CancellationToken cancellationToken)
    {
        var call = (await calls.GetAsync(db, callId, cancellationToken)).Definition;
        if (await db.Reviews.Include(each => each.Sheets).SingleOrDefaultAsync(each => each.Id == reviewId && each.CallId == callId, cancellationToken) is not { } review) return PreReviewWrites.Out;
        if (review.State == ReviewState.Open && await db.Conflicts.AnyAsync(conflict => conflict.PersonId == write.Who && conflict.EntryId == review.EntryId, cancellationToken))
            return ConflictOfInterest.BarsReview;
        var read = content(call, review);
        if (read.Refused(out var refusal)) return refusal;
        var saved = review.Save(call, read.Fact, seenVersion, write);
        if (!saved.Refused(out _) && occasion == VersionOccasion.HandedIn) saved = review.HandIn(call, seenVersion, write);
        if (!saved.Refused(out _) && db.ChangeTracker.HasChanges()) await KeepAsync(db, review, occasion, write, cancellationToken);
        return saved;
    }

    /// <summary>Opens a handed-in review of an entry again; what it held is kept for its author. Inside a write.</summary>
    public static async Task<Outcome<ReviewReopening>> ReopenAsync(AwardsDbContext db, Guid entryId, Guid reviewId, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.Reviews.Include(each => each.Sheets).SingleOrDefaultAsync(each => each.Id == reviewId && each.EntryId == entryId, cancellationToken) is not { } review) return PreReviewWrites.Out;
        var reopened = review.Reopen(await db.ConsensusResults.AnyAsync(result => result.EntryId == entryId, cancellationToken), write);
        if (reopened.Refused(out _)) return reopened;
        db.ReviewReopenings.Add(reopened.Fact);
        foreach (var session in await Consensus.SessionReading.OpenWithAsync(db, entryId, cancellationToken)) session.Leave(entryId, write);
        await KeepAsync(db, review, VersionOccasion.Reopened, write, cancellationToken);
        return reopened;
    }

    private static async Task KeepAsync(AwardsDbContext db, Domain.PreReview.Review review, VersionOccasion occasion, WriteContext write, CancellationToken cancellationToken)
    {
        var newest = db.ReviewVersions.Where(version => version.ReviewId == review.Id).OrderByDescending(version => version.At).ThenByDescending(version => version.Id);
        if (ReviewVersion.Due(review, occasion, await newest.FirstOrDefaultAsync(cancellationToken), write) is not { } version) return;
        db.ReviewVersions.RemoveRange(await newest.Skip(ReviewVersion.Kept - 1).ToListAsync(cancellationToken));
        db.ReviewVersions.Add(version);
    }
}
