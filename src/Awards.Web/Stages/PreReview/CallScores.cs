using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview;

/// <summary>An entry's words in the ranking.</summary>
public sealed record EntryName(int Number, string Name, string Title);

/// <summary>The scores of a call with the names in them. Of entries under seal nothing is loaded but that they are there.</summary>
public sealed record CallScores(CallDefinition Call, ScoreReport Report, IReadOnlyDictionary<Guid, EntryName> Entries, IReadOnlyDictionary<Guid, string> Reviewers)
{
    /// <summary>Three queries, however many entries.</summary>
    public static async Task<CallScores> LoadAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        var handedIn = db.Reviews.Where(review => review.CallId == call.Id && review.State == ReviewState.HandedIn);
        var broken = handedIn.GroupBy(review => review.EntryId).Where(pair => pair.Count() >= PairFacts.PairSize).Select(pair => pair.Key);
        var entries = await db.Entries.Where(entry => entry.CallId == call.Id).OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Id, entry.Number, entry.ApplicantName, entry.Title, entry.Type, entry.GroupCode }).ToListAsync(cancellationToken);
        var reviews = (await (from review in handedIn
                              where broken.Contains(review.EntryId)
                              from sheet in review.Sheets
                              where sheet.ProjectId == null
                              select new { review.EntryId, review.ReviewerId, review.Vote, review.Score, sheet.Ratings }).ToListAsync(cancellationToken))
            .ToLookup(review => review.EntryId, review => new ScoredReview(review.ReviewerId, review.Vote!.Value, review.Score, review.Ratings));
        var people = await db.Users.Where(person => handedIn.Any(review => review.ReviewerId == person.Id)).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancellationToken);
        ScoredEntry[] unsealed = [.. entries.Select(entry => ScoredEntry.Of(entry.Id, entry.Number, entry.Type, entry.GroupCode, reviews[entry.Id])).OfType<ScoredEntry>()];
        return new(call.Definition, ScoreReport.Of(call.Definition, [.. entries.Select(entry => new CountedEntry(entry.Type, entry.GroupCode))], unsealed),
            entries.ToDictionary(entry => entry.Id, entry => new EntryName(entry.Number, entry.ApplicantName, entry.Title)), people.ToDictionary(person => person.Id, person => person.DisplayName));
    }

    /// <summary>What a slice is called: group, municipality type, or all.</summary>
    public string NameOf(ScoreSlice slice, IStringLocalizer<Text> texts) =>
        slice.Code.Length == 0 ? texts["insgesamt"]
        : MunicipalityTypes.Parse(slice.Code) is { } type && Report.Types.Contains(slice) ? texts[type.German()]
        : Call.Group(slice.Code)?.Label.In(RequestContext.Language) ?? slice.Code;

    /// <summary>What a criterion is called.</summary>
    public string Criterion(string code) => Call.CriterionLabel(code).In(RequestContext.Language);

    /// <summary>"3 (+1)": ratings with points, and in brackets those "nicht beurteilbar".</summary>
    public static string Counted(int rated, int abstained) => FormattableString.Invariant($"{rated}") + (abstained == 0 ? "" : FormattableString.Invariant($" (+{abstained})"));
}
