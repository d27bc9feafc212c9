using Awards.Domain.Accounts;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Accounts;

/// <summary>What account pages read.</summary>
public static class AccountQueries
{
    /// <summary>Sessions of a person that still live.</summary>
    public static IQueryable<Session> Living(AwardsDbContext db, Guid personId, DateTime now)
    {
        var idle = now - Session.Idle;
        return db.Sessions.Where(session => session.PersonId == personId && session.EndedAt == null && session.LastSeenAt > idle);
    }

    /// <summary>Invitations to a call that are neither accepted nor withdrawn, newest first.</summary>
    public static Task<List<Invitation>> OpenInvitationsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.Invitations.AsNoTracking().Where(each => each.CallId == callId && each.AcceptedAt == null && each.WithdrawnAt == null).OrderByDescending(each => each.CreatedAt).ToListAsync(cancellationToken);
}
