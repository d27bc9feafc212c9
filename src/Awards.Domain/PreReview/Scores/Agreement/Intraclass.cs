namespace Awards.Domain.PreReview.Scores.Agreement;

/// <summary>
/// Intraclass correlation of one-way random effects (Shrout and Fleiss 1979, case 1): each target has raters of its own, as pairs do that change from entry to entry.
/// Differences between raters count as error: nothing tells them from differences within the pair.
/// </summary>
/// <param name="OfOne">ICC(1,1): how far one rating can be relied on.</param>
/// <param name="OfMean">ICC(1,k): how far the mean of the k ratings can be.</param>
public readonly record struct Intraclass(Measured OfOne, Measured OfMean)
{
    /// <summary>Refused for fewer than two targets, and where all ratings are the same. The mean's is also refused where all targets have the same mean.</summary>
    /// <param name="targets">The ratings of each target in any order, as many for each, at least two.</param>
    public static Intraclass Of(IReadOnlyCollection<IReadOnlyList<double>> targets)
    {
        var n = targets.Count;
        if (n < 2) return Neither(Lacking.TooFew, n);
        var k = targets.First().Count;
        if (k < 2 || targets.Any(target => target.Count != k)) throw new ArgumentException("Each target needs as many ratings, at least two.", nameof(targets));
        if (Summary.AreSame(targets.Min(target => target.Min()), targets.Max(target => target.Max()))) return Neither(Lacking.NoVariation, n);
        double[] means = [.. targets.Select(target => target.Average())];
        var grand = means.Average();
        var between = k * means.Sum(mean => (mean - grand) * (mean - grand)) / (n - 1);
        var within = targets.Zip(means, (target, mean) => target.Sum(value => (value - mean) * (value - mean))).Sum() / (n * (k - 1.0));
        return new(
            Measured.Of((between - within) / (between + (k - 1) * within), n),
            Summary.AreSame(means.Min(), means.Max()) ? Measured.None(Lacking.NoDifferenceBetween, n) : Measured.Of((between - within) / between, n));
    }

    private static Intraclass Neither(Lacking why, int n) => new(Measured.None(why, n), Measured.None(why, n));
}
