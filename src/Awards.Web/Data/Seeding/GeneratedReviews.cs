using System.Collections.Immutable;
using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
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
        var facts = new PairFacts(call.Definition.PairingRules(), [.. entries.Select(entry => new PairEntry(entry.Id, call.Definition.EntryNumber(entry.Number), entry.ApplicantName, entry.GroupCode, [], []))],
            [.. reviewers.Select((reviewer, at) => new PairPerson(reviewer, at.ToString("00", CultureInfo.InvariantCulture), true, new ReviewerDetails([])))], []);
        var pairs = facts.Pairs(AssignmentSolver.Solve(facts.Task(keep: true, seed: 2017)).Fact);
        return [.. entries.SelectMany(entry => pairs[entry.Id].Select(reviewer => Filled(entry, reviewer, awarded.Contains(entry.Id))))];
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
