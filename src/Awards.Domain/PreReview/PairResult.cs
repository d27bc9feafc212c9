namespace Awards.Domain.PreReview;

/// <summary>A review as lists need it.</summary>
public readonly record struct ReviewResult(ReviewState State, Vote? Vote, double? Score);

/// <summary>What lists may say about the reviews of an entry. Votes and figures exist only once the seal is broken, so nothing can leak from here.</summary>
public sealed record PairResult
{
    private PairResult() { }

    /// <summary>Reviewers of the entry, without replaced ones.</summary>
    public int Assigned { get; private init; }

    /// <summary>How many of them have handed in.</summary>
    public int HandedIn { get; private init; }

    /// <summary>Votes of the pair; empty under seal.</summary>
    public IReadOnlyList<Vote> Votes { get; private init; } = [];

    /// <summary>Mean of the pair's scores, unrounded; null under seal, or when one of them rated nothing.</summary>
    public double? Score { get; private init; }

    /// <summary>Difference of the pair's scores, unrounded; null where <see cref="Score"/> is.</summary>
    public double? Spread { get; private init; }

    /// <summary>True when both have handed in.</summary>
    public bool IsUnsealed => Votes.Count > 0;

    /// <summary>The two votes differ.</summary>
    public bool IsDiverging => IsUnsealed && Votes[0] != Votes[1];

    /// <summary>No reviewers yet.</summary>
    public static PairResult None { get; } = new();

    /// <summary>From the reviews of one entry, replaced ones included or not.</summary>
    public static PairResult Of(IEnumerable<ReviewResult> reviews)
    {
        var pair = reviews.Where(review => review.State != ReviewState.Replaced).ToArray();
        var finished = pair.Where(review => review.State == ReviewState.HandedIn).ToArray();
        if (!Seal.IsBroken(pair.Select(review => review.State))) return new() { Assigned = pair.Length, HandedIn = finished.Length };
        var (one, two) = (finished[0], finished[1]);
        return new()
        {
            Assigned = pair.Length,
            HandedIn = finished.Length,
            Votes = [one.Vote!.Value, two.Vote!.Value],
            Score = Scoring.OfPair(one.Score, two.Score),
            Spread = one.Score is { } first && two.Score is { } second ? Math.Abs(first - second) : null,
        };
    }
}
