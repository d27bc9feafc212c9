using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Sets a new password; asks for no old one, because the person has just proved who they are.</summary>
[RecentProof]
public sealed class PasswordModel(AwardsDbContext db, IPasswordHasher<Person> hasher, KnownPasswords known, SignIns signIns, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public string Mail => User.Identity?.Name ?? "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (PasswordRules.RefusalOf(NewPassword ?? "", known.List, Mail) is { } refusal) ModelState.Add(texts, refusal, nameof(NewPassword));
        else if (NewPassword != Repeated) ModelState.AddModelError(nameof(Repeated), texts["Die beiden Eingaben sind verschieden. Bitte tippen Sie das Passwort noch einmal."]);
        if (!ModelState.IsValid) return Page();
        var hash = hasher.HashPassword(new Person(), NewPassword!);
        _ = (await db.WriteAsync(request.Write(), AuditAction.PasswordChanged, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == request.PersonId, cancellationToken);
            person.PasswordHash = hash;
            await signIns.EndAsync(person.Id, except: request.Session.Id, cancellationToken);
            await signIns.CancelLinksAsync(person.Id, cancellationToken);
            db.Outbox.Add(AccountMails.Changed(texts, person, texts["das Passwort Ihres Kontos wurde geändert."], request.Began));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken)).Fact;
        TempData.Say(texts["Das Passwort ist gespeichert. Alle anderen Sitzungen sind beendet, offene Anmeldelinks gelten nicht mehr."]);
        return LocalRedirect(AccountLinks.Account);
    }
}
