using System.Collections.Concurrent;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>An entry in lists, with what its seal lets through.</summary>
public sealed record EntryLine(Guid Id, int Number, string Name, string Title, MunicipalityType Type, string GroupCode, PairResult Pair)
{
    /// <summary>Rank in the award group by the unrounded mean of the pair; null under seal and without a mean.</summary>
    public int? Rank { get; init; }
}

/// <summary>Average of an award group.</summary>
/// <param name="HandedIn">Entries of which both reviews are handed in.</param>
/// <param name="Score">Mean over those of them that have points; null when none has.</param>
public sealed record GroupAverage(string Group, int Entries, int HandedIn, double? Score);

/// <summary>Lists of entries with the result of their pairs.</summary>
public sealed class EntryLines
{
    /// <summary>Changes with every change of the lines: entries never change, and each change of a review raises its version.</summary>
    private sealed record Stamp(int Entries, int Numbers, int Reviews, long Versions);

    private readonly ConcurrentDictionary<Guid, (Stamp Stamp, IReadOnlyList<EntryLine> Lines)> _known = new();

    /// <summary>All entries of a call by number. While the stamp in the database is the one of the last look, nothing else is read.</summary>
    public async Task<IReadOnlyList<EntryLine>> OfAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken)
    {
        var stamp = await db.Calls.Where(call => call.Id == callId).Select(call => new Stamp(
            db.Entries.Count(entry => entry.CallId == callId),
            db.Entries.Where(entry => entry.CallId == callId).Sum(entry => entry.Number),
            db.Reviews.Count(review => review.CallId == callId),
            db.Reviews.Where(review => review.CallId == callId).Sum(review => (long)review.Version))).FirstAsync(cancellationToken);
        if (_known.TryGetValue(callId, out var known) && known.Stamp == stamp) return known.Lines;
        var lines = await LoadAsync(db, callId, cancellationToken);
        _known[callId] = (stamp, lines);
        return lines;
    }

    /// <summary>All entries of a call by number, in two flat queries.</summary>
    private static async Task<List<EntryLine>> LoadAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken)
    {
        var reviews = (await db.Reviews.Where(review => review.CallId == callId && review.State != ReviewState.Replaced)
            .Select(review => new { review.EntryId, review.State, review.Vote, review.Score }).ToListAsync(cancellationToken))
            .ToLookup(review => review.EntryId, review => new ReviewResult(review.State, review.Vote, review.Score));
        return Ranked((await db.Entries.Where(entry => entry.CallId == callId).OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Id, entry.Number, entry.ApplicantName, entry.Title, entry.Type, entry.GroupCode }).ToListAsync(cancellationToken))
            .ConvertAll(entry => new EntryLine(entry.Id, entry.Number, entry.ApplicantName, entry.Title, entry.Type, entry.GroupCode, PairResult.Of(reviews[entry.Id]))));
    }

    private static List<EntryLine> Ranked(List<EntryLine> lines)
    {
        var ranks = new Dictionary<Guid, int?>();
        foreach (var group in lines.GroupBy(line => line.GroupCode).Select(group => group.ToList()))
            foreach (var (line, rank) in group.Zip(Ranking.Of(group.ConvertAll(line => line.Pair.Score)))) ranks[line.Id] = rank;
        return lines.ConvertAll(line => line with { Rank = ranks[line.Id] });
    }

    /// <summary>Averages by group, in the order of <paramref name="groups"/>; groups without entries are left out.</summary>
    public static IReadOnlyList<GroupAverage> Averages(IReadOnlyCollection<EntryLine> lines, IEnumerable<string> groups) =>
    [
        .. from code in groups
           let own = lines.Where(line => line.GroupCode == code).ToList()
           where own.Count > 0
           let scores = own.Where(line => line.Pair.Score is not null).Select(line => line.Pair.Score!.Value).ToList()
           select new GroupAverage(code, own.Count, own.Count(line => line.Pair.IsUnsealed), scores.Count == 0 ? null : scores.Average()),
    ];
}
