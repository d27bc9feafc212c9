using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A handed-in review that the lead opened again: who, when and why. Its author sees it at once, the partner once the seal is broken again.</summary>
public sealed class ReviewReopening
{
    private ReviewReopening() { }

    /// <summary>A random id that reveals no order.</summary>
    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public Guid? By { get; private set; }
    public string Why { get; private set; } = "";

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxWhy = 1000;

    internal static Outcome<ReviewReopening> Of(Review review, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("review.reopened_without_reason", "Bitte begründen Sie, warum der Prüfbogen wieder geöffnet wird.");
        if (TextRules.Check(write.Why, MaxWhy).Refused(out var refusal)) return refusal;
        return new ReviewReopening { Id = SecretId.New(), ReviewId = review.Id, At = write.When, By = write.Who, Why = write.Why.Trim() };
    }
}
