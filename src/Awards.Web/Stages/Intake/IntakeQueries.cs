using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>An application in the list.</summary>
public sealed record ApplicationRow(Guid Id, int? Arrival, DateTime? SubmittedAt, string Name, string NameSort, string Title,
    MunicipalityType? Type, string? State, ApplicationState Status, bool IsJoint);

/// <summary>One page of the list, and how many there are.</summary>
/// <param name="Rows">Rows of this page.</param>
/// <param name="Matching">How many the filter lets through.</param>
/// <param name="Page">The page shown; the last one where the address asks for more.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Counts">All of the call, drafts included, by state.</param>
public sealed record ApplicationPage(IReadOnlyList<ApplicationRow> Rows, int Matching, int Page, int Pages, IReadOnlyDictionary<ApplicationState, int> Counts);

/// <summary>An application with everything that was submitted.</summary>
public sealed record ApplicationDetails(Application Application, IntakeDecision? Decision, string? DecidedBy, int? EntryNumber, string? GroupCode);

/// <summary>What the office reads of applications. Of drafts it learns their number only.</summary>
public static class IntakeQueries
{
    /// <summary>One page of the list, in two queries.</summary>
    public static async Task<ApplicationPage> ListAsync(AwardsDbContext db, Call call, ApplicationFilter filter, CancellationToken cancellationToken)
    {
        var counts = await db.Applications.Where(application => application.CallId == call.Id).GroupBy(application => application.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var rows = Sorted(Found(await RowsAsync(db, call.Id, filter, cancellationToken), call, filter), filter).ToList();

        var size = filter.Size == ApplicationFilter.All ? Math.Max(rows.Count, 1) : int.Parse(filter.Size, System.Globalization.CultureInfo.InvariantCulture);
        var pages = Math.Max(1, (rows.Count + size - 1) / size);
        var page = Math.Min(filter.Page, pages);
        return new([.. rows.Skip((page - 1) * size).Take(size)], rows.Count, page, pages, counts);
    }

    /// <summary>A submitted application of the call with its decision; null for drafts and for those of other calls.</summary>
    public static async Task<ApplicationDetails?> FindAsync(AwardsDbContext db, Guid callId, Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(each => each.Projects)
            .FirstOrDefaultAsync(each => each.Id == id && each.CallId == callId && each.Status != ApplicationState.Draft, cancellationToken);
        if (application is null) return null;
        var decision = await db.IntakeDecisions.AsNoTracking().Where(each => each.ApplicationId == id).OrderByDescending(each => each.DecidedAt)
            .Select(each => new { Decision = each, By = db.Users.Where(person => person.Id == each.DecidedBy).Select(person => person.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        var entry = await db.Entries.Where(each => each.ApplicationId == id).Select(each => new { each.Number, each.GroupCode }).FirstOrDefaultAsync(cancellationToken);
        return new(application, decision?.Decision, decision?.By, entry?.Number, entry?.GroupCode);
    }

    /// <summary>The application for whoever may see its contacts, which mails hold, as <see cref="FindAsync"/>; null for anybody else.</summary>
    public static async Task<ApplicationDetails?> ReadableAsync(AwardsDbContext db, Guid callId, Guid id, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        viewer.MaySeeContacts(callId) ? await FindAsync(db, callId, id, cancellationToken) : null;

    /// <summary>The last fifty of the call that arrived, for whoever may see their contacts.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Label)>> LatestAsync(AwardsDbContext db, Guid callId, ClaimsPrincipal viewer, bool excludedOnly, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeContacts(callId)) return [];
        var rows = db.Applications.Where(application => application.CallId == callId && application.Status != ApplicationState.Draft);
        if (excludedOnly) rows = rows.Where(application => application.Status == ApplicationState.Excluded);
        return [.. (await rows.OrderByDescending(application => application.ArrivalNumber).Take(50).Select(application => new { application.Id, application.ApplicantName, application.Texts.Title }).ToListAsync(cancellationToken))
            .Select(row => (row.Id, $"{row.ApplicantName}: {row.Title}"))];
    }

    private static Task<List<ApplicationRow>> RowsAsync(AwardsDbContext db, Guid callId, ApplicationFilter filter, CancellationToken cancellationToken)
    {
        var applications = db.Applications.Where(application => application.CallId == callId && application.Status != ApplicationState.Draft);
        foreach (var (code, state) in ApplicationFilter.States)
            if (filter.Status == code) applications = applications.Where(application => application.Status == state);
        if (filter.Type is { } type)
        {
            var wanted = MunicipalityTypes.Parse(type);
            applications = applications.Where(application => application.Type == wanted);
        }
        if (filter.State is { } land)
        {
            var wanted = land == ApplicationFilter.Without ? null : land;
            applications = applications.Where(application => application.State == wanted);
        }
        return applications.Select(application => new ApplicationRow(application.Id, application.ArrivalNumber, application.SubmittedAt, application.ApplicantName,
            application.ApplicantSort, application.Texts.Title, application.Type, application.State, application.Status, application.IsJoint)).ToListAsync(cancellationToken);
    }

    // A title has a stored key only from admission on; a call has few enough applications to make keys while looking.
    private static IEnumerable<ApplicationRow> Found(List<ApplicationRow> rows, Call call, ApplicationFilter filter)
    {
        var key = SortKey.Of(filter.Search ?? "");
        return key.Length == 0 ? rows : rows.Where(row => row.NameSort.Contains(key, StringComparison.Ordinal)
            || SortKey.Of(row.Title).Contains(key, StringComparison.Ordinal)
            || SortKey.Of(call.Definition.ArrivalNumber(row.Arrival ?? 0)).Contains(key, StringComparison.Ordinal));
    }

    private static IEnumerable<ApplicationRow> Sorted(IEnumerable<ApplicationRow> rows, ApplicationFilter filter)
    {
        var byArrival = rows.OrderBy(row => row.Arrival);
        var sorted = filter.Sort switch
        {
            ApplicationFilter.ByName => byArrival.OrderBy(row => row.NameSort, StringComparer.Ordinal),
            ApplicationFilter.ByTitle => byArrival.OrderBy(row => SortKey.Of(row.Title), StringComparer.Ordinal),
            ApplicationFilter.ByStatus => byArrival.OrderBy(row => row.Status),
            _ => byArrival,
        };
        return filter.Descending ? sorted.Reverse() : sorted;
    }
}
