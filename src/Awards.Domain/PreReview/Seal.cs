namespace Awards.Domain.PreReview;

/// <summary>The seal on reviews: what one of a pair writes stays hidden from everybody else until both have handed in.</summary>
public static class Seal
{
    /// <summary>True when both reviews of a pair are handed in.</summary>
    public static bool IsBroken(IEnumerable<ReviewState> pair) => pair.Count(state => state == ReviewState.HandedIn) >= 2;

    /// <summary>The jury reads reviews of an entry once both are handed in and the joint session has settled it, and not before.</summary>
    public static bool IsOpenToJury(bool settled, IEnumerable<ReviewState> pair) => settled && IsBroken(pair);

    /// <summary>Contents of a review may be read by its author always, by the partner and the lead once the seal is broken.</summary>
    public static bool MayReadContents(Review review, Guid reader, bool readerIsLead, IReadOnlyCollection<Review> reviewsOfEntry) =>
        MayReadContents(review.Standing, reader, readerIsLead, [.. reviewsOfEntry.Select(each => each.Standing)]);

    /// <summary>The same, from what is known of the reviews without reading them.</summary>
    public static bool MayReadContents(ReviewStanding review, Guid reader, bool readerIsLead, IReadOnlyCollection<ReviewStanding> reviewsOfEntry) =>
        review.ReviewerId == reader
        || (review.State == ReviewState.HandedIn
            && IsBroken(reviewsOfEntry.Select(each => each.State))
            && (readerIsLead || reviewsOfEntry.Any(each => each.ReviewerId == reader && each.State == ReviewState.HandedIn)));
}

/// <summary>Who reviews and how far: all that others may know of a review under seal.</summary>
public readonly record struct ReviewStanding(Guid ReviewerId, ReviewState State);
