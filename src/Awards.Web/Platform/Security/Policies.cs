using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Microsoft.AspNetCore.Authorization;

namespace Awards.Web.Platform.Security;

/// <summary>Policies: one per persona folder, and one for each named <see cref="Right"/> of a stage.</summary>
public static class Policies
{
    public const string Municipality = nameof(Municipality);
    public const string Office = nameof(Office);
    public const string Review = nameof(Review);
    public const string Jury = nameof(Jury);
    public const string Account = nameof(Account);

    /// <summary>Registers the policies of the personas and of the named rights; what has none is denied.</summary>
    public static void Add(AuthorizationOptions options, IEnumerable<Right> rights)
    {
        options.AddPolicy(Account, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => !context.User.IsSpecimen()));
        options.AddPolicy(Municipality, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ActsForMunicipality()));
        foreach (var right in rights) options.AddPolicy(right.Name, policy => policy.RequireAuthenticatedUser().AddRequirements(new RoleInCall(right.Roles)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}

/// <summary>The person holds one of the roles in the call of the address; on pages without a call, in any.</summary>
public sealed class RoleInCall(CallRole[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<CallRole> Roles => roles;
}

/// <summary>Checks <see cref="RoleInCall"/>.</summary>
public sealed class RoleInCallHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RoleInCall>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleInCall requirement)
    {
        var call = accessor.HttpContext?.Items[typeof(Call)] as Call;
        if (context.User.Holds(call?.Id, [.. requirement.Roles])) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
