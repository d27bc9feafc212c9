using Awards.Domain.PreReview.Scores;
using Awards.Domain.PreReview.Scores.Agreement;

namespace Awards.Domain.Tests.PreReview.Scores.Agreement;

public sealed class IntraclassTests
{
    /// <summary>P. E. Shrout and J. L. Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability, Psychological Bulletin 86 (1979), tables 2 to 4: six targets, four judges.</summary>
    [Fact]
    public void The_example_of_shrout_and_fleiss()
    {
        var icc = Intraclass.Of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);
        icc.OfOne.Value!.Value.ShouldBe(0.17, 0.005);
        icc.OfMean.Value!.Value.ShouldBe(0.44, 0.005);
        // From the printed mean squares, 11.24 between and 6.26 within.
        icc.OfOne.Value!.Value.ShouldBe((11.24 - 6.26) / (11.24 + 3 * 6.26), 0.001);
        icc.OfMean.Value!.Value.ShouldBe((11.24 - 6.26) / 11.24, 0.001);
        icc.OfOne.N.ShouldBe(6);
    }

    [Fact]
    public void The_order_of_raters_and_a_linear_scale_change_nothing()
    {
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var targets = RandomData.Targets(random, 3 + random.Next(10), 2 + random.Next(3));
            var icc = Intraclass.Of(targets);
            Near(Intraclass.Of([.. targets.OrderBy(_ => random.Next()).Select(target => target.OrderBy(_ => random.Next()).ToArray())]), icc);
            Near(Intraclass.Of([.. targets.Select(target => target.Select(value => 3 - 0.7 * value).ToArray())]), icc);
        }
    }

    /// <summary>Spearman and Brown: the mean of k ratings follows from one.</summary>
    [Fact]
    public void The_mean_of_a_pair_follows_from_one_rating()
    {
        var random = new Random(6);
        for (var run = 0; run < 100; run++)
        {
            var icc = Intraclass.Of(RandomData.Targets(random, 3 + random.Next(10), 2));
            if (icc is { OfOne.Value: { } one, OfMean.Value: { } mean }) mean.ShouldBe(2 * one / (1 + one), 1e-9);
        }
    }

    [Fact]
    public void What_cannot_be_told_has_a_reason()
    {
        Intraclass.Of([]).OfOne.ShouldBe(Measured.None(Lacking.TooFew, 0));
        Intraclass.Of([[1, 2]]).OfMean.ShouldBe(Measured.None(Lacking.TooFew, 1));
        Intraclass.Of([[3, 3], [3, 3]]).OfOne.Why.ShouldBe(Lacking.NoVariation);
        var opposed = Intraclass.Of([[1, 5], [5, 1], [2, 4]]);
        opposed.OfOne.Value.ShouldBe(-1);
        opposed.OfMean.Why.ShouldBe(Lacking.NoDifferenceBetween);
        Intraclass.Of([[1, 1], [2, 2]]).ShouldBe(new(Measured.Of(1, 2), Measured.Of(1, 2)));
        Should.Throw<ArgumentException>(() => Intraclass.Of([[1, 2], [1, 2, 3]]));
    }

    private static void Near(Intraclass one, Intraclass other)
    {
        one.OfOne.Why.ShouldBe(other.OfOne.Why);
        one.OfMean.Why.ShouldBe(other.OfMean.Why);
        if (other.OfOne.Value is { } single) one.OfOne.Value!.Value.ShouldBe(single, 1e-9);
        if (other.OfMean.Value is { } mean) one.OfMean.Value!.Value.ShouldBe(mean, 1e-6);
    }
}
