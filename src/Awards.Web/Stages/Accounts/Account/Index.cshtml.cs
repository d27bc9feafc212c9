using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>The person's own account: what it may do and how it is kept.</summary>
public sealed class IndexModel(AwardsDbContext db, SecondFactors factors, SingleSignOnOptions sso, CallCache calls, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    [BindProperty]
    public string? DisplayName { get; set; }

    public Person Person { get; private set; } = null!;
    /// <summary>Name of the provider of single sign-on, where there is one.</summary>
    public string? SingleSignOn => sso.Enabled ? sso.Name : null;

    public bool HasPassword => Person.PasswordHash is not null;
    public bool NeedsFactor => User.HasClaim(AwardsClaims.NeedsFactor, "1");
    public IReadOnlyList<(string Call, string Role)> Roles { get; private set; } = [];
    public IReadOnlyList<string> Municipalities { get; private set; } = [];
    public int CodesLeft { get; private set; }
    public int Passkeys { get; private set; }
    public int Sessions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        DisplayName = Person.DisplayName;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = Domain.Calls.TextRules.OneLine(DisplayName);
        if (name.Length is 0 or > MaxName || Domain.Calls.TextRules.Check(name, MaxName).Refused(out _))
        {
            ModelState.AddModelError(nameof(DisplayName), texts["Bitte geben Sie einen Namen mit höchstens {0} Zeichen ein.", MaxName]);
            await LoadAsync(cancellationToken);
            return Page();
        }
        _ = (await db.WriteAsync(request.Write(), AuditAction.AccountChanged, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == request.PersonId, cancellationToken);
            if (person.DisplayName != name)
            {
                person.DisplayName = name;
                person.RightsVersion++;
            }
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken)).Fact;
        TempData.Say(texts["Der Name ist gespeichert."]);
        return LocalRedirect(AccountLinks.Account);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = request.PersonId;
        Person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken);
        var roles = await db.RoleAssignments.Where(role => role.PersonId == id).Select(role => new { role.CallId, role.Role }).ToListAsync(cancellationToken);
        var titles = (await calls.ListAsync(db, [.. roles.Select(role => role.CallId).Distinct()], cancellationToken)).ToDictionary(call => call.Id, call => call.Definition.Title.In(RequestContext.Language));
        Roles = [.. roles.OrderBy(role => titles[role.CallId], StringComparer.Ordinal).ThenBy(role => role.Role).Select(role => (titles[role.CallId], AccountWords.Role(role.Role)))];
        Municipalities = await db.Affiliations.Where(each => each.PersonId == id).Join(db.Municipalities, each => each.MunicipalityId, each => each.Id, (_, municipality) => municipality.Name).OrderBy(name => name).ToListAsync(cancellationToken);
        CodesLeft = Person.TwoFactorEnabled ? await factors.CodesLeftAsync(Person) : 0;
        Passkeys = await db.UserPasskeys.CountAsync(each => each.UserId == id, cancellationToken);
        Sessions = await AccountQueries.Living(db, id, request.Began).CountAsync(cancellationToken);
    }
}
