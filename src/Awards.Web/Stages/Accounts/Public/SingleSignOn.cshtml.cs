using System.Security.Claims;
using Awards.Web.Data;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Sign-in through the provider: the way there, and back with what it says. Only accounts that their owner has linked come in: an address that the provider names proves nothing.</summary>
public sealed class SingleSignOnModel(AwardsDbContext db, SignIns signIns, SingleSignOnOptions options) : PageModel
{
    public string Name => options.Name;
    public bool Failed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? zurueck, string? fehler, CancellationToken cancellationToken)
    {
        if (!options.Enabled) return NotFound();
        if (fehler is not null)
        {
            Failed = true;
            return Page();
        }
        var found = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (found.Principal?.FindFirst(ClaimTypes.NameIdentifier) is not { } subject)
            return Challenge(new AuthenticationProperties { RedirectUri = AccountLinks.With(AccountLinks.SingleSignOn, Url.IsLocalUrl(zurueck) ? zurueck : null) }, SingleSignOn.Scheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var person = await db.UserLogins.Where(login => login.LoginProvider == subject.Issuer && login.ProviderKey == subject.Value)
            .Join(db.Users, login => login.UserId, each => each.Id, (_, each) => each).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (person is null) return Page();
        return LocalRedirect(await signIns.PassAsync(person, SignInMethod.SingleSignOn, options.SecondFactor, cancellationToken)
            ? AccountLinks.Landing(User, zurueck, Url.IsLocalUrl(zurueck))
            : AccountLinks.With(AccountLinks.SignInCode, zurueck));
    }
}
