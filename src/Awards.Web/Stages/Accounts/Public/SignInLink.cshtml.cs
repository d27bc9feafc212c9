using System.ComponentModel.DataAnnotations;
using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Sends a link that signs in. The answer is the same for every address.</summary>
public sealed class SignInLinkModel(AwardsDbContext db, SignInDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein.")]
    public string? Mail { get; set; }

    [BindProperty(Name = "zurueck", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool Sent { get; private set; }
    public int Minutes => (int)MailLink.Lasts.TotalMinutes;

    public void OnGet() { }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && AccountAddress.RefusalOf(Mail) is { } invalid) ModelState.Add(texts, invalid, nameof(Mail));
        if (!ModelState.IsValid) return;
        var person = await desk.FindAsync(Mail!, cancellationToken);
        var secret = LinkToken.New();
        var write = request.Write() with { Who = person?.Id };
        await db.WriteAsync(write, AuditAction.SignInLinkSent, async () =>
        {
            if (!await desk.MayMailAsync(Mail!, cancellationToken) || person is null) return (Outcome<bool>)false;
            db.MailLinks.Add(MailLink.For(person.Id, LinkToken.Hash(secret), request.Began));
            db.Outbox.Add(AccountMails.SignInLink(texts, person, request.Absolute(AccountLinks.ByLink(secret, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null)), request.Began));
            return true;
        }, cancellationToken: cancellationToken);
        Sent = true;
    }
}
