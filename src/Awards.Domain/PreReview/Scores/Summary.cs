namespace Awards.Domain.PreReview.Scores;

/// <summary>What a list of values looks like, all unrounded.</summary>
/// <param name="Deviation">Standard deviation of a sample (divided by n − 1); null for a single value.</param>
/// <param name="Lower">First quartile.</param>
/// <param name="Upper">Third quartile.</param>
public sealed record Summary(int Count, double Mean, double? Deviation, double Least, double Lower, double Median, double Upper, double Most)
{
    /// <summary>Null without values.</summary>
    public static Summary? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return null;
        var mean = sorted.Average();
        var squares = sorted.Sum(value => (value - mean) * (value - mean));
        return new(sorted.Length, mean, sorted.Length == 1 ? null : Math.Sqrt(squares / (sorted.Length - 1)),
            sorted[0], Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1]);
    }

    /// <summary>Quantile of definition 7 of Hyndman and Fan (1996), the usual one of R and of spreadsheets: between two values it is linear.</summary>
    /// <param name="sorted">In ascending order, at least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        var at = (sorted.Count - 1) * share;
        var below = (int)Math.Floor(at);
        return below + 1 < sorted.Count ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    /// <summary>True when the values are all the same but for the last digits of a double.</summary>
    public static bool AreSame(double least, double most) => most - least <= Ranking.Equal;
}
