using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Office;

/// <summary>Begins to look at pages as a specimen of a role.</summary>
[Authorize(Policy = AccountRights.Specimen)]
public sealed class SpecimenModel(AwardsDbContext db, Installation installation, IDataProtectionProvider protection, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const string MunicipalityChoice = "Municipality";

    [BindProperty]
    public string? Role { get; set; }

    public Call Call => request.Call;

    public IReadOnlyList<Choice> Choices =>
    [
        new(MunicipalityChoice, texts["Kommune"]),
        .. Enum.GetValues<CallRole>().Where(role => role != CallRole.Lead).Select(role => new Choice(role.ToString(), texts[AccountWords.Role(role)])),
    ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Choices.Any(choice => choice.Value == Role))
        {
            ModelState.AddModelError(nameof(Role), texts["Bitte wählen Sie eine Rolle aus."]);
            return Page();
        }
        CallRole? role = Role == MunicipalityChoice ? null : Enum.Parse<CallRole>(Role!);
        await db.RecordAsync(request.Write(Role), AuditAction.SpecimenViewed, nameof(Call), Call.Id, cancellationToken);
        SpecimenView.Begin(HttpContext, installation, protection, request.PersonId, new(Call.Id, role));
        return LocalRedirect(role switch
        {
            null => "/kommune",
            CallRole.Reviewer => "/vorpruefung",
            CallRole.Editor or CallRole.Finance => Calls.CallLinks.Office(Call.Slug),
            _ => "/jury",
        });
    }
}
