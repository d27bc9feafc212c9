namespace Awards.Domain.PreReview.Scores;

/// <summary>Ranks by unrounded values, the highest first.</summary>
public static class Ranking
{
    /// <summary>
    /// Values closer than this share a rank. Means of whole points that are equal on paper may differ in their last digits, by the order of the divisions;
    /// means that differ on paper are further apart: without abstentions at least 1 / (2 × sum of the weights in tenths).
    /// </summary>
    public const double Equal = 1e-12;

    /// <summary>Rank of each value from 1: equal ones share a rank and the next one skips. Null for what has no value.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<double?> values)
    {
        var ranks = new int?[values.Count];
        var (rank, place, first) = (0, 0, double.PositiveInfinity);
        foreach (var at in Enumerable.Range(0, values.Count).Where(at => values[at] is not null).OrderByDescending(at => values[at]!.Value))
        {
            place++;
            // Compared with the first of those that share: a chain of neighbours must not pull everything together.
            if (first - values[at]!.Value > Equal) (rank, first) = (place, values[at]!.Value);
            ranks[at] = rank;
        }
        return ranks;
    }
}
