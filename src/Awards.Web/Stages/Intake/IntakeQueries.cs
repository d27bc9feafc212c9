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

/// <summary>An application with everything that was submitted.</summary>
public sealed record ApplicationDetails(Application Application, IntakeDecision? Decision, string? DecidedBy, int? EntryNumber, string? GroupCode, string? TypeSource = null, string? GroupSource = null);

/// <summary>What the office reads of applications. Of drafts it learns their number only.</summary>
public static class IntakeQueries
{
    /// <summary>A submitted application of the call with its decision; null for drafts and for those of other calls.</summary>
    public static async Task<ApplicationDetails?> FindAsync(AwardsDbContext db, Guid callId, Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(each => each.Projects)
            .FirstOrDefaultAsync(each => each.Id == id && each.CallId == callId && each.Status != ApplicationState.Draft, cancellationToken);
        if (application is null) return null;
        var decision = await db.IntakeDecisions.AsNoTracking().Where(each => each.ApplicationId == id).OrderByDescending(each => each.DecidedAt).ThenByDescending(each => each.Id)
            .Select(each => new { Decision = each, By = db.Users.Where(person => person.Id == each.DecidedBy).Select(person => person.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        var entry = await db.Entries.Where(each => each.ApplicationId == id).Select(each => new { each.Number, each.GroupCode, each.TypeSource, each.GroupSource }).FirstOrDefaultAsync(cancellationToken);
        return new(application, decision?.Decision, decision?.By, entry?.Number, entry?.GroupCode, entry?.TypeSource, entry?.GroupSource);
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
}
