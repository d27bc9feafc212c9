using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
public sealed class SignInCodeModel(AwardsDbContext db, SignIns signIns, SecondFactors factors, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool Expired { get; private set; }

    public async Task OnGetAsync() => Expired = await signIns.PendingAsync() is null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIns.PendingAsync() is not { } pending || await db.Users.AsNoTracking().FirstOrDefaultAsync(each => each.Id == pending.PersonId, cancellationToken) is not { } person)
        {
            Expired = true;
            return Page();
        }
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), texts["Bitte geben Sie den Code ein."]);
        else if ((await factors.CheckAsync(person.Id, Code, request.Write(), cancellationToken)).Refused(out var refusal)) ModelState.Add(texts, refusal, nameof(Code));
        else
        {
            await signIns.CompleteAsync(person, pending.Method, strong: true, cancellationToken);
            return LocalRedirect(AccountLinks.Landing(User, ReturnUrl, Url.IsLocalUrl(ReturnUrl)));
        }
        return Page();
    }
}
