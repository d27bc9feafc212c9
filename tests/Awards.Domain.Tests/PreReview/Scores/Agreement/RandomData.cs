namespace Awards.Domain.Tests.PreReview.Scores.Agreement;

/// <summary>Random ratings of 1 to 5.</summary>
internal static class RandomData
{
    public static IReadOnlyList<IReadOnlyList<double>> Units(Random random, int units, int mostRaters) =>
        [.. Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, random.Next(mostRaters + 1)).Select(_ => (double)random.Next(1, 6)).ToArray())];

    public static IReadOnlyList<IReadOnlyList<double>> Targets(Random random, int targets, int raters) =>
        [.. Enumerable.Range(0, targets).Select(_ => Enumerable.Range(0, raters).Select(_ => (double)random.Next(1, 6)).ToArray())];
}
