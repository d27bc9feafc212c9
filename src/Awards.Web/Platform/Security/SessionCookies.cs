using System.Security.Claims;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>What a request knows of its session.</summary>
public sealed record SessionState(Guid Id, SignInMethod Method, bool Strong, DateTime ProvedAt);

/// <summary>A cookie counts only while its session lives; roles that changed are taken over with the next request. One query.</summary>
public sealed class SessionCookies(AwardsDbContext db, PersonClaims principals, TimeProvider clock) : CookieAuthenticationEvents
{
    /// <summary>How exactly the last request of a session is known.</summary>
    private static readonly TimeSpan SeenRhythm = TimeSpan.FromMinutes(5);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        var now = clock.GetUtcNow().UtcDateTime;
        var idle = now - Session.Idle;
        // One connection for the whole request: opening one on SQLite registers two dozen functions.
        if (db.Database.IsSqlite()) await db.Database.OpenConnectionAsync(cancellation);
        if (!Guid.TryParse(context.Principal?.FindFirstValue(AwardsClaims.Session), out var id)
            || await db.Sessions.Where(session => session.Id == id && session.EndedAt == null && session.LastSeenAt > idle)
                .Join(db.Users, session => session.PersonId, person => person.Id, (session, person) => new { session.Method, session.Strong, session.ProvedAt, session.LastSeenAt, person.RightsVersion, person.Id })
                .FirstOrDefaultAsync(cancellation) is not { } found
            || found.Id != context.Principal!.PersonId())
        {
            context.RejectPrincipal();
            return;
        }
        context.HttpContext.Items[typeof(SessionState)] = new SessionState(id, found.Method, found.Strong, found.ProvedAt);
        if (context.Principal!.FindFirstValue(AwardsClaims.Rights) != principals.Stamp(found.RightsVersion, found.Strong))
        {
            var person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == found.Id, cancellation);
            context.ReplacePrincipal(await principals.CreateAsync(person, id, found.Strong));
            context.ShouldRenew = true;
        }
        if (now - found.LastSeenAt > SeenRhythm) await SeenAsync(id, now, cancellation);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Roles sleep until the second factor is set up: that is the page to go to, not a refusal.
        if (context.HttpContext.User.HasClaim(AwardsClaims.NeedsFactor, "1") && HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(SecondFactorPath);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Where the second factor is set up.</summary>
    public const string SecondFactorPath = "/konto/zweiter-faktor";

    private async Task SeenAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        using var turn = db.Gate is null ? null : await db.Gate.EnterAsync(cancellationToken);
        await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
    }
}
