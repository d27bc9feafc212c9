using System.ComponentModel.DataAnnotations;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Sign-in with mail address and password. The answer is the same whether the address exists or not.</summary>
public sealed class SignInModel(AwardsDbContext db, SignInManager<Person> signIn, UserManager<Person> users, IPasswordHasher<Person> hasher,
    Installation installation, RequestContext request, AwardsMeters meters, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(new Person(), "nobody");

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<(string Name, string Mail)> DemoAccounts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = ModelState.IsValid ? await users.FindByEmailAsync(Input.Mail!) : null;
        // An unknown address costs the same time as a wrong password.
        if (ModelState.IsValid && person is null) hasher.VerifyHashedPassword(new Person(), NobodysHash, Input.Password!);
        var passed = person is not null && (await signIn.PasswordSignInAsync(person, Input.Password!, isPersistent: false, lockoutOnFailure: true)).Succeeded;
        if (person is not null) await db.RecordAsync(request.Write() with { Who = person.Id }, passed ? AuditAction.SignedIn : AuditAction.SignInFailed, nameof(Person), person.Id, cancellationToken);
        if (passed)
        {
            var user = await signIn.CreateUserPrincipalAsync(person!);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : AccountLinks.Starts(user).Select(start => start.Href).FirstOrDefault("/"));
        }
        meters.SignInFailed();
        if (ModelState.IsValid)
            ModelState.AddModelError("", texts["E-Mail-Adresse oder Passwort stimmen nicht. Nach zehn Fehlversuchen ist ein Konto zehn Minuten gesperrt."]);
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
