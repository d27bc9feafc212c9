using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Accounts;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy.Account;

/// <summary>What a person may ask for: a copy, a correction, to be forgotten.</summary>
[RecentProof]
public sealed class DataModel(Erasures erasures, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public bool Meant { get; set; }

    /// <summary>What stands against erasure; null = nothing.</summary>
    public Refusal? Standing { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Standing = await erasures.RefusalAsync(request.PersonId, cancellationToken);

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancellationToken)
    {
        if (!Meant) ModelState.AddModelError(nameof(Meant), texts["Bitte kreuzen Sie an, dass Sie das Konto endgültig löschen wollen."]);
        else if ((await erasures.EraseAsync(request.PersonId, request.Write(), cancellationToken: cancellationToken)).Refused(out var refusal)) ModelState.Add(texts, refusal);
        else
        {
            await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            TempData.Say(texts["Ihr Konto ist gelöscht."]);
            return LocalRedirect(AccountLinks.SignIn);
        }
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
