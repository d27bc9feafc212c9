using System.Security.Claims;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Links the account with a provider, or ends that.</summary>
[RecentProof]
public sealed class SingleSignOnModel(AwardsDbContext db, SingleSignOnOptions options, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Name => options.Name;
    public bool Linked { get; private set; }

    /// <summary>Account at the provider that waits to be linked.</summary>
    public string? Proposed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? los, CancellationToken cancellationToken)
    {
        if (!options.Enabled) return NotFound();
        if (los is not null) return Challenge(new AuthenticationProperties { RedirectUri = AccountLinks.SingleSignOnLink }, SingleSignOn.Scheme);
        var found = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        Proposed = found.Principal is { } principal ? principal.FindFirstValue(ClaimTypes.Email) ?? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;
        Linked = await db.UserLogins.AnyAsync(login => login.UserId == request.PersonId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var found = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!options.Enabled || found.Principal?.FindFirst(ClaimTypes.NameIdentifier) is not { } subject) return NotFound();
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var outcome = await db.WriteAsync(request.Write(), AuditAction.SingleSignOnLinked, async () =>
        {
            if (await db.UserLogins.AnyAsync(login => login.LoginProvider == subject.Issuer && login.ProviderKey == subject.Value, cancellationToken))
                return new Refusal("sso.taken", "Dieses Konto ist schon mit einem Konto hier verknüpft. Lösen Sie bitte zuerst jene Verknüpfung.");
            db.UserLogins.Add(new IdentityUserLogin<Guid> { UserId = request.PersonId, LoginProvider = subject.Issuer, ProviderKey = subject.Value, ProviderDisplayName = options.Name });
            db.Outbox.Add(AccountMails.Changed(texts, await db.Users.SingleAsync(each => each.Id == request.PersonId, cancellationToken), texts["Ihr Konto wurde mit {0} verknüpft.", options.Name], request.Began));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            Linked = await db.UserLogins.AnyAsync(login => login.UserId == request.PersonId, cancellationToken);
            return Page();
        }
        TempData.Say(texts["Ihr Konto ist mit {0} verknüpft.", options.Name]);
        return LocalRedirect(AccountLinks.SingleSignOnLink);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        _ = (await db.WriteAsync(request.Write(), AuditAction.SingleSignOnUnlinked, async () =>
        {
            db.UserLogins.RemoveRange(await db.UserLogins.Where(login => login.UserId == request.PersonId).ToListAsync(cancellationToken));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken)).Fact;
        TempData.Say(texts["Die Verknüpfung ist gelöst."]);
        return LocalRedirect(AccountLinks.SingleSignOnLink);
    }
}
