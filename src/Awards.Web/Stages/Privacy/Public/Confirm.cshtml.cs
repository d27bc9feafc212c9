using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Accounts;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy.Public;

/// <summary>Confirms a new mail address by the link of a mail. Opening it does nothing, because mail scanners open links; the button does.</summary>
public sealed class ConfirmModel(AwardsDbContext db, SignIns signIns, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public bool Dead { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.AddressChanged, async () =>
        {
            if (await db.AddressChanges.SingleOrDefaultAsync(each => each.TokenHash == hash, cancellationToken) is not { } change) return AddressChange.Dead;
            var used = change.Use(request.Began);
            var normalized = change.NewMail.ToUpperInvariant();
            // Somebody else may have taken the address since.
            if (used.Refused(out _) || await db.Users.AnyAsync(each => each.NormalizedEmail == normalized, cancellationToken)) return AddressChange.Dead;
            var person = await db.Users.SingleAsync(each => each.Id == change.PersonId, cancellationToken);
            db.Outbox.Add(PrivacyMails.Changed(texts, person.Email!, request.Began));
            (person.Email, person.NormalizedEmail, person.UserName, person.NormalizedUserName) = (change.NewMail, normalized, change.NewMail, normalized);
            person.RightsVersion++;
            await signIns.EndAsync(person.Id, except: null, cancellationToken);
            // Links sent to the former address lead nowhere.
            await db.MailLinks.Where(each => each.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            return used;
        }, cancellationToken: cancellationToken);
        if (outcome.Refused(out _))
        {
            Dead = true;
            ModelState.Add(texts, AddressChange.Dead);
            return Page();
        }
        TempData.Say(texts["Die neue Adresse gilt. Bitte melden Sie sich damit an."]);
        return LocalRedirect(AccountLinks.SignIn);
    }
}
