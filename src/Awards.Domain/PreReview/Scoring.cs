using Awards.Domain.Calls;

namespace Awards.Domain.PreReview;

/// <summary>Scores of sheets. Ranking uses the unrounded values.</summary>
public static class Scoring
{
    /// <summary>Weighted mean of the rated criteria; those "nicht beurteilbar" are left out with their weight, independent ones always; null when none is rated.</summary>
    public static double? WeightedMean(SheetDefinition sheet, IReadOnlyDictionary<string, int?> ratings)
    {
        long sum = 0, weights = 0;
        foreach (var item in sheet.Items)
        {
            if (item.Independent) continue;
            if (!ratings.TryGetValue(item.Criterion, out var points) || points is null) continue;
            sum += (long)points.Value * item.WeightTenths;
            weights += item.WeightTenths;
        }
        return weights == 0 ? null : (double)sum / weights;
    }

    /// <summary>Mean of a pair's scores; null unless both have one.</summary>
    public static double? OfPair(double? first, double? second) => first is { } one && second is { } two ? (one + two) / 2 : null;
}
