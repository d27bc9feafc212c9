namespace Awards.Domain.PreReview.Scores;

/// <summary>How somebody reviews, from reviews of which the partner's is handed in too.</summary>
/// <param name="Reviews">How many those are.</param>
/// <param name="Scores">Of those with a score; null for fewer than two.</param>
/// <param name="Severity">Mean difference to the partner's score of the same entry: negative = stricter. With the number of pairs.</param>
/// <param name="Unnormalised">Why this person's scores are not normalised; null when they are.</param>
public sealed record ReviewerScores(Guid ReviewerId, int Reviews, Summary? Scores, Measured Severity, Lacking? Unnormalised)
{
    /// <summary>The least number of reviews with a score for normalising.</summary>
    public const int Least = 5;

    /// <summary>All who reviewed one of the entries, by id.</summary>
    public static IReadOnlyList<ReviewerScores> Of(IEnumerable<ScoredEntry> entries) =>
    [
        .. from each in entries.SelectMany(entry => new[] { (Own: entry.First, Partner: entry.Second), (Own: entry.Second, Partner: entry.First) })
           group each by each.Own.ReviewerId into reviewer
           orderby reviewer.Key
           select Of(reviewer.Key, [.. reviewer]),
    ];

    /// <summary>The score measured by this person's own mean and spread (z-score), put on the scale of all; null where <see cref="Unnormalised"/> says why.</summary>
    /// <param name="all">Mean and spread of the scores of all.</param>
    public double? Normalised(double score, Summary all) =>
        Unnormalised is null ? all.Mean + (score - Scores!.Mean) / Scores.Deviation!.Value * all.Deviation!.Value : null;

    private static ReviewerScores Of(Guid reviewer, IReadOnlyCollection<(ScoredReview Own, ScoredReview Partner)> reviews)
    {
        var scores = Summary.Of(reviews.Where(each => each.Own.Score is not null).Select(each => each.Own.Score!.Value));
        double[] differences = [.. reviews.Where(each => each.Own.Score is not null && each.Partner.Score is not null).Select(each => each.Own.Score!.Value - each.Partner.Score!.Value)];
        return new(reviewer, reviews.Count, scores is { Count: < 2 } ? null : scores,
            differences.Length < 2 ? Measured.None(Lacking.TooFew, differences.Length) : Measured.Of(differences.Average(), differences.Length),
            scores is null or { Count: < Least } ? Lacking.FewerThanFive : Summary.AreSame(scores.Least, scores.Most) ? Lacking.NoVariation : null);
    }
}
