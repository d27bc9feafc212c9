using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Signs out.</summary>
public sealed class SignOutModel(SignIns signIns) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await signIns.SignOutAsync(cancellationToken);
        return LocalRedirect(ShellLinks.Home);
    }
}
