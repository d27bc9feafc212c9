using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Office;

/// <summary>A person with one role.</summary>
public sealed record RoleLine(Guid AssignmentId, string Name, string Mail, CallRole Role, bool HasFactor);

/// <summary>Who holds which role in a call; invites and takes roles.</summary>
[Authorize(Policy = AccountRights.Persons)]
[RecentProof]
public sealed class PersonsModel(AwardsDbContext db, InvitationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public Call Call => request.Call;
    public DateTime Now => request.Began;
    public IReadOnlyList<RoleLine> Lines { get; private set; } = [];
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];
    public IReadOnlyList<Choice> RoleChoices => [.. Enum.GetValues<CallRole>().Select(role => new Choice(role.ToString(), texts[AccountWords.Role(role)]))];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = TextRules.OneLine(Name);
        if (AccountAddress.RefusalOf(Mail) is { } invalid) ModelState.Add(texts, invalid, nameof(Mail));
        if (TextRules.Check(name, Account.IndexModel.MaxName).Refused(out var unreadable)) ModelState.Add(texts, unreadable, nameof(Name));
        else if (name.Length == 0) ModelState.AddModelError(nameof(Name), texts["Bitte geben Sie den Namen der Person ein."]);
        if (ModelState.IsValid)
        {
            List<CallRole> roles = [.. Roles.Select(role => Enum.TryParse<CallRole>(role, out var parsed) && Enum.IsDefined(parsed) ? parsed : (CallRole?)null).OfType<CallRole>()];
            var outcome = await desk.InviteAsync(Call, Mail!, name, roles, cancellationToken);
            if (!outcome.Refused(out var refusal)) return Said(texts["Die Einladung an {0} ist unterwegs.", outcome.Fact.Mail]);
            ModelState.Add(texts, refusal, refusal.Code == "invitation.no_role" ? nameof(Roles) : nameof(Mail));
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(AuditAction.RoleRevoked, () => Grants.TakeAsync(db, Call.Id, id, cancellationToken), texts["Die Rolle ist entzogen. Das gilt ab dem nächsten Aufruf einer Seite."], cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(AuditAction.InvitationWithdrawn, async () => await db.Invitations.SingleOrDefaultAsync(each => each.Id == id && each.CallId == Call.Id, cancellationToken) is { } invitation
            ? invitation.Withdraw(request.Began) : MailLink.Dead, texts["Die Einladung ist zurückgezogen."], cancellationToken);

    private async Task<IActionResult> DoAsync<T>(AuditAction action, Func<Task<Outcome<T>>> change, string done, CancellationToken cancellationToken)
    {
        var outcome = await db.WriteAsync(request.Write(), action, change, lockOn: Call.Id, cancellationToken: cancellationToken);
        if (!outcome.Refused(out var refusal)) return Said(done);
        ModelState.Add(texts, refusal);
        await LoadAsync(cancellationToken);
        return Page();
    }

    private LocalRedirectResult Said(string done)
    {
        TempData.Say(done);
        return LocalRedirect(AccountLinks.Persons(Call.Slug));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Lines = [.. (await db.RoleAssignments.Where(role => role.CallId == Call.Id)
            .Join(db.Users, role => role.PersonId, person => person.Id, (role, person) => new RoleLine(role.Id, person.DisplayName, person.Email!, role.Role, person.TwoFactorEnabled || db.UserPasskeys.Any(passkey => passkey.UserId == person.Id)))
            .ToListAsync(cancellationToken)).OrderBy(line => line.Role).ThenBy(line => SortKey.Of(line.Name), StringComparer.Ordinal)];
        Invitations = await AccountQueries.OpenInvitationsAsync(db, Call.Id, cancellationToken);
    }
}
