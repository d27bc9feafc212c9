using Awards.Domain.PreReview.Scores;
using Awards.Domain.PreReview.Scores.Agreement;

namespace Awards.Domain.Tests.PreReview.Scores.Agreement;

/// <summary>Data and results: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania 2011, sections A to C.</summary>
public sealed class KrippendorffTests
{
    /// <summary>Section C: twelve units, four observers, seven values missing ("."; the last unit has one value only).</summary>
    private static readonly IReadOnlyList<double>[] Missing = Units(
        "123321412...",
        "1233224125.3",
        ".3332342251.",
        "12332441251.");

    [Theory]
    [InlineData(Scale.Nominal, 0.743)]
    [InlineData(Scale.Ordinal, 0.815)]
    [InlineData(Scale.Interval, 0.849)]
    public void Four_observers_with_missing_values_as_published(Scale scale, double published)
    {
        var alpha = Krippendorff.Alpha(Missing, scale);
        alpha.Value!.Value.ShouldBe(published, 0.0005);
        alpha.N.ShouldBe(11);
    }

    [Fact]
    public void Two_observers_and_two_classes_as_published() => Krippendorff.Alpha(Units("0100000010", "1110010000"), Scale.Nominal).Value!.Value.ShouldBe(0.095, 0.0005);

    [Fact]
    public void Two_observers_and_five_classes_as_published() => Krippendorff.Alpha(Units("112243335441", "212223335444"), Scale.Nominal).Value!.Value.ShouldBe(0.692, 0.0005);

    [Theory]
    [InlineData(Scale.Nominal)]
    [InlineData(Scale.Ordinal)]
    [InlineData(Scale.Interval)]
    public void Agreement_in_everything_is_one_and_too_little_to_compare_has_a_reason(Scale scale)
    {
        Krippendorff.Alpha([[1, 1], [2, 2, 2], [5, 5]], scale).Value.ShouldBe(1);
        Krippendorff.Alpha([[3, 3], [3, 3]], scale).Why.ShouldBe(Lacking.NoVariation);
        // A third of ten twice, computed in two ways.
        Krippendorff.Alpha([[10 / 3.0, 10 / 3.0], [(10 / 3.0) + 1 - 1, 10 / 3.0]], scale).Why.ShouldBe(Lacking.NoVariation);
        Krippendorff.Alpha([[1, 2], [4], []], scale).ShouldBe(Measured.None(Lacking.TooFew, 1));
        Krippendorff.Alpha([], scale).ShouldBe(Measured.None(Lacking.TooFew, 0));
    }

    [Theory]
    [InlineData(Scale.Nominal)]
    [InlineData(Scale.Ordinal)]
    [InlineData(Scale.Interval)]
    public void It_is_what_the_coincidence_matrix_gives(Scale scale)
    {
        var random = new Random(1);
        for (var run = 0; run < 200; run++)
        {
            var units = RandomData.Units(random, 2 + random.Next(12), mostRaters: 5);
            if (Krippendorff.Alpha(units, scale).Value is { } alpha) alpha.ShouldBe(ByMatrix(units, scale), 1e-9);
            else units.Count(unit => unit.Count > 1).ShouldSatisfyAllConditions(
                pairable => (pairable < 2 || units.Where(unit => unit.Count > 1).SelectMany(unit => unit).Distinct().Count() == 1).ShouldBeTrue());
        }
    }

    [Fact]
    public void The_order_of_raters_and_units_changes_nothing_nor_does_a_linear_scale()
    {
        var random = new Random(2);
        for (var run = 0; run < 100; run++)
        {
            var units = RandomData.Units(random, 5 + random.Next(10), mostRaters: 4);
            foreach (var scale in Enum.GetValues<Scale>())
            {
                var alpha = Krippendorff.Alpha(units, scale);
                Near(Krippendorff.Alpha([.. units.OrderBy(_ => random.Next()).Select(unit => unit.OrderBy(_ => random.Next()).ToArray())], scale), alpha);
                Near(Krippendorff.Alpha([.. units.Select(unit => unit.Select(value => 7 - 2.5 * value).ToArray())], scale), alpha);
            }
            // Ranks only: any ascending change leaves the ordinal one as it is.
            Near(Krippendorff.Alpha([.. units.Select(unit => unit.Select(value => Math.Exp(value)).ToArray())], Scale.Ordinal), Krippendorff.Alpha(units, Scale.Ordinal));
        }
    }

    private static void Near(Measured one, Measured other)
    {
        one.Why.ShouldBe(other.Why);
        if (other.Value is { } value) one.Value!.Value.ShouldBe(value, 1e-9);
    }

    /// <summary>The published way, step by step: reliability data, coincidence matrix, differences.</summary>
    private static double ByMatrix(IReadOnlyList<IReadOnlyList<double>> units, Scale scale)
    {
        var pairable = units.Where(unit => unit.Count > 1).ToList();
        double[] values = [.. pairable.SelectMany(unit => unit).Distinct().Order()];
        var coincidences = new double[values.Length, values.Length];
        foreach (var unit in pairable)
            for (var i = 0; i < unit.Count; i++)
                for (var j = 0; j < unit.Count; j++)
                    if (i != j) coincidences[Array.IndexOf(values, unit[i]), Array.IndexOf(values, unit[j])] += 1.0 / (unit.Count - 1);
        double[] sums = [.. values.Select((_, c) => Enumerable.Range(0, values.Length).Sum(k => coincidences[c, k]))];
        var n = sums.Sum();
        double Difference(int c, int k) => scale switch
        {
            Scale.Nominal => 1,
            Scale.Interval => Math.Pow(values[c] - values[k], 2),
            _ => Math.Pow(Enumerable.Range(c, k - c + 1).Sum(g => sums[g]) - (sums[c] + sums[k]) / 2, 2),
        };
        var (observed, expected) = (0.0, 0.0);
        for (var c = 0; c < values.Length; c++)
            for (var k = c + 1; k < values.Length; k++)
            {
                observed += coincidences[c, k] * Difference(c, k);
                expected += sums[c] * sums[k] * Difference(c, k);
            }
        return 1 - (n - 1) * observed / expected;
    }

    /// <summary>Units from one line of digits for each observer.</summary>
    private static IReadOnlyList<double>[] Units(params string[] observers) =>
        [.. Enumerable.Range(0, observers[0].Length).Select(at => observers.Where(line => char.IsAsciiDigit(line[at])).Select(line => (double)(line[at] - '0')).ToArray())];
}
