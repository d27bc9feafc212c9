using Awards.Domain.Accounts;
using Awards.Domain.Calls;
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

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Accepts an invitation or confirms a registration: makes the account where there is none, gives the roles or the municipality, signs in.</summary>
public sealed class InvitationModel(AwardsDbContext db, CallCache calls, SignIns signIns, InvitationDesk desk, IPasswordHasher<Person> hasher, KnownPasswords known,
    RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Invitation? Invitation { get; private set; }
    public bool Closed { get; private set; }
    public string? CallTitle { get; private set; }
    public string? Municipality { get; private set; }

    /// <summary>What the person is invited to work on; null for other invitations.</summary>
    public string? Application { get; private set; }

    /// <summary>There is an account with this address already.</summary>
    public bool Exists { get; private set; }

    /// <summary>It is the one that is signed in.</summary>
    public bool IsOwn { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken)
    {
        await LoadAsync(token, cancellationToken);
        Name = Invitation?.Name;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        await LoadAsync(token, cancellationToken);
        if (Closed || Invitation is null || (Exists && !IsOwn)) return Page();
        var name = TextRules.OneLine(Name);
        if (!Exists)
        {
            if (TextRules.Check(name, Account.IndexModel.MaxName).Refused(out var unreadable)) ModelState.Add(texts, unreadable, nameof(Name));
            else if (name.Length == 0) ModelState.AddModelError(nameof(Name), texts["Bitte geben Sie Ihren Namen ein."]);
            if (!string.IsNullOrEmpty(Password) && PasswordRules.RefusalOf(Password, known.List, Invitation.Mail) is { } weak) ModelState.Add(texts, weak, nameof(Password));
            if (!ModelState.IsValid) return Page();
        }
        var hash = Exists || string.IsNullOrEmpty(Password) ? null : hasher.HashPassword(new Person(), Password);
        var outcome = await desk.AcceptAsync(Invitation, Exists ? request.PersonId : null, name, hash, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(Exists ? texts["Die Einladung ist angenommen."] : texts["Ihr Konto ist eingerichtet."]);
        if (!IsOwn) await signIns.PassAsync(outcome.Fact, SignInMethod.MailLink, strong: false, cancellationToken);
        return LocalRedirect(Invitation.ApplicationId is { } application ? AccountLinks.ApplicationOf(application) : AccountLinks.Account);
    }

    private async Task LoadAsync(string token, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(token);
        Invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(each => each.TokenHash == hash, cancellationToken);
        if ((Invitation is null ? MailLink.Dead : Invitation.ClosedAt(request.Began)) is { } closed)
        {
            Closed = true;
            ModelState.Add(texts, closed);
            return;
        }
        var normalized = Invitation!.Mail.ToUpperInvariant();
        var existing = await db.Users.Where(each => each.NormalizedEmail == normalized).Select(each => (Guid?)each.Id).FirstOrDefaultAsync(cancellationToken);
        (Exists, IsOwn) = (existing is not null, existing is not null && existing == User.PersonId());
        if (Invitation.CallId is { } call) CallTitle = (await calls.GetAsync(db, call, cancellationToken)).Definition.Title.In(RequestContext.Language);
        Application = await db.Applications.Where(each => each.Id == Invitation.ApplicationId).Select(each => each.ApplicantName + (each.Texts.Title == "" ? "" : ": " + each.Texts.Title)).FirstOrDefaultAsync(cancellationToken);
        Municipality = Invitation.UnlistedName ?? await db.Municipalities.Where(each => each.Id == Invitation.MunicipalityId).Select(each => each.Name).FirstOrDefaultAsync(cancellationToken);
    }
}
