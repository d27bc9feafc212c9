using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Domain.PreReview.Scores;

/// <summary>A review that is handed in.</summary>
/// <param name="Score">Weighted mean of the entry sheet, unrounded; null when nothing could be judged.</param>
/// <param name="Ratings">Points by criterion of the entry sheet; null = nicht beurteilbar.</param>
public sealed record ScoredReview(Guid ReviewerId, Vote Vote, double? Score, IReadOnlyDictionary<string, int?> Ratings);

/// <summary>An entry whose pair has handed in. Of others there is none of these, so nothing under seal can be computed with.</summary>
public sealed record ScoredEntry
{
    private ScoredEntry() { }

    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required MunicipalityType Type { get; init; }
    public required string GroupCode { get; init; }

    /// <summary>One of the pair. A pair has no order; the smaller id stands first, so that results repeat.</summary>
    public required ScoredReview First { get; init; }

    /// <summary>The other one.</summary>
    public required ScoredReview Second { get; init; }

    /// <summary>Both.</summary>
    public IEnumerable<ScoredReview> Reviews => [First, Second];

    /// <summary>Mean of the pair, unrounded; null unless both have a score.</summary>
    public double? Score => Scoring.OfPair(First.Score, Second.Score);

    /// <summary>Difference of the pair, unrounded; null where <see cref="Score"/> is.</summary>
    public double? Spread => First.Score is { } one && Second.Score is { } two ? Math.Abs(one - two) : null;

    public bool IsDiverging => First.Vote != Second.Vote;

    /// <summary>The entry with its reviews that are handed in; null while there are fewer than two.</summary>
    public static ScoredEntry? Of(Guid id, int number, MunicipalityType type, string groupCode, IEnumerable<ScoredReview> handedIn)
    {
        var pair = handedIn.OrderBy(review => review.ReviewerId).Take(2).ToArray();
        return pair.Length < 2 ? null : new() { Id = id, Number = number, Type = type, GroupCode = groupCode, First = pair[0], Second = pair[1] };
    }

    /// <summary>The pair by criterion, in the order of the sheet.</summary>
    public IReadOnlyList<CriterionPair> Criteria(SheetDefinition sheet) =>
        [.. sheet.Items.Select(item => CriterionPair.Of(item, First.Ratings.GetValueOrDefault(item.Criterion), Second.Ratings.GetValueOrDefault(item.Criterion)))];
}

/// <summary>A criterion as a pair has rated it.</summary>
/// <param name="Mean">Null unless both gave points: otherwise it would be what one person wrote.</param>
/// <param name="Difference">Null where <paramref name="Mean"/> is.</param>
/// <param name="Rated">How many gave points; the others chose "nicht beurteilbar".</param>
public sealed record CriterionPair(SheetItem Item, double? Mean, int? Difference, int Rated)
{
    public int Abstained => 2 - Rated;

    public static CriterionPair Of(SheetItem item, int? first, int? second) =>
        new(item, (first + second) / 2.0, first is { } one && second is { } two ? Math.Abs(one - two) : null, (first is null ? 0 : 1) + (second is null ? 0 : 1));
}
