namespace Awards.Domain.PreReview.Scores.Agreement;

/// <summary>How far two raters choose the same class.</summary>
public static class Kappa
{
    /// <summary>Share of pairs that agree, 0 to 1. Refused for fewer than two pairs.</summary>
    public static Measured Percent<T>(IReadOnlyCollection<(T First, T Second)> pairs) where T : notnull =>
        pairs.Count < 2 ? Measured.None(Lacking.TooFew, pairs.Count) : Measured.Of(Observed(pairs), pairs.Count);

    /// <summary>
    /// Kappa where the two raters have no order and change from pair to pair: each pair counts in both orders, so that both raters have the same shares of classes.
    /// That is Scott's pi (1955), and Fleiss' kappa (1971) with two raters. Refused for fewer than two pairs, and where all chose the same class.
    /// </summary>
    public static Measured OfUnordered<T>(IReadOnlyCollection<(T First, T Second)> pairs) where T : notnull =>
        BeyondChance(pairs, [.. pairs.Select(pair => pair.First), .. pairs.Select(pair => pair.Second)], [.. pairs.Select(pair => pair.First), .. pairs.Select(pair => pair.Second)]);

    /// <summary>Cohen's kappa (1960) of a fixed first and a fixed second rater. Refused for fewer than two pairs, and where both always chose one and the same class.</summary>
    public static Measured Cohen<T>(IReadOnlyCollection<(T First, T Second)> pairs) where T : notnull =>
        BeyondChance(pairs, [.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]);

    private static Measured BeyondChance<T>(IReadOnlyCollection<(T First, T Second)> pairs, T[] first, T[] second) where T : notnull
    {
        if (pairs.Count < 2) return Measured.None(Lacking.TooFew, pairs.Count);
        var seconds = second.CountBy(each => each).ToDictionary();
        // Whole numbers, so that "always the same" is exact.
        var hits = first.CountBy(each => each).Sum(each => (long)each.Value * seconds.GetValueOrDefault(each.Key));
        var all = (long)first.Length * second.Length;
        if (hits == all) return Measured.None(Lacking.NoVariation, pairs.Count);
        var chance = (double)hits / all;
        return Measured.Of((Observed(pairs) - chance) / (1 - chance), pairs.Count);
    }

    private static double Observed<T>(IReadOnlyCollection<(T First, T Second)> pairs) where T : notnull =>
        (double)pairs.Count(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)) / pairs.Count;
}
