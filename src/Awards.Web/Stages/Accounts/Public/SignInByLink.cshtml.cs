using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Signs in by the link of a mail. Opening it does nothing, because mail scanners open links; the button does.</summary>
public sealed class SignInByLinkModel(AwardsDbContext db, SignIns signIns, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool Dead { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        var owner = await db.MailLinks.Where(each => each.TokenHash == hash).Select(each => (Guid?)each.PersonId).FirstOrDefaultAsync(cancellationToken);
        var outcome = await db.WriteAsync(request.Write() with { Who = owner }, AuditAction.AccountChanged, async () =>
            await db.MailLinks.SingleOrDefaultAsync(each => each.TokenHash == hash, cancellationToken) is { } link ? link.Use(request.Began) : MailLink.Dead, cancellationToken: cancellationToken);
        if (outcome.Refused(out _))
        {
            Dead = true;
            ModelState.Add(texts, MailLink.Dead);
            return Page();
        }
        var person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == outcome.Fact.PersonId, cancellationToken);
        var local = Url.IsLocalUrl(ReturnUrl);
        return LocalRedirect(await signIns.PassAsync(person, SignInMethod.MailLink, strong: false, cancellationToken)
            ? AccountLinks.Landing(User, ReturnUrl, local)
            : AccountLinks.With(AccountLinks.SignInCode, local ? ReturnUrl : null));
    }
}
