using System.Collections.Immutable;
using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>The fields of a review sheet by name, as stored or as typed: "e-goals" for the entry, "p2-goals" for its second single project.</summary>
public sealed class SheetForm(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Posted for "nicht beurteilbar".</summary>
    public const string NotRatable = "x";

    public const string VoteField = "Vote", ReasonsField = "Reasons";

    /// <summary>What the field holds; "" for nothing.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>Beginning of the names of a sheet's fields; null = the entry itself.</summary>
    public static string Prefix(ProjectLine? project) => project is null ? "e-" : string.Create(CultureInfo.InvariantCulture, $"p{project.Position}-");

    /// <summary>Name of the remarks below a sheet.</summary>
    public static string Comment(ProjectLine? project) => Prefix(project) + "comment";

    /// <summary>Name of the comment on one criterion.</summary>
    public static string Comment(ProjectLine? project, string criterion) => $"{Prefix(project)}c-{criterion}";

    /// <summary>What was typed.</summary>
    public static SheetForm Posted(IFormCollection form) => new(form.ToDictionary(field => field.Key, field => field.Value.ToString()));

    /// <summary>What is stored.</summary>
    public static SheetForm Stored(ReviewRead review, IReadOnlyList<ProjectLine> projects) => Of(review.Content, projects);

    /// <summary>What a content puts into the fields.</summary>
    public static SheetForm Of(ReviewContent content, IReadOnlyList<ProjectLine> projects)
    {
        var values = new Dictionary<string, string> { [VoteField] = content.Vote?.ToString() ?? "", [ReasonsField] = content.Reasons };
        foreach (var (projectId, sheet) in content.Sheets)
        {
            var project = projects.FirstOrDefault(each => each.Id == projectId);
            var prefix = Prefix(project);
            values[Comment(project)] = sheet.Comment;
            foreach (var (criterion, points) in sheet.Ratings)
                values[prefix + criterion] = points?.ToString(CultureInfo.InvariantCulture) ?? NotRatable;
            foreach (var (criterion, comment) in sheet.Comments) values[Comment(project, criterion)] = comment;
        }
        return new(values);
    }

    /// <summary>Reads the fields. Incomplete is legal; refused is what is neither a point nor "nicht beurteilbar".</summary>
    public Outcome<ReviewContent> Read(CallDefinition call, IReadOnlyList<ProjectLine> projects)
    {
        var sheets = new List<(Guid?, SheetContent)>();
        foreach (var project in projects.Where(_ => call.ProjectSheet is not null).Prepend(null))
        {
            var definition = call.SheetOf(project?.Id);
            var ratings = ReviewSheet.NoRatings.ToBuilder();
            var comments = ReviewSheet.NoComments.ToBuilder();
            foreach (var item in definition.Items)
            {
                if (item.Comment != CommentRule.None && Lines(this[Comment(project, item.Criterion)]) is { Length: > 0 } comment) comments[item.Criterion] = comment;
                var value = this[Prefix(project) + item.Criterion];
                if (value.Length == 0) continue;
                if (value == NotRatable) ratings[item.Criterion] = null;
                else if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var points)) ratings[item.Criterion] = points;
                else return new Refusal("review.off_scale", "Bitte wählen Sie {0} bis {1} Punkte.", definition.Min, definition.Max);
            }
            sheets.Add((project?.Id, new SheetContent(ratings.ToImmutable(), Lines(this[Comment(project)])) { Comments = comments.ToImmutable() }));
        }
        var vote = Enum.GetValues<Vote>().Where(each => each.ToString() == this[VoteField]).Select(each => (Vote?)each).FirstOrDefault();
        return new ReviewContent(sheets, vote, Lines(this[ReasonsField]));
    }

    // Browsers send line ends as CR LF; stored are single ones, so that saving unchanged text changes nothing.
    private static string Lines(string typed) => typed.ReplaceLineEndings("\n");
}
