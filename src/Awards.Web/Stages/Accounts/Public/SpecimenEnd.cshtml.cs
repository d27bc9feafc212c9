using Awards.Web.Platform;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Calls;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Ends looking at pages as somebody else. Public, because a specimen has no account.</summary>
public sealed class SpecimenEndModel(Installation installation) : PageModel
{
    public void OnGet() { }

    public IActionResult OnPost()
    {
        SpecimenView.End(HttpContext, installation);
        return LocalRedirect(CallLinks.OfficeStart);
    }
}
