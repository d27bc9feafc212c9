using System.Collections.Immutable;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A filled sheet: of the entry, or of one of its single projects.</summary>
public sealed class ReviewSheet
{
    private ReviewSheet() { }

    public Guid Id { get; private set; }

    /// <summary>The single project; null for the entry as a whole.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>Points by criterion; null = nicht beurteilbar; absent = not yet rated.</summary>
    public ImmutableSortedDictionary<string, int?> Ratings { get; private set; } = NoRatings;

    /// <summary>Comments by criterion; never empty ones.</summary>
    public ImmutableSortedDictionary<string, string> CriterionComments { get; private set; } = NoComments;

    /// <summary>Remarks on the whole sheet.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>What it holds.</summary>
    public SheetContent Content => new(Ratings, Comment) { Comments = CriterionComments };

    /// <summary>Nothing rated.</summary>
    public static ImmutableSortedDictionary<string, int?> NoRatings { get; } = ImmutableSortedDictionary.Create<string, int?>(StringComparer.Ordinal);

    /// <summary>Nothing said.</summary>
    public static ImmutableSortedDictionary<string, string> NoComments { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Longest comment on one criterion, in characters.</summary>
    public const int MaxComment = 2000;

    internal static ReviewSheet Empty(Guid? projectId) => new() { Id = SecretId.New(), ProjectId = projectId };

    internal Outcome<ReviewSheet> Fill(SheetDefinition definition, SheetContent content)
    {
        foreach (var (criterion, points) in content.Ratings)
        {
            if (Find(definition, criterion) is not { } item) return Unknown(criterion);
            if (points is null && item.MustBeRated)
                return new Refusal("review.must_be_rated", "„Nicht beurteilbar“ ist bei diesem Kriterium nicht vorgesehen. Bitte wählen Sie {0} bis {1} Punkte.", definition.Min, definition.Max);
            if (points < definition.Min || points > definition.Max)
                return new Refusal("review.off_scale", "Bitte wählen Sie {0} bis {1} Punkte.", definition.Min, definition.Max);
        }
        foreach (var (criterion, comment) in content.Comments)
        {
            if (Find(definition, criterion) is not { } item) return Unknown(criterion);
            if (item.Comment == CommentRule.None) return new Refusal("review.no_comment", "Zum Kriterium „{0}“ ist keine Anmerkung vorgesehen.", criterion);
            if (TextRules.Check(comment, MaxComment).Refused(out var fault)) return fault;
        }
        if (TextRules.Check(content.Comment, Review.MaxReasons).Refused(out var refusal)) return refusal;
        var comments = content.Comments.Where(each => !string.IsNullOrWhiteSpace(each.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (!Ratings.SequenceEqual(content.Ratings)) Ratings = content.Ratings;
        if (!CriterionComments.SequenceEqual(comments)) CriterionComments = comments;
        Comment = content.Comment;
        return this;
    }

    /// <summary>True when every criterion has points or "nicht beurteilbar", and every comment that must be there is.</summary>
    public bool IsComplete(SheetDefinition definition) => SheetProgress.Of(definition, ProjectId, Content).IsDone;

    private static SheetItem? Find(SheetDefinition definition, string criterion) => definition.Items.FirstOrDefault(item => item.Criterion == criterion);

    private static Refusal Unknown(string criterion) => new("review.unknown_criterion", "Das Kriterium „{0}“ gibt es auf diesem Prüfbogen nicht.", criterion);
}

/// <summary>Ratings by criterion code (null = nicht beurteilbar) and remarks on the whole sheet.</summary>
public sealed record SheetContent(ImmutableSortedDictionary<string, int?> Ratings, string Comment = "")
{
    /// <summary>Comments by criterion code.</summary>
    public ImmutableSortedDictionary<string, string> Comments { get; init; } = ReviewSheet.NoComments;

    /// <summary>Criteria that have neither points nor "nicht beurteilbar", in the order of the sheet.</summary>
    public IEnumerable<string> Unrated(SheetDefinition sheet) => sheet.Items.Where(item => !Ratings.ContainsKey(item.Criterion)).Select(item => item.Criterion);

    /// <summary>Criteria whose comment must be there and is not, in the order of the sheet.</summary>
    public IEnumerable<string> Uncommented(SheetDefinition sheet) =>
        sheet.Items.Where(item => item.Comment == CommentRule.Required && string.IsNullOrWhiteSpace(Comments.GetValueOrDefault(item.Criterion))).Select(item => item.Criterion);
}

/// <summary>How far one sheet is.</summary>
/// <param name="ProjectId">The single project; null for the entry as a whole.</param>
/// <param name="Rated">Criteria with points or "nicht beurteilbar".</param>
/// <param name="Criteria">All its criteria.</param>
/// <param name="CommentsMissing">Comments that must be there and are not.</param>
public sealed record SheetProgress(Guid? ProjectId, int Rated, int Criteria, int CommentsMissing)
{
    /// <summary>Nothing of the sheet is missing any more.</summary>
    public bool IsDone => Rated == Criteria && CommentsMissing == 0;

    /// <summary>From what the sheet holds; a criterion that the sheet no longer has does not count.</summary>
    public static SheetProgress Of(SheetDefinition definition, Guid? projectId, SheetContent content) =>
        new(projectId, definition.Items.Count - content.Unrated(definition).Count(), definition.Items.Count, content.Uncommented(definition).Count());
}
