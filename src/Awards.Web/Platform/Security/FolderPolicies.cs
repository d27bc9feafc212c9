using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Awards.Web.Platform.Security;

/// <summary>A page's folder is its policy: Stages/&lt;Stage&gt;/&lt;Persona&gt;/&lt;Page&gt;.</summary>
public sealed class FolderPolicies : IPageApplicationModelConvention
{
    private static readonly HashSet<string> Personas = [Policies.Municipality, Policies.Office, Policies.Review, Policies.Jury, Policies.Account];

    public void Apply(PageApplicationModel model)
    {
        var parts = model.ViewEnginePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3) throw new InvalidOperationException($"The page {model.ViewEnginePath} does not lie in Stages/<Stage>/<Persona>.");
        if (parts[1] == "Public") model.EndpointMetadata.Add(new AllowAnonymousAttribute());
        else if (Personas.Contains(parts[1])) model.EndpointMetadata.Add(new AuthorizeAttribute(parts[1]));
        else throw new InvalidOperationException($"The page {model.ViewEnginePath} lies in no persona's folder.");
    }
}
