using Awards.Domain.PreReview.Scores;
using Awards.Domain.PreReview.Scores.Agreement;

namespace Awards.Domain.Tests.PreReview.Scores.Agreement;

public sealed class KappaTests
{
    /// <summary>J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960), table 2: 200 cases, 0.70 observed, 0.41 by chance.</summary>
    [Fact]
    public void Cohens_example_of_1960()
    {
        var pairs = Pairs([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
        Kappa.Percent(pairs).ShouldBe(Measured.Of(0.7, 200));
        Kappa.Cohen(pairs).Value!.Value.ShouldBe((0.70 - 0.41) / (1 - 0.41), 1e-12);
        Kappa.Cohen(pairs).Value!.Value.ShouldBe(0.492, 0.0005);
    }

    [Fact]
    public void Whoever_stands_first_changes_nothing_for_unordered_pairs_but_much_for_cohen()
    {
        (int, int)[] oneWay = [(1, 2), (1, 2), (1, 2), (3, 3), (2, 2), (1, 1)];
        (int, int)[] mixed = [(1, 2), (2, 1), (1, 2), (3, 3), (2, 2), (1, 1)];
        Kappa.OfUnordered(mixed).ShouldBe(Kappa.OfUnordered(oneWay));
        Kappa.Cohen(mixed).Value.ShouldNotBe(Kappa.Cohen(oneWay).Value);
        var random = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            var pairs = Random(random, 2 + random.Next(20));
            Kappa.OfUnordered([.. pairs.Select(pair => random.Next(2) == 0 ? pair : (pair.Second, pair.First)).OrderBy(_ => random.Next())]).ShouldBe(Kappa.OfUnordered(pairs));
        }
    }

    [Fact]
    public void It_is_cohens_kappa_of_the_table_that_holds_each_pair_in_both_orders_and_nominal_alpha_but_for_the_sample_size()
    {
        var random = new Random(4);
        for (var run = 0; run < 200; run++)
        {
            var pairs = Random(random, 2 + random.Next(20));
            var kappa = Kappa.OfUnordered(pairs);
            var doubled = Kappa.Cohen([.. pairs, .. pairs.Select(pair => (pair.Second, pair.First))]);
            kappa.Why.ShouldBe(doubled.Why);
            var alpha = Krippendorff.Alpha(pairs.Select(pair => new double[] { pair.First, pair.Second }), Scale.Nominal);
            alpha.Why.ShouldBe(kappa.Why);
            if (kappa.Value is not { } value) continue;
            value.ShouldBe(doubled.Value!.Value, 1e-12);
            alpha.Value!.Value.ShouldBe(value + (1 - value) / (2 * pairs.Length), 1e-12);
        }
    }

    [Fact]
    public void Agreement_in_everything_is_one_and_what_cannot_be_told_has_a_reason()
    {
        Kappa.OfUnordered([(1, 1), (2, 2)]).Value.ShouldBe(1);
        Kappa.Cohen([(1, 1), (2, 2)]).Value.ShouldBe(1);
        Kappa.OfUnordered([(1, 1), (1, 1)]).Why.ShouldBe(Lacking.NoVariation);
        Kappa.Cohen([(1, 1), (1, 1)]).Why.ShouldBe(Lacking.NoVariation);
        Kappa.Cohen([(1, 2), (1, 2)]).Value.ShouldBe(0);
        Kappa.OfUnordered([(1, 2)]).ShouldBe(Measured.None(Lacking.TooFew, 1));
        Kappa.Percent<int>([]).ShouldBe(Measured.None(Lacking.TooFew, 0));
    }

    private static (int First, int Second)[] Random(Random random, int number) => [.. Enumerable.Range(0, number).Select(_ => (random.Next(1, 4), random.Next(1, 4)))];

    private static (int First, int Second)[] Pairs(int[][] table) =>
        [.. table.SelectMany((line, row) => line.SelectMany((count, column) => Enumerable.Repeat((row, column), count)))];
}
