using System.Collections.Immutable;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Data.Seeding;

/// <summary>Generated reviews: points and votes from a fixed seed and neutral filler instead of judgement. A review says the same in every stage.</summary>
internal sealed class GeneratedReviews(Call call, IEnumerable<Entry> entries, DateTime now)
{
    /// <summary>What stands where a person would give reasons.</summary>
    public const string Filler = "Generierter Text für die Demonstration; er enthält keine fachliche Bewertung.";

    /// <summary>In a half-done pre-review: of so many entries both sheets are in, and of so many one.</summary>
    private const int BothIn = 50, OneIn = 42;

    /// <summary>The first day of the pre-review on which a sheet is handed in, and the last.</summary>
    private const int FirstDay = 4, LastDay = 50;

    private readonly Random _random = new(2017), _days = new(2018);
    private readonly Dictionary<Guid, Entry> _entries = entries.ToDictionary(entry => entry.Id);
    private readonly DateTime _begin = call.Phase(PhaseKind.PreReview)!.From;
    private readonly List<object> _rows = [];

    /// <summary>The reviews of all pairs, with their kept versions. Awarded entries get two votes "suitable", others mixed ones.</summary>
    /// <param name="half">Only half of them are handed in; some of the others are begun, and one of those came upon a conflict.</param>
    public (IReadOnlyList<Review> Reviews, IReadOnlyList<object> Rows) Write(IReadOnlyList<(Guid Entry, Guid Person)> pairs, IReadOnlySet<Guid> awarded, bool half)
    {
        var reviews = pairs.Select(pair => Review.Open(call.Definition, _entries[pair.Entry], pair.Person)).ToList();
        var contents = reviews.ConvertAll(review => (Content: Content(review, awarded.Contains(review.EntryId)), At: Moment()));
        var handedIn = half ? Half(pairs) : Enumerable.Range(0, reviews.Count).ToHashSet();
        var open = 0;
        for (var at = 0; at < reviews.Count; at++)
        {
            var (review, (content, when)) = (reviews[at], contents[at]);
            if (handedIn.Contains(at)) Save(review, content, VersionOccasion.HandedIn, new(review.ReviewerId, when));
            else if (open++ % 3 == 0) Save(review, Begun(content), VersionOccasion.Saved, new(review.ReviewerId, when));
        }
        if (half)
        {
            var read = reviews.First(review => review is { State: ReviewState.Open, Score: not null });
            _rows.Add(ConflictOfInterest.Declare(read.EntryId, read.ReviewerId, ConflictKind.Personal, new(read.ReviewerId, _begin.AddDays(Today).AddHours(16))));
        }
        return (reviews, [.. reviews, .. _rows]);
    }

    /// <summary>A final report on a proposal that says it was generated.</summary>
    public static ShortReport Report(ConsensusResult proposal, Guid writer, DateTime when) => ShortReport.Generated(proposal, new(
        Filler + " In einem wirklichen Verfahren steht hier, was die Kommune tut: Ausgangslage, Ziele, Maßnahmen, Beteiligte und bisherige Ergebnisse.",
        Filler + " In einem wirklichen Verfahren steht hier, warum die Vorprüfung diesen Beitrag vorschlägt, Kriterium für Kriterium."), writer, when);

    /// <summary>The last whole day of the pre-review so far, from 0.</summary>
    private int Today => Math.Min(LastDay, (int)(now - _begin).TotalDays - 1);

    private DateTime Moment() => _begin.AddDays(FirstDay + (int)(_days.NextDouble() * (Today - FirstDay))).AddHours(8).AddMinutes(_days.Next(9 * 60));

    /// <summary>Places of the reviews that are handed in half-way: the pairs of an entry lie side by side.</summary>
    private static HashSet<int> Half(IReadOnlyList<(Guid Entry, Guid Person)> pairs)
    {
        var random = new Random(1);
        var order = Enumerable.Range(0, pairs.Count / PairFacts.PairSize).ToArray();
        random.Shuffle(order);
        return [.. order.Take(BothIn).SelectMany(entry => new[] { entry * PairFacts.PairSize, (entry * PairFacts.PairSize) + 1 }),
            .. order.Skip(BothIn).Take(OneIn).Select(entry => (entry * PairFacts.PairSize) + random.Next(PairFacts.PairSize))];
    }

    private void Save(Review review, ReviewContent content, VersionOccasion occasion, WriteContext write)
    {
        _ = review.Save(call.Definition, content, 0, write).Fact;
        if (occasion == VersionOccasion.HandedIn) _ = review.HandIn(call.Definition, 0, write).Fact;
        if (ReviewVersion.Due(review, occasion, null, write) is { } version) _rows.Add(version);
    }

    private ReviewContent Content(Review review, bool awarded)
    {
        var level = awarded ? 4 : _random.Next(1, 5);
        var sheets = review.Sheets.Select(sheet => (sheet.ProjectId, Points(call.Definition.SheetOf(sheet.ProjectId), level))).ToList();
        var vote = awarded || level == 4 || (level == 3 && _random.Next(3) == 0) ? Vote.Suitable : Vote.NotSuitable;
        return new(sheets, vote, Filler);
    }

    /// <summary>The first half of the sheet of the entry.</summary>
    private ReviewContent Begun(ReviewContent whole)
    {
        var rated = call.Definition.EntrySheet.Items.Take(call.Definition.EntrySheet.Items.Count / 2).Select(item => item.Criterion).ToHashSet();
        var sheet = whole.Sheets.Single(each => each.ProjectId is null).Sheet;
        return new([(null, sheet with { Ratings = sheet.Ratings.RemoveRange(sheet.Ratings.Keys.Where(criterion => !rated.Contains(criterion))) })], null, "");
    }

    private SheetContent Points(SheetDefinition sheet, int level) => new(sheet.Items.ToImmutableSortedDictionary(
        item => item.Criterion,
        _ => (int?)Math.Clamp(level + _random.Next(-1, 2), sheet.Min, sheet.Max),
        StringComparer.Ordinal))
    {
        Comments = ReviewSheet.NoComments.AddRange(sheet.Items.Where(item => item.Comment == CommentRule.Required).Select(item => KeyValuePair.Create(item.Criterion, Filler))),
    };
}
