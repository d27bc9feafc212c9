using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>What a municipality reads of the reviews of its entry, where the call lets it.</summary>
/// <param name="Names">Who reviewed; empty where names are not shown.</param>
/// <param name="Reviews">Contents; null where they are not shown. Without names they bear numbers.</param>
public sealed record ReviewsForMunicipality(IReadOnlyList<string> Names, ReviewsShown? Reviews)
{
    /// <summary>
    /// Null while nothing is shown: by the settings of the call, while the seal holds, or before the joint session has settled the entry.
    /// Without a setting that shows something no query is made.
    /// </summary>
    /// <param name="numbered">Words for a review without a name, by its number from 1.</param>
    public static async Task<ReviewsForMunicipality?> LoadAsync(AwardsDbContext db, Call call, Guid applicationId, DateTime now, Func<int, string> numbered, CancellationToken cancellationToken)
    {
        var rule = ReviewVisibility.Of(call, ReviewAudience.Municipality, now);
        if (!rule.Names && !rule.Contents) return null;
        var entry = await db.Entries.Where(each => each.ApplicationId == applicationId).Select(each => (Guid?)each.Id).FirstOrDefaultAsync(cancellationToken);
        if (entry is not { } id || !await db.ConsensusResults.AnyAsync(result => result.EntryId == id, cancellationToken)) return null;
        var heads = (await ReviewReading.HeadsAsync(db, id, cancellationToken)).Where(head => head.State == ReviewState.HandedIn).ToList();
        if (!Seal.IsOpenToJury(settled: true, heads.Select(head => head.State))) return null;
        // By an id that tells nothing, so that the order of names is not to be guessed.
        if (!rule.Names) heads = [.. heads.OrderBy(head => head.Id).Select((head, at) => head with { Reviewer = numbered(at + 1) })];
        var shown = rule.Contents
            ? new ReviewsShown(call.Definition, await ReviewReading.ProjectsAsync(db, id, cancellationToken), await ReviewReading.ContentsAsync(db, id, heads, Guid.Empty, readerIsLead: true, cancellationToken)) : null;
        return new(rule.Names ? [.. heads.Select(head => head.Reviewer)] : [], shown);
    }
}
