using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Signs out.</summary>
public sealed class SignOutModel(AwardsDbContext db, SignInManager<Person> signIn, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await db.RecordAsync(request.Write(), AuditAction.SignedOut, nameof(Person), request.PersonId, cancellationToken);
        await signIn.SignOutAsync();
        return LocalRedirect(ShellLinks.Home);
    }
}
