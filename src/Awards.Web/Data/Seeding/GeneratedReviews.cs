using System.Collections.Immutable;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Data.Seeding;

/// <summary>Generated reviews: two for each entry, with points and votes from a fixed seed and neutral filler instead of judgement.</summary>
internal sealed class GeneratedReviews(Call call, DateTime when)
{
    /// <summary>What stands where a person would give reasons.</summary>
    public const string Filler = "Generierter Text für die Demonstration; er enthält keine fachliche Bewertung.";

    private readonly Random _random = new(2017);

    /// <summary>Pairs for all entries and their handed-in reviews. Awarded entries get two votes "suitable", others mixed ones.</summary>
    public IReadOnlyList<Review> Build(IReadOnlyList<Entry> entries, IReadOnlyList<Guid> reviewers, IReadOnlySet<Guid> awarded)
    {
        var plan = PairPlanner.Plan([.. entries.Select(entry => new PairNeed(entry.Id, entry.Title, []))], reviewers, new HashSet<(Guid, Guid)>()).Fact;
        var byId = entries.ToDictionary(entry => entry.Id);
        return [.. plan.Assignments.Select(pair => Filled(byId[pair.Entry], pair.Reviewer, awarded.Contains(pair.Entry)))];
    }

    private Review Filled(Entry entry, Guid reviewer, bool awarded)
    {
        var definition = call.Definition;
        var level = awarded ? 4 : _random.Next(1, 5);
        var write = new WriteContext(reviewer, when);
        var review = Review.Open(definition, entry, reviewer);
        var sheets = review.Sheets.Select(sheet => (sheet.ProjectId, Points(sheet.ProjectId is null ? definition.EntrySheet : definition.ProjectSheet!, level))).ToList();
        var vote = awarded || level == 4 || (level == 3 && _random.Next(3) == 0) ? Vote.Suitable : Vote.NotSuitable;
        _ = review.Save(definition, new ReviewContent(sheets, vote, Filler), 0, write).Fact;
        return review.HandIn(definition, 0, write).Fact;
    }

    private SheetContent Points(SheetDefinition sheet, int level) => new(sheet.Items.ToImmutableSortedDictionary(
        item => item.Criterion,
        _ => (int?)Math.Clamp(level + _random.Next(-1, 2), sheet.Min, sheet.Max),
        StringComparer.Ordinal))
    {
        Comments = ReviewSheet.NoComments.AddRange(sheet.Items.Where(item => item.Comment == CommentRule.Required).Select(item => KeyValuePair.Create(item.Criterion, Filler))),
    };
}
