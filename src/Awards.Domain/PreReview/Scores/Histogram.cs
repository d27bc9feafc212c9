namespace Awards.Domain.PreReview.Scores;

/// <summary>A span of values: from (included) to below the end; the last one includes its end.</summary>
public readonly record struct Span(double From, double To);

/// <summary>How values spread over spans of the same width.</summary>
public sealed record Histogram(IReadOnlyList<Span> Spans, IReadOnlyList<int> Counts)
{
    /// <summary>Half points on a scale of up to ten points, whole ones up to twenty, else ten spans.</summary>
    public static IReadOnlyList<Span> SpansOf(int min, int max)
    {
        var number = max - min <= 10 ? 2 * (max - min) : max - min <= 20 ? max - min : 10;
        var width = (double)(max - min) / number;
        return [.. Enumerable.Range(0, number).Select(at => new Span(min + at * width, at + 1 == number ? max : min + (at + 1) * width))];
    }

    /// <summary>Counts values into spans. A value that misses the beginning of a span by the last digits of a double belongs there.</summary>
    public static Histogram Of(IReadOnlyList<Span> spans, IEnumerable<double> values)
    {
        var counts = new int[spans.Count];
        foreach (var value in values)
        {
            var at = spans.Count - 1;
            while (at > 0 && value < spans[at].From - Ranking.Equal) at--;
            counts[at]++;
        }
        return new(spans, counts);
    }
}
