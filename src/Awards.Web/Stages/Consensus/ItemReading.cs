using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.PreReview.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus;

/// <summary>An entry that a session speaks about: both reviews, points, history.</summary>
/// <param name="Reviews">Both of the pair; empty under seal.</param>
/// <param name="Pair">Points side by side; null under seal.</param>
public sealed record ItemShown(EntryText Text, IReadOnlyList<ProjectLine> Projects, IReadOnlyList<ReviewRead> Reviews, PairShown? Pair, ConsensusResult? Result, IReadOnlyList<ReopeningRead> Reopenings)
{
    /// <summary>Both reviews are handed in.</summary>
    public bool IsUnsealed => Reviews.Count > 0;
}

/// <summary>Reads the entry that a session speaks about.</summary>
public static class ItemReading
{
    /// <summary>What a session may see of an entry. Nothing of reviews under seal is loaded, whoever asks.</summary>
    public static async Task<ItemShown> LoadAsync(AwardsDbContext db, EntryLines lines, Call call, Guid entryId, bool hidesNames, IStringLocalizer<Text> texts, CancellationToken cancellationToken)
    {
        var text = (await ReviewReading.TextAsync(db.Entries.Where(entry => entry.Id == entryId && entry.CallId == call.Id), cancellationToken))!;
        var projects = await ReviewReading.ProjectsAsync(db, entryId, cancellationToken);
        var heads = (await ReviewReading.HeadsAsync(db, entryId, cancellationToken)).FindAll(head => head.State != ReviewState.Replaced);
        var unsealed = Seal.IsBroken(heads.Select(head => head.State));
        // Read as the lead, but as nobody's own: who is one of the pair sees no more here than the others do.
        var reviews = unsealed ? await ReviewReading.ContentsAsync(db, entryId, heads, Guid.Empty, readerIsLead: true, cancellationToken) : [];
        var reopenings = unsealed ? await ReviewReading.ReopeningsAsync(db, [.. heads.Select(head => head.Id)], cancellationToken) : [];
        var result = await db.ConsensusResults.AsNoTracking().Include(each => each.Earlier).FirstOrDefaultAsync(each => each.EntryId == entryId, cancellationToken);
        var pair = unsealed ? await PairAsync(db, lines, call, text, reviews, cancellationToken) : null;
        if (hidesNames) reviews = [.. reviews.OrderBy(review => review.Head.Id).Select((review, at) => review with { Head = review.Head with { Reviewer = texts["Votum {0}", at + 1] } })];
        return new(text, projects, reviews, pair, result, reopenings);
    }

    private static async Task<PairShown?> PairAsync(AwardsDbContext db, EntryLines lines, Call call, EntryText text, IReadOnlyList<ReviewRead> reviews, CancellationToken cancellationToken)
    {
        var scored = reviews.Select(review => new ScoredReview(review.Head.ReviewerId, review.Vote!.Value, review.Score, review.Sheets.First(sheet => sheet.ProjectId is null).Ratings));
        if (ScoredEntry.Of(text.Id, text.Number, text.Type, text.GroupCode, scored) is not { } entry) return null;
        var ranked = (await lines.OfAsync(db, call.Id, cancellationToken)).Where(line => line.GroupCode == text.GroupCode && line.Rank is not null).ToList();
        return new(call.Slug, call.Definition, entry, ranked.Find(line => line.Id == text.Id)?.Rank, ranked.Count);
    }
}
