using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview.Scores.Agreement;

namespace Awards.Domain.PreReview.Scores;

/// <summary>An entry, sealed or not, as the report counts it.</summary>
public readonly record struct CountedEntry(MunicipalityType Type, string GroupCode);

/// <summary>An entry in the ranking of its group.</summary>
/// <param name="Rank">By the unrounded mean of the pair; null without one.</param>
/// <param name="Normalised">Mean of the pair's normalised scores; null where one of them is not.</param>
/// <param name="Rated">Ratings with points in both reviews.</param>
/// <param name="Abstained">Ratings "nicht beurteilbar" in both reviews.</param>
public sealed record RankedEntry(ScoredEntry Entry, int? Rank, double? Normalised, int Rated, int Abstained);

/// <summary>Everything that can be said of the scores of a call.</summary>
public sealed record ScoreReport
{
    private ScoreReport() { }

    public required ScoreSlice All { get; init; }

    /// <summary>By award group, in the order of the call; without groups that have no entries.</summary>
    public required IReadOnlyList<ScoreSlice> Groups { get; init; }

    /// <summary>By municipality type (codes), without types that have no entries.</summary>
    public required IReadOnlyList<ScoreSlice> Types { get; init; }

    /// <summary>Entries that count, by group, rank and number.</summary>
    public required IReadOnlyList<RankedEntry> Ranking { get; init; }

    /// <summary>Over all entries, in the order of the sheet; empty where nothing is to be computed.</summary>
    public required IReadOnlyList<CriterionAgreement> Criteria { get; init; }

    public required IReadOnlyList<ReviewerScores> Reviewers { get; init; }

    /// <summary>Differences within the pairs that have the same vote; null where there are fewer than two pairs with scores.</summary>
    public required Histogram? SameVotes { get; init; }

    /// <summary>Differences within the pairs whose votes differ, over the same spans; null where <see cref="SameVotes"/> is.</summary>
    public required Histogram? OtherVotes { get; init; }

    /// <param name="entries">All entries of the call.</param>
    /// <param name="unsealed">Those of which both reviews are handed in.</param>
    public static ScoreReport Of(CallDefinition call, IReadOnlyCollection<CountedEntry> entries, IReadOnlyCollection<ScoredEntry> unsealed)
    {
        var sheet = call.EntrySheet;
        string[] codes = [.. call.AwardGroups.Select(group => group.Code).Union(entries.Select(entry => entry.GroupCode))];
        var reviewers = ReviewerScores.Of(unsealed);
        var scores = Summary.Of(unsealed.SelectMany(entry => entry.Reviews).Where(review => review.Score is not null).Select(review => review.Score!.Value));
        return new()
        {
            All = ScoreSlice.Of("", entries.Count, unsealed, sheet),
            Groups = [.. from code in codes
                         let all = entries.Count(entry => entry.GroupCode == code)
                         where all > 0
                         select ScoreSlice.Of(code, all, [.. unsealed.Where(entry => entry.GroupCode == code)], sheet)],
            Types = [.. from type in MunicipalityTypes.All
                        let all = entries.Count(entry => entry.Type == type)
                        where all > 0
                        select ScoreSlice.Of(type.Code(), all, [.. unsealed.Where(entry => entry.Type == type)], sheet)],
            Ranking = [.. codes.SelectMany(code => Ranked([.. unsealed.Where(entry => entry.GroupCode == code)], reviewers, scores, sheet))],
            Criteria = unsealed.Count < ScoreSlice.Least ? [] : [.. sheet.Items.Select(item => CriterionAgreement.Of(item.Criterion, unsealed))],
            Reviewers = unsealed.Count < ScoreSlice.Least ? [] : reviewers,
            SameVotes = Differences(unsealed, sheet, diverging: false),
            OtherVotes = Differences(unsealed, sheet, diverging: true),
        };
    }

    private static Histogram? Differences(IReadOnlyCollection<ScoredEntry> unsealed, SheetDefinition sheet, bool diverging) =>
        unsealed.Count(entry => entry.Spread is not null) < ScoreSlice.Least ? null
            : Histogram.Of(Histogram.SpansOf(0, sheet.Max - sheet.Min), unsealed.Where(entry => entry.Spread is not null && entry.IsDiverging == diverging).Select(entry => entry.Spread!.Value));

    private static IEnumerable<RankedEntry> Ranked(IReadOnlyList<ScoredEntry> group, IReadOnlyList<ReviewerScores> reviewers, Summary? all, SheetDefinition sheet)
    {
        var ranks = Scores.Ranking.Of([.. group.Select(entry => entry.Score)]);
        var byId = reviewers.ToDictionary(each => each.ReviewerId);
        double? Normalised(ScoredReview review) => all is not null && review.Score is { } score ? byId[review.ReviewerId].Normalised(score, all) : null;
        return group.Select((entry, at) =>
        {
            var rated = entry.Criteria(sheet).Sum(pair => pair.Rated);
            return new RankedEntry(entry, ranks[at], Scoring.OfPair(Normalised(entry.First), Normalised(entry.Second)), rated, 2 * sheet.Items.Count - rated);
        }).OrderBy(ranked => ranked.Rank ?? int.MaxValue).ThenBy(ranked => ranked.Entry.Number);
    }
}
