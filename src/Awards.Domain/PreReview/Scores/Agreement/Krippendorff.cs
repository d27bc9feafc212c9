namespace Awards.Domain.PreReview.Scores.Agreement;

/// <summary>What the distance of two values means.</summary>
public enum Scale
{
    /// <summary>Classes: the same or not.</summary>
    Nominal,

    /// <summary>An order: how many values lie between.</summary>
    Ordinal,

    /// <summary>Figures: the square of the difference.</summary>
    Interval,
}

/// <summary>
/// Krippendorff's alpha for any number of raters with missing values: 1 − observed / expected disagreement
/// (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). Formulas: docs/scores.md.
/// </summary>
public static class Krippendorff
{
    /// <summary>1 = the raters agree in everything, 0 = as if by chance. Refused for fewer than two units with two values, and where all values are the same.</summary>
    /// <param name="units">Values of each unit, in any order; missing ones are simply not there. Units with fewer than two values cannot be compared and are left out.</param>
    public static Measured Alpha(IEnumerable<IReadOnlyList<double>> units, Scale scale)
    {
        var pairable = units.Where(unit => unit.Count >= 2).ToList();
        if (pairable.Count < 2) return Measured.None(Lacking.TooFew, pairable.Count);
        double[] all = [.. pairable.SelectMany(unit => unit).Order()];
        if (Summary.AreSame(all[0], all[^1])) return Measured.None(Lacking.NoVariation, pairable.Count);
        var classes = Classes(all);
        // The ordinal distance is the interval one between middle ranks: the sum over the classes between two, with half of each end.
        Func<double, double> place = scale switch
        {
            Scale.Nominal => value => ClassOf(classes, value),
            Scale.Ordinal => value => classes[ClassOf(classes, value)].Middle,
            Scale.Interval => value => value,
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, null),
        };
        Func<IReadOnlyList<double>, double> disagreement = scale == Scale.Nominal ? Unequal : Squares;
        var observed = pairable.Sum(unit => disagreement([.. unit.Select(place)]) / (unit.Count - 1));
        var expected = disagreement([.. all.Select(place)]) / (all.Length - 1);
        return Measured.Of(1 - observed / expected, pairable.Count);
    }

    /// <summary>Sum of squared differences over all ordered pairs.</summary>
    private static double Squares(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return 2.0 * values.Count * values.Sum(value => (value - mean) * (value - mean));
    }

    /// <summary>Number of ordered pairs that differ.</summary>
    private static double Unequal(IReadOnlyList<double> values) =>
        (double)values.Count * values.Count - values.CountBy(value => value).Sum(each => (double)each.Value * each.Value);

    /// <summary>The different values in order, each with its middle rank.</summary>
    private static List<(double From, double Middle)> Classes(double[] sorted)
    {
        var classes = new List<(double From, double Middle)>();
        for (var at = 0; at < sorted.Length;)
        {
            var end = at;
            while (end < sorted.Length && Summary.AreSame(sorted[at], sorted[end])) end++;
            classes.Add((sorted[at], (at + end) / 2.0));
            at = end;
        }
        return classes;
    }

    /// <summary>The last class that does not begin above the value.</summary>
    private static int ClassOf(List<(double From, double Middle)> classes, double value)
    {
        var (low, high) = (0, classes.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (classes[middle].From <= value) low = middle; else high = middle - 1;
        }
        return low;
    }
}
