using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities.Office;

/// <summary>Adds an applicant that the register does not have.</summary>
[Authorize(Policy = MunicipalityRights.Write)]
public sealed class AddModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly MunicipalityKind[] ByHand = [MunicipalityKind.Borough, MunicipalityKind.Association, MunicipalityKind.Organisation];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    public IReadOnlyList<Choice> Kinds => [.. ByHand.Select(kind => new Choice(kind.ToString(), texts[kind.German()]))];
    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code)))];
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()]))];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Array.Exists(ByHand, each => each.ToString() == Kind))
        {
            ModelState.AddModelError(nameof(Kind), texts["Bitte wählen Sie die Art aus."]);
            return Page();
        }
        var name = TextRules.OneLine(Name);
        if (TextRules.Check(name, Municipality.MaxName).Refused(out var unreadable))
        {
            ModelState.Add(texts, unreadable, nameof(Name));
            return Page();
        }
        var outcome = await db.WriteAsync(request.Write(), AuditAction.MunicipalityAdded, async () =>
        {
            var added = Municipality.AddByHand(Enum.Parse<MunicipalityKind>(Kind!), name, string.IsNullOrEmpty(State) ? null : State, MunicipalityTypes.Parse(Type ?? ""));
            if (added.Refused(out _)) return added;
            var (key, state) = (added.Fact.NameSort, added.Fact.State);
            if (await db.Municipalities.AnyAsync(each => each.NameSort == key && each.State == state && each.GoneWith == null, cancellationToken)) return new Refusal("municipality.known", "„{0}“ gibt es in diesem Land schon. Bitte prüfen Sie die Liste.", name);
            db.Municipalities.Add(added.Fact);
            return added;
        }, cancellationToken: cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code switch { "municipality.without_state" => nameof(State), "municipality.without_type" => nameof(Type), _ => nameof(Name) });
            return Page();
        }
        TempData.Say(texts["„{0}“ ist eingetragen.", outcome.Fact.Name]);
        return Redirect(MunicipalityLinks.One(outcome.Fact.Id));
    }
}
