using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Jury;

/// <summary>Reads for the jury: only what the pre-review has settled.</summary>
public static class JuryQueries
{
    /// <summary>How far juries are: three queries, however many.</summary>
    public static async Task<IReadOnlyDictionary<Guid, JuryProgress>> ProgressAsync(AwardsDbContext db, IReadOnlyCollection<Guid> calls, CancellationToken cancellationToken)
    {
        var entries = await db.Entries.Where(each => calls.Contains(each.CallId)).GroupBy(each => each.CallId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, cancellationToken);
        var settled = await db.ConsensusResults.Where(each => calls.Contains(each.CallId)).GroupBy(each => each.CallId)
            .Select(group => new { group.Key, Count = group.Count(), Proposed = group.Sum(result => result.Outcome == ConsensusOutcome.DoNotPropose ? 0 : 1) }).ToDictionaryAsync(each => each.Key, cancellationToken);
        var awards = await db.Awards.Where(each => calls.Contains(each.CallId)).GroupBy(each => each.CallId)
            .Select(group => new { group.Key, Count = group.Count(), Cents = group.Sum(award => award.Cents) }).ToDictionaryAsync(each => each.Key, cancellationToken);
        return calls.ToDictionary(id => id, id => new JuryProgress(entries.GetValueOrDefault(id)?.Count ?? 0, settled.GetValueOrDefault(id)?.Count ?? 0,
            settled.GetValueOrDefault(id)?.Proposed ?? 0, awards.GetValueOrDefault(id)?.Count ?? 0, awards.GetValueOrDefault(id)?.Cents ?? 0));
    }

    /// <summary>Proposals and awards of a call: four queries, however many.</summary>
    /// <param name="withScores">Points and votes of the pair; false for a jury that does not read reviews now.</param>
    /// <param name="withProposals">False for readers whom reviews do not concern: they get the awards only.</param>
    public static async Task<JuryResult> ResultAsync(AwardsDbContext db, Call call, bool withProposals, bool withScores, CancellationToken cancellationToken)
    {
        var counts = await db.Calls.Where(each => each.Id == call.Id).Select(each => new
        {
            Entries = db.Entries.Count(entry => entry.CallId == call.Id),
            Settled = db.ConsensusResults.Count(result => result.CallId == call.Id),
        }).SingleAsync(cancellationToken);
        var proposals = withProposals ? await ProposalsAsync(db, call.Id, withScores, cancellationToken) : null;
        return new(call, counts.Entries, counts.Settled, proposals, await AwardsAsync(db, call.Id, cancellationToken));
    }

    /// <summary>The awards of a call, by number of the entry.</summary>
    public static async Task<IReadOnlyList<AwardLine>> AwardsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        await db.Awards.Where(award => award.CallId == callId)
            .Join(db.Entries, award => award.EntryId, entry => entry.Id, (award, entry) => new { award, entry })
            .OrderBy(row => row.entry.Number)
            .Select(row => new AwardLine(row.award.Id, row.entry.Id, row.entry.Number, row.entry.ApplicantName, row.entry.Title,
                row.entry.Projects.Where(project => project.Id == row.award.ProjectId).Select(project => project.Title).FirstOrDefault(),
                row.award.GroupCode, row.award.Cents, row.award.Reasons))
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<ProposalLine>> ProposalsAsync(AwardsDbContext db, Guid callId, bool withScores, CancellationToken cancellationToken)
    {
        var proposals = await db.ConsensusResults.Where(result => result.CallId == callId && result.Outcome != ConsensusOutcome.DoNotPropose)
            .Join(db.Entries, result => result.EntryId, entry => entry.Id, (result, entry) => new { result, entry })
            .Select(row => new ProposalLine(row.entry.Id, row.entry.Number, row.entry.ApplicantName, row.entry.Type, row.entry.State, row.entry.Title,
                row.entry.Projects.Where(project => project.Id == row.result.ProjectId).Select(project => project.Title).FirstOrDefault(),
                row.result.GroupCode!, row.result.Reasons))
            .ToListAsync(cancellationToken);
        var reviews = (await db.Reviews.Where(review => review.CallId == callId && review.State == ReviewState.HandedIn
                && db.ConsensusResults.Any(result => result.EntryId == review.EntryId && result.Outcome != ConsensusOutcome.DoNotPropose))
            .OrderBy(review => review.Id).Select(review => new { review.EntryId, review.Score, review.Vote, review.State }).ToListAsync(cancellationToken)).ToLookup(review => review.EntryId);
        return [.. proposals.Where(proposal => Seal.IsOpenToJury(settled: true, reviews[proposal.EntryId].Select(review => review.State)))
            .Select(proposal =>
            {
                var pair = reviews[proposal.EntryId].ToList();
                if (!withScores) return proposal;
                return proposal with { Score = Scoring.OfPair(pair[0].Score, pair[1].Score), Votes = [.. pair.Select(review => review.Vote!.Value)] };
            })
            .OrderByDescending(proposal => proposal.Score ?? -1).ThenBy(proposal => proposal.Number)];
    }
}
