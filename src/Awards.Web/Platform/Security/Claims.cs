using System.Globalization;
using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>What a signed-in person's cookie says about them. Renewed with the security stamp.</summary>
public static class AwardsClaims
{
    /// <summary>"{call id}:{role}".</summary>
    public const string Role = "awards:role";

    /// <summary>Id of a municipality the person acts for.</summary>
    public const string Municipality = "awards:municipality";

    /// <summary>Name shown in the navigation.</summary>
    public const string DisplayName = "awards:name";

    /// <summary>Id of the session that the cookie belongs to.</summary>
    public const string Session = "awards:session";

    /// <summary>State of the rights that the cookie was made from.</summary>
    public const string Rights = "awards:rights";

    /// <summary>"1" where the person works on an application.</summary>
    public const string Member = "awards:member";

    /// <summary>"1" where roles sleep until a second factor is set up and shown.</summary>
    public const string NeedsFactor = "awards:needs-factor";

    /// <summary>Id of the person who looks at pages as a specimen of a role; only specimens have it.</summary>
    public const string Viewer = "awards:viewer";

    /// <summary>True for a specimen of a role: it sees pages, has nothing of its own and may change nothing.</summary>
    public static bool IsSpecimen(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Viewer);

    /// <summary>Whom an action is put down to: the person, also while looking at pages as a specimen.</summary>
    public static Guid? ActingPersonId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Viewer), out var viewer) ? viewer : user.PersonId();

    /// <summary>The person's id, or null when nobody is signed in.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>True when the person holds one of the roles in a call; call null = in any call.</summary>
    public static bool Holds(this ClaimsPrincipal user, Guid? callId, params ReadOnlySpan<CallRole> roles)
    {
        foreach (var claim in user.FindAll(Role))
        {
            var at = claim.Value.IndexOf(':', StringComparison.Ordinal);
            if ((callId is null || claim.Value.AsSpan(0, at).SequenceEqual(callId.Value.ToString())) && Enum.TryParse<CallRole>(claim.Value.AsSpan(at + 1), out var role) && roles.Contains(role))
                return true;
        }
        return false;
    }

    /// <summary>Ids of the calls in which the person holds one of the roles.</summary>
    public static IReadOnlyList<Guid> CallsWith(this ClaimsPrincipal user, params CallRole[] roles) =>
        [.. user.FindAll(Role).Select(claim => claim.Value.Split(':')).Where(parts => roles.Any(role => parts[1] == role.ToString())).Select(parts => Guid.Parse(parts[0])).Distinct()];

    /// <summary>Ids of the municipalities the person acts for.</summary>
    public static IReadOnlyList<Guid> Municipalities(this ClaimsPrincipal user) => [.. user.FindAll(Municipality).Select(claim => Guid.Parse(claim.Value)).Distinct()];

    /// <summary>True when the person acts for a municipality.</summary>
    public static bool ActsForMunicipality(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type is Municipality or Member);
}

/// <summary>Puts roles and municipalities into the cookie.</summary>
public sealed class PersonClaims(AwardsDbContext db, AccountOptions options, Installation installation)
{
    /// <summary>True where roles count only after a second factor.</summary>
    public bool FactorRequired => options.RequireSecondFactor && !installation.Demo;

    /// <summary>Value of <see cref="AwardsClaims.Rights"/>: differs when roles or their conditions changed, also by a setting.</summary>
    internal string Stamp(int rightsVersion, bool strong) => string.Create(CultureInfo.InvariantCulture, $"{rightsVersion}{(strong ? "s" : "")}{(FactorRequired ? "f" : "")}");

    /// <summary>The signed-in person of a session.</summary>
    /// <param name="strong">The session was begun with a passkey or a second factor.</param>
    public async Task<ClaimsPrincipal> CreateAsync(Person person, Guid sessionId, bool strong)
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.UserName ?? ""), new(AwardsClaims.DisplayName, person.DisplayName),
            new(AwardsClaims.Session, sessionId.ToString()), new(AwardsClaims.Rights, Stamp(person.RightsVersion, strong)),
        ], IdentityConstants.ApplicationScheme);
        foreach (var id in await db.Affiliations.Where(each => each.PersonId == person.Id && each.Standing != Standing.Rejected).Select(each => each.MunicipalityId).ToListAsync())
            identity.AddClaim(new(AwardsClaims.Municipality, id.ToString()));
        if (await db.ApplicationMembers.AnyAsync(each => each.PersonId == person.Id)) identity.AddClaim(new(AwardsClaims.Member, "1"));
        var roles = await db.RoleAssignments.AsNoTracking().Where(role => role.PersonId == person.Id).ToListAsync();
        if (FactorRequired && !strong && roles.Count > 0) identity.AddClaim(new(AwardsClaims.NeedsFactor, "1"));
        else identity.AddClaims(roles.Select(role => new Claim(AwardsClaims.Role, $"{role.CallId}:{role.Role}")));
        return new ClaimsPrincipal(identity);
    }
}
