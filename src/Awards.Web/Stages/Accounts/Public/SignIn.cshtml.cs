using System.ComponentModel.DataAnnotations;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Sign-in with address and password, or with a passkey. The answer is the same whether the address exists or not.</summary>
public sealed class SignInModel(AwardsDbContext db, SignInDesk desk, SignIns signIns, PasskeyDesk passkeys,
    AccountOptions options, SingleSignOnOptions sso, Installation installation, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Name of the provider of single sign-on, where there is one.</summary>
    public string? SingleSignOn => sso.Enabled ? sso.Name : null;

    public bool Registration => options.Registration;

    public IReadOnlyList<(string Name, string Mail)> DemoAccounts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.CheckPasswordAsync(Input.Mail!, Input.Password!, cancellationToken);
            if (!outcome.Refused(out var refusal)) return await GoOnAsync(outcome.Fact, SignInMethod.Password, strong: false, cancellationToken);
            ModelState.Add(texts, refusal);
        }
        return await AgainAsync(cancellationToken);
    }

    /// <summary>What the browser needs to ask for a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellationToken) => Content(await passkeys.OptionsAsync(null, cancellationToken), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var outcome = await passkeys.CheckAsync(credential, owner: null, cancellationToken);
        if (!outcome.Refused(out var refusal)) return await GoOnAsync(outcome.Fact, SignInMethod.Passkey, strong: true, cancellationToken);
        ModelState.Add(texts, refusal);
        return await AgainAsync(cancellationToken);
    }

    private async Task<IActionResult> GoOnAsync(Person person, SignInMethod method, bool strong, CancellationToken cancellationToken) =>
        LocalRedirect(await signIns.PassAsync(person, method, strong, cancellationToken)
            ? AccountLinks.Landing(User, ReturnUrl, Url.IsLocalUrl(ReturnUrl))
            : AccountLinks.With(AccountLinks.SignInCode, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null));

    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        Input.Password = null;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!installation.Demo) return;
        DemoAccounts = [.. (await db.Users.AsNoTracking().Where(person => person.IsDemo).OrderBy(person => person.Email)
            .Select(person => new { person.DisplayName, person.Email }).ToListAsync(cancellationToken)).Select(person => (person.DisplayName, person.Email!))];
    }
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInInput
{
    [Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein.")]
    public string? Mail { get; set; }

    [Required(ErrorMessage = "Bitte geben Sie Ihr Passwort ein.")]
    public string? Password { get; set; }
}
