using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Stages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Jury;

/// <summary>What the jury reads about an entry. Result and reviews are missing while the entry is not settled.</summary>
public sealed record JuryEntry(Guid Id, int Number, string Applicant, MunicipalityType Type, string? State, string GroupCode, string Title, Written Written,
    IReadOnlyList<JuryProject> Projects)
{
    public ConsensusResult? Result { get; init; }

    /// <summary>Both reviews of the pair, in an order that tells nothing; empty while they are sealed.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Names of who wrote them, in the same order; empty where the jury does not read names.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    public AwardLine? Award { get; init; }

    public double? Score => Reviews.Count == 2 ? Scoring.OfPair(Reviews[0].Score, Reviews[1].Score) : null;

    public string? TitleOf(Guid? projectId) => Projects.FirstOrDefault(project => project.Id == projectId)?.Title;

    /// <summary>The kinds of prizes that this entry can get: those of its own group, and of special categories.</summary>
    public IEnumerable<(AwardGroup Group, PrizeKind Prize)> PrizesIn(CallDefinition call) => call.AwardGroups
        .Where(group => group.Special || group.Code == GroupCode)
        .SelectMany(group => call.Prizes.Where(prize => prize.Groups.Contains(group.Code)).Select(prize => (group, prize)));

    /// <summary>The sheets of the pair side by side: of the entry, then of each single project.</summary>
    public IEnumerable<SheetComparison> Sheets(CallDefinition call) => Projects.Select(project => (Guid?)project.Id).Prepend(null)
        .Select(id => new SheetComparison(TitleOf(id), id is null ? call.EntrySheet : call.ProjectSheet,
            [.. Reviews.Select(review => review.Sheets.FirstOrDefault(sheet => sheet.ProjectId == id)).OfType<ReviewSheet>()]))
        .Where(sheet => sheet.Definition is not null && sheet.Pair.Count == 2);

    /// <summary>Reads an entry of a call: three queries, and one more for the reviews once they are open to the jury. Null when there is none.</summary>
    /// <param name="now">Decides, with the calendar, what the jury reads.</param>
    public static async Task<JuryEntry?> LoadAsync(AwardsDbContext db, Call call, int number, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Entries.AsNoTracking().Include(entry => entry.Projects).FirstOrDefaultAsync(entry => entry.CallId == call.Id && entry.Number == number, cancellationToken) is not { } entry) return null;
        var found = new JuryEntry(entry.Id, entry.Number, entry.ApplicantName, entry.Type, entry.State, entry.GroupCode, entry.Title, Written.Of(entry, call.Definition),
            [.. entry.Projects.OrderBy(project => project.Position).Select(project => new JuryProject(project.Id, project.Title))]);
        var result = await db.ConsensusResults.AsNoTracking().FirstOrDefaultAsync(each => each.EntryId == found.Id, cancellationToken);
        var award = (await db.Awards.AsNoTracking().FirstOrDefaultAsync(each => each.EntryId == found.Id, cancellationToken)) is { } given
            ? new AwardLine(given.Id, found.Id, number, found.Applicant, found.Title, found.TitleOf(given.ProjectId), given.GroupCode, given.Cents, given.Reasons) : null;
        if (result is null) return found with { Award = award };
        var reviews = await db.Reviews.AsNoTracking().Include(review => review.Sheets)
            .Where(review => review.EntryId == found.Id && review.State == ReviewState.HandedIn).OrderBy(review => review.Id).ToListAsync(cancellationToken);
        var shown = ReviewVisibility.Of(call, ReviewAudience.Jury, now);
        if (!Seal.IsOpenToJury(settled: true, reviews.Select(review => review.State)) || !shown.Contents) return found with { Award = award, Result = result };
        var names = shown.Names ? await db.Users.Where(person => reviews.Select(review => review.ReviewerId).Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken) : [];
        return found with { Award = award, Result = result, Reviews = reviews, Reviewers = [.. reviews.Where(_ => shown.Names).Select(review => names[review.ReviewerId])] };
    }
}

/// <summary>A single project as the jury reads it.</summary>
public sealed record JuryProject(Guid Id, string Title);

/// <summary>The same sheet filled by both of a pair.</summary>
/// <param name="ProjectTitle">The single project; null for the entry as a whole.</param>
public sealed record SheetComparison(string? ProjectTitle, SheetDefinition? Definition, IReadOnlyList<ReviewSheet> Pair);
