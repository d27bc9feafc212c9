using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Microsoft.AspNetCore.Authorization;

namespace Awards.Web.Platform.Security;

/// <summary>Policies: one per persona folder, and one per role inside the office.</summary>
public static class Policies
{
    public const string Municipality = nameof(Municipality);
    public const string Office = nameof(Office);
    public const string Review = nameof(Review);
    public const string Jury = nameof(Jury);
    public const string Account = nameof(Account);

    /// <summary>Inside the office: runs the call.</summary>
    public const string Lead = nameof(Lead);

    /// <summary>In the jury: records awards.</summary>
    public const string JuryChair = nameof(JuryChair);

    /// <summary>Registers all policies; what has none is denied.</summary>
    public static void Add(AuthorizationOptions options)
    {
        AuthorizationPolicy InCall(params CallRole[] roles) => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new RoleInCall(roles)).Build();
        options.AddPolicy(Account, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Municipality, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ActsForMunicipality()));
        options.AddPolicy(Office, InCall(CallRole.Lead, CallRole.Editor, CallRole.Finance));
        options.AddPolicy(Review, InCall(CallRole.Reviewer));
        options.AddPolicy(Jury, InCall(CallRole.JuryMember, CallRole.JuryDeputy, CallRole.JuryChair));
        options.AddPolicy(Lead, InCall(CallRole.Lead));
        options.AddPolicy(JuryChair, InCall(CallRole.JuryChair));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}

/// <summary>The person holds one of the roles in the call of the address; on pages without a call, in any.</summary>
public sealed class RoleInCall(CallRole[] roles) : IAuthorizationRequirement
{
    internal CallRole[] Roles => roles;
}

/// <summary>Checks <see cref="RoleInCall"/>.</summary>
public sealed class RoleInCallHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RoleInCall>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleInCall requirement)
    {
        var call = accessor.HttpContext?.Items[typeof(Call)] as Call;
        if (context.User.Holds(call?.Id, requirement.Roles)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
