using Awards.Domain.PreReview.Scores;

namespace Awards.Domain.PreReview.Sessions;

/// <summary>Where in the ranking of a group the proposed ones end and the others begin.</summary>
public static class CloseCalls
{
    /// <summary>
    /// The border of a group, in points: the middle between the two neighbours in the ranking at the cut that contradicts the fewest entries (one that is
    /// proposed below it, or one that is not above it). Of equally good cuts the one with the widest gap, then the upper one. Null where all are proposed,
    /// or none is. Where all have the same points that is the border.
    /// </summary>
    /// <param name="entries">Points, and whether proposed: by the result where there is one, else by the votes of a pair that agrees.</param>
    public static double? Border(IEnumerable<(double Points, bool Proposed)> entries)
    {
        var ranked = entries.OrderByDescending(entry => entry.Points).ToArray();
        if (ranked.All(entry => entry.Proposed) || !ranked.Any(entry => entry.Proposed)) return null;
        (int Wrong, double Gap, double Border)? best = null;
        for (var above = 1; above < ranked.Length; above++)
        {
            var gap = ranked[above - 1].Points - ranked[above].Points;
            if (gap <= Ranking.Equal) continue;
            var wrong = ranked.Take(above).Count(entry => !entry.Proposed) + ranked.Skip(above).Count(entry => entry.Proposed);
            if (best is not { } known || wrong < known.Wrong || (wrong == known.Wrong && gap > known.Gap + Ranking.Equal))
                best = (wrong, gap, (ranked[above - 1].Points + ranked[above].Points) / 2);
        }
        return best?.Border ?? ranked[0].Points;
    }

    /// <summary>True within the margin of the border, both ends included.</summary>
    public static bool IsClose(double? points, double? border, double margin) => points is { } value && border is { } at && Math.Abs(value - at) <= margin + Ranking.Equal;
}
