using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Platform.Requests;

/// <summary>The role in which a person acts: what the folder of the page asks for and the person holds.</summary>
public static class ActingAs
{
    /// <summary>Roles that open a folder, the strongest first.</summary>
    private static readonly Dictionary<string, CallRole[]> Roles = new()
    {
        [Policies.Office] = [CallRole.Lead, CallRole.Editor, CallRole.Finance],
        [Policies.Review] = [CallRole.Reviewer],
        [Policies.Jury] = [CallRole.JuryChair, CallRole.JuryDeputy, CallRole.JuryMember],
    };

    /// <summary>"Lead", "Reviewer", "Municipality:{id}"; the folder's name where no role decides; null when no page is asked for.</summary>
    public static string? In(HttpContext http)
    {
        if (http.User.IsSpecimen()) return "Specimen";
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.Split('/') is not [_, _, var persona, ..]) return null;
        if (persona == Policies.Municipality) return http.User.Municipalities() is [var only] ? $"{persona}:{only}" : persona;
        var call = (http.Items[typeof(Call)] as Call)?.Id;
        return Roles.TryGetValue(persona, out var roles) && roles.Where(role => http.User.Holds(call, role)).Select(role => (CallRole?)role).FirstOrDefault() is { } held
            ? held.ToString() : persona;
    }
}
