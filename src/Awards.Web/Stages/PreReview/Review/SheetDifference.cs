using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>A field in which two contents of a review differ, as people read it; "" for nothing.</summary>
public sealed record SheetDifference(string Label, string Then, string Now)
{
    /// <summary>All fields that differ, in the order of the sheets.</summary>
    public static IReadOnlyList<SheetDifference> Between(ReviewContent then, ReviewContent now, CallDefinition call, IReadOnlyList<ProjectLine> projects, IStringLocalizer<Text> texts)
    {
        var (old, current) = (Fields(then, call, projects, texts), Fields(now, call, projects, texts));
        return [.. old.Zip(current).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => new SheetDifference(pair.First.Label, pair.First.Value, pair.Second.Value))];
    }

    private static List<(string Label, string Value)> Fields(ReviewContent content, CallDefinition call, IReadOnlyList<ProjectLine> projects, IStringLocalizer<Text> texts)
    {
        var fields = new List<(string, string)>();
        foreach (var project in projects.Where(_ => call.ProjectSheet is not null).Prepend(null))
        {
            var sheet = content.Sheets.Where(each => each.ProjectId == project?.Id).Select(each => each.Sheet).FirstOrDefault() ?? new(ReviewSheet.NoRatings);
            string Label(string what) => project is null ? what : $"{texts["Einzelprojekt {0}", project.Position].Value}: {what}";
            foreach (var item in call.SheetOf(project?.Id).Items)
            {
                var criterion = call.CriterionLabel(item.Criterion).In(RequestContext.Language);
                fields.Add((Label(criterion), !sheet.Ratings.TryGetValue(item.Criterion, out var points) ? "" : points?.ToString(CultureInfo.InvariantCulture) ?? texts["nicht beurteilbar"]));
                fields.Add((Label(texts["Anmerkung zu: {0}", criterion]), sheet.Comments.GetValueOrDefault(item.Criterion, "")));
            }
            fields.Add((Label(texts["Anmerkungen"]), sheet.Comment));
        }
        fields.Add((texts["Votum"], content.Vote is { } vote ? texts[PreReviewWords.Of(vote)] : ""));
        fields.Add((texts["Begründung des Votums"], content.Reasons));
        return fields;
    }
}
