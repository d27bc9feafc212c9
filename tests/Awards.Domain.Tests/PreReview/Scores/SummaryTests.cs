using Awards.Domain.PreReview.Scores;

namespace Awards.Domain.Tests.PreReview.Scores;

public sealed class SummaryTests
{
    /// <summary>Definition 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, The American Statistician 50, 1996): at (n − 1)p + 1.</summary>
    [Fact]
    public void Quartiles_lie_between_the_values()
    {
        var summary = Summary.Of([4, 1, 3, 2])!;
        (summary.Least, summary.Lower, summary.Median, summary.Upper, summary.Most).ShouldBe((1, 1.75, 2.5, 3.25, 4));
        (summary.Count, summary.Mean).ShouldBe((4, 2.5));
        summary.Deviation!.Value.ShouldBe(Math.Sqrt(5 / 3.0), 1e-12);
        Summary.Of([7, 1, 2, 10, 4])!.Lower.ShouldBe(2);
    }

    [Fact]
    public void One_value_has_no_deviation_and_none_has_no_summary()
    {
        Summary.Of([2.5]).ShouldBe(new(1, 2.5, null, 2.5, 2.5, 2.5, 2.5, 2.5));
        Summary.Of([]).ShouldBeNull();
    }

    [Fact]
    public void Spans_have_half_points_and_the_last_one_its_end()
    {
        var spans = Histogram.SpansOf(0, 5);
        spans.Count.ShouldBe(10);
        (spans[0], spans[^1]).ShouldBe((new Span(0, 0.5), new Span(4.5, 5)));
        Histogram.Of(spans, [0, 0.499, 0.5, 4.5, 5, 3.5 - 1e-15]).Counts.ShouldBe([2, 1, 0, 0, 0, 0, 0, 1, 0, 2]);
        Histogram.SpansOf(1, 15).Count.ShouldBe(14);
        Histogram.SpansOf(0, 100).Count.ShouldBe(10);
    }
}
