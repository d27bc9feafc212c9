using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Accounts.Office;

/// <summary>A right with the roles that the policy in force lets in.</summary>
public sealed record RightLine(string Label, IReadOnlyList<CallRole> Roles);

/// <summary>A page and what its endpoint demands.</summary>
public sealed record RightPage(string Address, IReadOnlyList<string> Labels);

/// <summary>The matrix of rights, read from the policies and endpoints that are checked with every request.</summary>
[Authorize(Policy = AccountRights.Rights)]
public sealed class RightsModel(IAuthorizationPolicyProvider policies, EndpointDataSource endpoints, RequestContext request) : PageModel
{
    private static readonly Dictionary<string, string> Personas = new()
    {
        [Policies.Municipality] = /*text*/ "für eine Kommune handeln",
        [Policies.Account] = /*text*/ "angemeldet sein",
    };

    public Call Call => request.Call;
    public bool MayView => User.Holds(Call.Id, CallRole.Lead);
    public IReadOnlyList<CallRole> Roles { get; } = Enum.GetValues<CallRole>();
    public IReadOnlyList<RightLine> Lines { get; private set; } = [];
    public IReadOnlyList<RightPage> Pages { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var labels = StageRights.All.ToDictionary(right => right.Name, right => right.Label).Concat(Personas).ToDictionary(pair => pair.Key, pair => pair.Value);
        var lines = new List<RightLine>();
        foreach (var right in StageRights.All)
            lines.Add(new(right.Label, [.. (await policies.GetPolicyAsync(right.Name))!.Requirements.OfType<RoleInCall>().SelectMany(each => each.Roles)]));
        Lines = lines;
        Pages = [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => new RightPage("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), [.. Demanded(endpoint).Select(policy => labels[policy])]))
            .OrderBy(page => page.Address, StringComparer.Ordinal)];
    }

    // Where a page names a right, the one of its folder goes without saying.
    private static List<string> Demanded(RouteEndpoint endpoint)
    {
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct().ToList();
        return policies.Exists(policy => policy.Contains('.', StringComparison.Ordinal)) ? policies.FindAll(policy => policy.Contains('.', StringComparison.Ordinal)) : policies;
    }
}
