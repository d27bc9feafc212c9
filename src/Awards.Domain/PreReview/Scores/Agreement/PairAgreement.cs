namespace Awards.Domain.PreReview.Scores.Agreement;

/// <summary>How far pairs agree on votes and scores.</summary>
/// <param name="Same">Share of pairs with the same vote.</param>
/// <param name="Kappa">Of unordered pairs.</param>
/// <param name="Cohen">With a fixed order of the pair: who has the smaller id is first.</param>
/// <param name="VoteAlpha">Nominal alpha of the votes.</param>
/// <param name="Ordinal">Alpha of the scores.</param>
/// <param name="Interval">Alpha of the scores.</param>
public sealed record PairAgreement(Measured Same, Measured Kappa, Measured Cohen, Measured VoteAlpha, Measured Ordinal, Measured Interval, Intraclass Correlation)
{
    public static PairAgreement Of(IReadOnlyCollection<ScoredEntry> entries)
    {
        (Vote, Vote)[] votes = [.. entries.Select(entry => (entry.First.Vote, entry.Second.Vote))];
        double[][] scores = [.. entries.Where(entry => entry.Score is not null).Select(entry => new[] { entry.First.Score!.Value, entry.Second.Score!.Value })];
        return new(Agreement.Kappa.Percent(votes), Agreement.Kappa.OfUnordered(votes), Agreement.Kappa.Cohen(votes),
            Krippendorff.Alpha(votes.Select(pair => new[] { (double)pair.Item1, (double)pair.Item2 }), Scale.Nominal),
            Krippendorff.Alpha(scores, Scale.Ordinal), Krippendorff.Alpha(scores, Scale.Interval), Intraclass.Of(scores));
    }
}

/// <summary>How far pairs agree on the points of a criterion; pairs of which one chose "nicht beurteilbar" are left out.</summary>
/// <param name="Same">Share of pairs with the same points.</param>
public sealed record CriterionAgreement(string Criterion, Measured Same, Measured Nominal, Measured Ordinal, Measured Interval, Intraclass Correlation)
{
    public static CriterionAgreement Of(string criterion, IEnumerable<ScoredEntry> entries)
    {
        double[][] points = [.. from entry in entries
                                let first = entry.First.Ratings.GetValueOrDefault(criterion)
                                let second = entry.Second.Ratings.GetValueOrDefault(criterion)
                                where first is not null && second is not null
                                select new double[] { first.Value, second.Value }];
        return new(criterion, Kappa.Percent([.. points.Select(pair => (pair[0], pair[1]))]), Krippendorff.Alpha(points, Scale.Nominal), Krippendorff.Alpha(points, Scale.Ordinal),
            Krippendorff.Alpha(points, Scale.Interval), Intraclass.Of(points));
    }
}
