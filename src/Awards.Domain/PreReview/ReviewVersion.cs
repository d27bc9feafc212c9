using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>On what occasion a version was kept.</summary>
public enum VersionOccasion { Automatic, Saved, HandedIn, Reopened, Restored }

/// <summary>What a review held at a time, kept for its author alone.</summary>
public sealed class ReviewVersion
{
    private ReviewVersion() { }

    /// <summary>A random id that reveals no order.</summary>
    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who saved: the author, or the lead when reopening.</summary>
    public Guid? By { get; private set; }

    public VersionOccasion Occasion { get; private set; }

    /// <summary>What it held, as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Versions of a review that are kept; older ones go.</summary>
    public const int Kept = 30;

    /// <summary>Automatic saves closer together than this make one version.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The version to keep now, or null: when it would hold what the last one holds, or is automatic and too soon after it.</summary>
    /// <param name="last">The newest version; null = none yet.</param>
    public static ReviewVersion? Due(Review review, VersionOccasion occasion, ReviewVersion? last, WriteContext write)
    {
        var content = JsonSerializer.Serialize(ReviewStore.Of(ReviewContent.Of(review)), CallDefinition.Json);
        if (last is not null && last.Content == content && occasion is not (VersionOccasion.HandedIn or VersionOccasion.Reopened)) return null;
        if (occasion == VersionOccasion.Automatic && last is not null && write.When - last.At < Apart) return null;
        return new() { Id = SecretId.New(), ReviewId = review.Id, At = write.When, By = write.Who, Occasion = occasion, Content = content };
    }

    /// <summary>What it held.</summary>
    public ReviewContent Read() => JsonSerializer.Deserialize<ReviewStore>(Content, CallDefinition.Json)!.Content();

    /// <summary>What it held, as far as the sheets still ask for it: to be saved again.</summary>
    public ReviewContent Restorable(CallDefinition call)
    {
        var content = Read();
        SheetContent Fitting(SheetDefinition sheet, SheetContent old)
        {
            SheetItem? Item(string criterion) => sheet.Items.FirstOrDefault(item => item.Criterion == criterion);
            return old with
            {
                Ratings = old.Ratings.RemoveRange(old.Ratings.Where(rating => Item(rating.Key) is not { } item || (rating.Value is null && item.MustBeRated)).Select(rating => rating.Key)),
                Comments = old.Comments.RemoveRange(old.Comments.Keys.Where(criterion => Item(criterion) is not { Comment: not CommentRule.None })),
            };
        }
        return content with
        {
            Sheets = [.. content.Sheets.Select(sheet => (sheet.ProjectId, Fitting(call.SheetOf(sheet.ProjectId), sheet.Sheet)))],
            Vote = call.VoteRules().Any(rule => rule.Vote == content.Vote) ? content.Vote : null,
        };
    }

    private sealed record ReviewStore(IReadOnlyList<SheetStore> Sheets, Vote? Vote, string Reasons)
    {
        public static ReviewStore Of(ReviewContent content) => new(
            [.. content.Sheets.OrderBy(sheet => sheet.ProjectId ?? Guid.Empty).Select(sheet => new SheetStore(sheet.ProjectId, sheet.Sheet.Ratings, sheet.Sheet.Comments, sheet.Sheet.Comment))], content.Vote, content.Reasons);

        public ReviewContent Content() => new([.. Sheets.Select(sheet => (sheet.ProjectId, new SheetContent(
            ReviewSheet.NoRatings.AddRange(sheet.Ratings), sheet.Comment) { Comments = ReviewSheet.NoComments.AddRange(sheet.Comments) }))], Vote, Reasons);
    }

    private sealed record SheetStore(Guid? ProjectId, IReadOnlyDictionary<string, int?> Ratings, IReadOnlyDictionary<string, string> Comments, string Comment);
}
