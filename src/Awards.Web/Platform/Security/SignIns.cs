using System.Security.Claims;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>Somebody who showed the first factor and still owes the second.</summary>
public sealed record PendingSignIn(Guid PersonId, SignInMethod Method);

/// <summary>Turns a proof of identity into a session, asks for the second factor where there is one, ends sessions.</summary>
public sealed class SignIns(AwardsDbContext db, IHttpContextAccessor accessor, PersonClaims principals, RequestContext request, TimeProvider clock)
{
    private static readonly TimeSpan PendingFor = TimeSpan.FromMinutes(10);

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The first factor was right. True when the person is now signed in; false when the second factor is asked for.</summary>
    /// <param name="strong">The proof was more than one factor: a passkey, or a provider that saw to it.</param>
    public async Task<bool> PassAsync(Person person, SignInMethod method, bool strong, CancellationToken cancellationToken)
    {
        if (strong || !person.TwoFactorEnabled)
        {
            await CompleteAsync(person, method, strong, cancellationToken);
            return true;
        }
        var pending = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.AuthenticationMethod, method.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(pending), new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + PendingFor });
        return false;
    }

    /// <summary>Who owes the second factor in this browser, or null.</summary>
    public async Task<PendingSignIn?> PendingAsync()
    {
        var found = await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return found.Principal?.PersonId() is { } id && Enum.TryParse<SignInMethod>(found.Principal.FindFirstValue(ClaimTypes.AuthenticationMethod), out var method) ? new(id, method) : null;
    }

    /// <summary>Begins a session. A session that this browser already had ends.</summary>
    public async Task CompleteAsync(Person person, SignInMethod method, bool strong, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session
        {
            Id = SecretId.New(),
            PersonId = person.Id,
            Method = method,
            Strong = strong,
            Device = Devices.Name(Http.Request.Headers.UserAgent.ToString()),
            CreatedAt = now,
            LastSeenAt = now,
            ProvedAt = now,
        };
        var before = request.SessionOrNull?.Id;
        var write = request.Write() with { Who = person.Id };
        _ = (await db.WriteAsync(write, AuditAction.SignedIn, async () =>
        {
            if (before is { } old) await db.Sessions.Where(each => each.Id == old).ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, now), cancellationToken);
            db.Sessions.Add(session);
            db.Record(write, AuditAction.SignedIn, nameof(Person), person.Id, $$"""{"Method":"{{method}}","Strong":{{(strong ? "true" : "false")}}}""");
            return (Outcome<Guid>)session.Id;
        }, cancellationToken: cancellationToken)).Fact;
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var principal = await principals.CreateAsync(person, session.Id, strong);
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        // What this request still shows or decides, it shows and decides for the person who is now signed in.
        Http.User = principal;
        Http.Items[typeof(SessionState)] = new SessionState(session.Id, method, strong, now);
    }

    /// <summary>The person proved again who they are, in the session they have. <paramref name="strong"/>: with the second factor or a passkey.</summary>
    public async Task ProveAgainAsync(bool strong, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = request.Session;
        var write = request.Write();
        _ = (await db.WriteAsync(write, AuditAction.IdentityProved, async () =>
        {
            await db.Sessions.Where(each => each.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.ProvedAt, now).SetProperty(each => each.Strong, each => each.Strong || strong), cancellationToken);
            db.Record(write, AuditAction.IdentityProved, nameof(Person), request.PersonId, $$"""{"Strong":{{(strong ? "true" : "false")}}}""");
            return (Outcome<Guid>)session.Id;
        }, cancellationToken: cancellationToken)).Fact;
        Http.Items[typeof(SessionState)] = session with { ProvedAt = now, Strong = session.Strong || strong };
    }

    /// <summary>Ends sessions of a person; to be called inside a write.</summary>
    /// <param name="except">The one that stays, or null.</param>
    public async Task<int> EndAsync(Guid personId, Guid? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Sessions.Where(each => each.PersonId == personId && each.EndedAt == null && each.Id != (except ?? Guid.Empty))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, now), cancellationToken);
    }

    /// <summary>Links on their way to a person lead nowhere from now on: those that sign in and those that would change the address. To be called inside a write.</summary>
    public async Task CancelLinksAsync(Guid personId, CancellationToken cancellationToken)
    {
        await db.MailLinks.Where(each => each.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.AddressChanges.Where(each => each.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Ends this session and takes the cookie away.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        var (now, id) = (clock.GetUtcNow().UtcDateTime, request.Session.Id);
        var write = request.Write();
        _ = (await db.WriteAsync(write, AuditAction.SignedOut, async () =>
        {
            await db.Sessions.Where(each => each.Id == id).ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, now), cancellationToken);
            db.Record(write, AuditAction.SignedOut, nameof(Person), request.PersonId);
            return (Outcome<Guid>)id;
        }, cancellationToken: cancellationToken)).Fact;
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
