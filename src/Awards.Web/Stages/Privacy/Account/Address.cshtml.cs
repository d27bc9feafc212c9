using System.Net.Mail;
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
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy.Account;

/// <summary>Asks for another mail address. The answer is the same whether somebody has it already or not.</summary>
[RecentProof]
public sealed class AddressModel(AwardsDbContext db, SignInDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? NewMail { get; set; }

    public string Present => User.Identity?.Name ?? "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var mail = (NewMail ?? "").Trim();
        if (mail.Length > OutboxMessage.MaxRecipient || !MailAddress.TryCreate(mail, out var address) || address.Address != mail || !address.Host.Contains('.', StringComparison.Ordinal) || !mail.All(char.IsAscii))
            ModelState.AddModelError(nameof(NewMail), texts["Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@kommune.de."]);
        else if (string.Equals(mail, Present, StringComparison.OrdinalIgnoreCase)) ModelState.AddModelError(nameof(NewMail), texts["Das ist schon Ihre Adresse."]);
        if (!ModelState.IsValid) return Page();
        var secret = LinkToken.New();
        var taken = await desk.FindAsync(mail, cancellationToken) is not null;
        var write = request.Write();
        await db.WriteAsync(write, AuditAction.AddressChangeAsked, async () =>
        {
            if (!taken && await desk.MayMailAsync(mail, cancellationToken))
            {
                db.AddressChanges.Add(AddressChange.To(request.PersonId, mail, LinkToken.Hash(secret), request.Began));
                db.Outbox.Add(PrivacyMails.Confirm(texts, mail, request.Absolute(PrivacyLinks.Confirm(secret)), request.Began));
            }
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        TempData.Say(texts["Wenn {0} frei ist, ist ein Link dorthin unterwegs. Er gilt 24 Stunden.", mail]);
        return LocalRedirect(PrivacyLinks.Data);
    }
}
