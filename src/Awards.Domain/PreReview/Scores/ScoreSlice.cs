using Awards.Domain.Calls;
using Awards.Domain.PreReview.Scores.Agreement;

namespace Awards.Domain.PreReview.Scores;

/// <summary>The ratings of a criterion over some entries.</summary>
/// <param name="Rated">Reviews that gave points.</param>
/// <param name="Abstained">Reviews with "nicht beurteilbar".</param>
/// <param name="Points">Null where fewer than two persons gave points.</param>
/// <param name="Counts">How often each point of the scale was given, the lowest first; empty where <paramref name="Points"/> is null.</param>
public sealed record CriterionScores(SheetItem Item, int Rated, int Abstained, Summary? Points, IReadOnlyList<int> Counts);

/// <summary>The reviews with a vote.</summary>
/// <param name="Reviews">How many.</param>
/// <param name="Scores">Of those with a score; null where they are of fewer than two persons.</param>
public sealed record VoteScores(Vote Vote, int Reviews, Summary? Scores);

/// <summary>
/// Figures of some entries: all, an award group, a municipality type. Only those count of which both reviews are handed in,
/// and from fewer than two of them nothing is computed.
/// </summary>
/// <param name="Code">Award group or municipality type; "" = all.</param>
/// <param name="Entries">All of them, those under seal too.</param>
/// <param name="Unsealed">Those that count.</param>
/// <param name="Diverging">Pairs whose votes differ.</param>
/// <param name="Scores">Means of the pairs; null where fewer than two have one.</param>
/// <param name="Spread">Those means over the scale; null where <paramref name="Scores"/> is.</param>
public sealed record ScoreSlice(string Code, int Entries, int Unsealed, int Diverging, Summary? Scores, Histogram? Spread,
    IReadOnlyList<CriterionScores> Criteria, IReadOnlyList<VoteScores> Votes, PairAgreement Agreement)
{
    /// <summary>The least number of entries from which anything is computed.</summary>
    public const int Least = 2;

    /// <summary>Entries under seal.</summary>
    public int Sealed => Entries - Unsealed;

    /// <summary>Whether there is anything to show.</summary>
    public bool Counts => Unsealed >= Least;

    public static ScoreSlice Of(string code, int entries, IReadOnlyCollection<ScoredEntry> unsealed, SheetDefinition sheet)
    {
        if (unsealed.Count < Least) return new(code, entries, unsealed.Count, 0, null, null, [], [], PairAgreement.Of([]));
        double[] scores = [.. unsealed.Where(entry => entry.Score is not null).Select(entry => entry.Score!.Value)];
        var counts = scores.Length >= Least;
        return new(code, entries, unsealed.Count, unsealed.Count(entry => entry.IsDiverging), counts ? Summary.Of(scores) : null,
            counts ? Histogram.Of(Histogram.SpansOf(sheet.Min, sheet.Max), scores) : null,
            [.. sheet.Items.Select(item => Criterion(item, unsealed, sheet))], [.. Enum.GetValues<Vote>().Select(vote => OfVote(vote, unsealed))], PairAgreement.Of(unsealed));
    }

    private static CriterionScores Criterion(SheetItem item, IEnumerable<ScoredEntry> entries, SheetDefinition sheet)
    {
        var reviews = entries.SelectMany(entry => entry.Reviews).ToList();
        var rated = reviews.Where(review => review.Ratings.GetValueOrDefault(item.Criterion) is not null).ToList();
        int[] points = [.. rated.Select(review => review.Ratings[item.Criterion]!.Value)];
        var shown = AreOfSeveral(rated);
        return new(item, points.Length, reviews.Count - points.Length, shown ? Summary.Of(points.Select(each => (double)each)) : null,
            shown ? [.. Enumerable.Range(sheet.Min, sheet.Max - sheet.Min + 1).Select(point => points.Count(each => each == point))] : []);
    }

    private static VoteScores OfVote(Vote vote, IEnumerable<ScoredEntry> entries)
    {
        var reviews = entries.SelectMany(entry => entry.Reviews).Where(review => review.Vote == vote).ToList();
        var scored = reviews.Where(review => review.Score is not null).ToList();
        return new(vote, reviews.Count, AreOfSeveral(scored) ? Summary.Of(scored.Select(review => review.Score!.Value)) : null);
    }

    private static bool AreOfSeveral(IEnumerable<ScoredReview> reviews) => reviews.DistinctBy(review => review.ReviewerId).Take(2).Count() == 2;
}
