using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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
    public static bool ActsForMunicipality(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Municipality);
}

/// <summary>Puts roles and municipalities into the cookie.</summary>
public sealed class PersonClaims(UserManager<Person> users, IOptions<IdentityOptions> options, AwardsDbContext db)
    : UserClaimsPrincipalFactory<Person>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(AwardsClaims.DisplayName, user.DisplayName));
        foreach (var role in await db.RoleAssignments.AsNoTracking().Where(role => role.PersonId == user.Id).ToListAsync())
            identity.AddClaim(new(AwardsClaims.Role, $"{role.CallId}:{role.Role}"));
        foreach (var id in await db.Affiliations.Where(each => each.PersonId == user.Id).Select(each => each.MunicipalityId).ToListAsync())
            identity.AddClaim(new(AwardsClaims.Municipality, id.ToString()));
        return identity;
    }
}
