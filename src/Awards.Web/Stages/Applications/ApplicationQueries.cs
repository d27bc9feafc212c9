using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>An application in its member's list.</summary>
public sealed record OwnRow(Guid Id, Guid CallId, string Applicant, string Title, ApplicationState Status, int? ArrivalNumber, DateTime? SubmittedAt, int? EntryNumber, bool MayEdit);

/// <summary>A municipality in a list of choices.</summary>
public sealed record MunicipalityChoice(Guid Id, string Name);

/// <summary>Reads lists for the pages of the municipality.</summary>
public static class ApplicationQueries
{
    /// <summary>Applications of all calls in which the person works, newest first.</summary>
    public static Task<List<OwnRow>> OwnAsync(AwardsDbContext db, Guid person, CancellationToken cancellationToken) =>
        (from member in db.ApplicationMembers
         where member.PersonId == person
         join application in db.Applications on member.ApplicationId equals application.Id
         orderby application.CreatedAt descending, application.Id
         select new OwnRow(application.Id, application.CallId, application.ApplicantName, application.Texts.Title, application.Status, application.ArrivalNumber, application.SubmittedAt,
             db.Entries.Where(entry => entry.ApplicationId == application.Id).Select(entry => (int?)entry.Number).FirstOrDefault(),
             member.Right != MemberRight.Read)).ToListAsync(cancellationToken);

    /// <summary>
    /// Number of missing items of the person's drafts in some calls. The one list that reads whole applications: without them nobody can say
    /// what is missing, and a person has few drafts.
    /// </summary>
    public static async Task<Dictionary<Guid, int>> MissingAsync(AwardsDbContext db, Guid person, IReadOnlyCollection<Call> calls, CancellationToken cancellationToken)
    {
        var ids = calls.Select(call => call.Id).ToList();
        var drafts = await (from member in db.ApplicationMembers
                            where member.PersonId == person
                            join application in db.Applications.Include(each => each.Projects) on member.ApplicationId equals application.Id
                            where application.Status == ApplicationState.Draft && ids.Contains(application.CallId)
                            select application).AsNoTracking().ToListAsync(cancellationToken);
        return drafts.ToDictionary(draft => draft.Id, draft => ApplicationRules.Missing(draft, calls.First(call => call.Id == draft.CallId).Definition).Count);
    }

    /// <summary>The municipalities of some ids, by name.</summary>
    public static Task<List<MunicipalityChoice>> MunicipalitiesAsync(AwardsDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.Municipalities.Where(each => ids.Contains(each.Id)).OrderBy(each => each.NameSort).ThenBy(each => each.Id)
            .Select(each => new MunicipalityChoice(each.Id, each.Name)).ToListAsync(cancellationToken);

    /// <summary>Which of the municipalities already apply in which call, whoever works on it; withdrawn ones do not count.</summary>
    public static async Task<HashSet<(Guid Call, Guid Municipality)>> AppliedAsync(AwardsDbContext db, IReadOnlyCollection<Guid> municipalities, CancellationToken cancellationToken) =>
        [.. (await db.Applications.Where(each => each.MunicipalityId != null && municipalities.Contains(each.MunicipalityId.Value) && each.Status != ApplicationState.Withdrawn)
            .Select(each => new { each.CallId, Municipality = each.MunicipalityId!.Value }).Distinct().ToListAsync(cancellationToken)).Select(each => (each.CallId, each.Municipality))];
}
