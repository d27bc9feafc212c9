using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>What is to be done now, for who applies.</summary>
public sealed class IndexModel(AwardsDbContext db, CallCache cache, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>An application of the list.</summary>
    public sealed record Item(OwnRow Row, string Title, string CallTitle, bool IsOpen, DateTime? Deadline, string? DaysLeft, int Missing, string? Number);

    /// <summary>A call that takes applications. AtOnce = one button is enough; Taken = municipality for which a colleague already applies.</summary>
    public sealed record OpenCall(string Slug, string Title, string Summary, DateTime? Deadline, string? DaysLeft, bool AtOnce, string? Taken, string Action);

    public IReadOnlyList<Item> ToDo { get; private set; } = [];
    public IReadOnlyList<Item> Others { get; private set; } = [];
    public IReadOnlyList<OpenCall> Open { get; private set; } = [];

    /// <summary>Open calls in which the person already works on an application for each municipality.</summary>
    public IReadOnlyList<OpenCall> Further { get; private set; } = [];

    /// <summary>A call that takes letters of intent; StandsFor = municipalities of the person that handed one in.</summary>
    public sealed record LetterCall(string Slug, string Title, DateTime? Deadline, bool Required, string StandsFor);

    public IReadOnlyList<LetterCall> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var calls = await cache.AllAsync(db, cancellationToken);
        List<Call> open = [.. calls.Where(call => call.IsIn(PhaseKind.Application, request.Began)).OrderBy(call => call.Phase(PhaseKind.Application)!.Until)];
        var rows = await ApplicationQueries.OwnAsync(db, request.PersonId, cancellationToken);
        var missing = await ApplicationQueries.MissingAsync(db, request.PersonId, open, cancellationToken);
        List<Item> items = [.. rows.Select(row => ItemOf(row, calls.First(call => call.Id == row.CallId), missing))];
        ToDo = [.. items.Where(item => item.IsOpen && item.Row.Status == ApplicationState.Draft).OrderBy(item => item.Deadline)];
        Others = [.. items.Except(ToDo)];
        await SortOpenAsync(open, rows, cancellationToken);
        List<Call> letters = [.. calls.Where(call => call.IsIn(PhaseKind.LetterOfIntent, request.Began))];
        var (ids, mine) = (letters.ConvertAll(call => call.Id), request.User.Municipalities());
        if (letters.Count == 0 || mine.Count == 0) return;
        var standing = await db.LettersOfIntent.Where(letter => ids.Contains(letter.CallId) && mine.Contains(letter.MunicipalityId) && letter.WithdrawnAt == null).Select(letter => new { letter.CallId, letter.ApplicantName }).ToListAsync(cancellationToken);
        Letters = [.. letters.Select(call => new LetterCall(call.Slug, call.Definition.Title.In(RequestContext.Language), call.Phase(PhaseKind.LetterOfIntent)!.Until, call.Definition.LetterOfIntentRequired,
            string.Join(", ", standing.Where(each => each.CallId == call.Id).Select(each => each.ApplicantName))))];
    }

    private async Task SortOpenAsync(List<Call> open, List<OwnRow> rows, CancellationToken cancellationToken)
    {
        var mine = await ApplicationQueries.MunicipalitiesAsync(db, request.User.Municipalities(), cancellationToken);
        var applied = await ApplicationQueries.AppliedAsync(db, [.. mine.Select(each => each.Id)], cancellationToken);
        var (list, further) = (new List<OpenCall>(), new List<OpenCall>());
        foreach (var call in open)
        {
            var free = mine.Where(each => !applied.Contains((call.Id, each.Id))).ToList();
            var worksOnOne = rows.Any(row => row.CallId == call.Id && row.Status != ApplicationState.Withdrawn);
            var deadline = call.Phase(PhaseKind.Application)!.Until;
            (free.Count == 0 && worksOnOne ? further : list).Add(new(call.Slug, call.Definition.Title.In(RequestContext.Language), call.Definition.Summary.In(RequestContext.Language), deadline, Left(deadline),
                AtOnce: mine.Count == 1 && free.Count == 1, Taken: free.Count > 0 ? null : string.Join(", ", mine.Select(each => each.Name)),
                Action: free.Count > 0 ? texts["Bewerbung beginnen"] : texts["Weitere Bewerbung beginnen"]));
        }
        (Open, Further) = (list, further);
    }

    private Item ItemOf(OwnRow row, Call call, Dictionary<Guid, int> missing)
    {
        var isOpen = call.IsIn(PhaseKind.Application, request.Began);
        var deadline = call.Phase(PhaseKind.Application)?.Until;
        return new(row, row.Title.Length == 0 ? texts["Noch ohne Titel"] : row.Title, call.Definition.Title.In(RequestContext.Language), isOpen, deadline, Left(deadline),
            missing.GetValueOrDefault(row.Id), row.EntryNumber is { } entry ? call.Definition.EntryNumber(entry) : row.ArrivalNumber is { } arrival ? call.Definition.ArrivalNumber(arrival) : null);
    }

    private string? Left(DateTime? deadline) => deadline is { } until ? ApplicationWords.DaysLeft(until, request.Began, texts) : null;
}
