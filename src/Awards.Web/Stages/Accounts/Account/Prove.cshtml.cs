using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Asks a signed-in person once more who they are.</summary>
public sealed class ProveModel(AwardsDbContext db, SignInDesk desk, SignIns signIns, PasskeyDesk passkeys, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public int Minutes => (int)RecentProofAttribute.Lasts.TotalMinutes;
    public bool HasPassword { get; private set; }
    public bool HasPasskey { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == request.PersonId, cancellationToken);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), texts["Bitte geben Sie Ihr Passwort ein."]);
        else if ((await desk.CheckPasswordAsync(person.Email!, Password, cancellationToken)).Refused(out var refusal))
            ModelState.Add(texts, refusal.Code == SignInDesk.Wrong.Code ? new("prove.wrong", /*text*/ "Das Passwort stimmt nicht.") : refusal, nameof(Password));
        else return await BackAsync(strong: false, cancellationToken);
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellationToken) => Content(await passkeys.OptionsAsync(request.PersonId, cancellationToken), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken)
    {
        if (!(await passkeys.CheckAsync(credential, request.PersonId, cancellationToken)).Refused(out var refusal)) return await BackAsync(strong: true, cancellationToken);
        ModelState.Add(texts, refusal);
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<IActionResult> BackAsync(bool strong, CancellationToken cancellationToken)
    {
        await signIns.ProveAgainAsync(strong, cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : AccountLinks.Account);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        HasPassword = await db.Users.AnyAsync(each => each.Id == request.PersonId && each.PasswordHash != null, cancellationToken);
        HasPasskey = await db.UserPasskeys.AnyAsync(each => each.UserId == request.PersonId, cancellationToken);
    }
}
