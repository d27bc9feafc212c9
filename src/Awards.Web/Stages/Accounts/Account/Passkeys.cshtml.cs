using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>The person's passkeys: list, add, remove.</summary>
[RecentProof]
public sealed class PasskeysModel(AwardsDbContext db, SignInManager<Person> passkeys, UserManager<Person> users, SignIns signIns, PersonClaims claims, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int MaxName = 60;
    private Person _person = null!;

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<UserPasskeyInfo> List { get; private set; } = [];

    /// <summary>See <see cref="SecondFactors.Bar"/>.</summary>
    public bool Barred { get; private set; }

    public string IdOf(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred) return Forbid();
        return Content(await passkeys.MakePasskeyCreationOptionsAsync(new() { Id = _person.Id.ToString(), Name = _person.Email!, DisplayName = _person.DisplayName }), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred) return Page();
        var name = Domain.Calls.TextRules.OneLine(Name);
        var result = string.IsNullOrEmpty(credential) ? null : await passkeys.PerformPasskeyAttestationAsync(credential);
        if (name.Length is 0 or > MaxName || Domain.Calls.TextRules.Check(name, MaxName).Refused(out _)) ModelState.AddModelError(nameof(Name), texts["Bitte geben Sie dem Passkey einen Namen mit höchstens {0} Zeichen.", MaxName]);
        else if (result is not { Succeeded: true }) ModelState.AddModelError("", texts["Das hat mit dem Passkey nicht geklappt. Versuchen Sie es noch einmal."]);
        else
        {
            result.Passkey.Name = name;
            await ChangeAsync(AuditAction.PasskeyAdded, texts["zu Ihrem Konto wurde ein Passkey eingerichtet: {0}.", name], person => users.AddOrUpdatePasskeyAsync(person, result.Passkey), cancellationToken);
            await signIns.ProveAgainAsync(strong: true, cancellationToken);
            TempData.Say(texts["Der Passkey ist eingerichtet."]);
            return LocalRedirect(AccountLinks.Passkeys);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred || List.FirstOrDefault(each => IdOf(each) == id) is not { } passkey) return NotFound();
        if (List.Count == 1 && !_person.TwoFactorEnabled && claims.FactorRequired && await db.RoleAssignments.AnyAsync(role => role.PersonId == _person.Id, cancellationToken))
        {
            ModelState.AddModelError("", texts["Für Ihre Rolle ist ein zweiter Faktor oder ein Passkey Pflicht. Richten Sie bitte zuerst einen anderen ein."]);
            return Page();
        }
        await ChangeAsync(AuditAction.PasskeyRemoved, texts["ein Passkey Ihres Kontos wurde entfernt: {0}.", passkey.Name ?? ""], person => users.RemovePasskeyAsync(person, passkey.CredentialId), cancellationToken);
        TempData.Say(texts["Der Passkey ist entfernt."]);
        return LocalRedirect(AccountLinks.Passkeys);
    }

    private async Task ChangeAsync(AuditAction action, string mailed, Func<Person, Task<IdentityResult>> change, CancellationToken cancellationToken) =>
        _ = (await db.WriteAsync(request.Write(), action, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == request.PersonId, cancellationToken);
            if (!(await change(person)).Succeeded) throw new InvalidOperationException("The passkey could not be kept.");
            db.Outbox.Add(AccountMails.Changed(texts, person, mailed, request.Began));
            return (Outcome<bool>)true;
        }, lockOn: request.PersonId, cancellationToken: cancellationToken)).Fact;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == request.PersonId, cancellationToken);
        List = [.. await users.GetPasskeysAsync(_person)];
        Barred = SecondFactors.Bar(request.Session, _person, List.Count > 0);
    }
}
