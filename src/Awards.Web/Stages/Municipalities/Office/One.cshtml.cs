using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
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

namespace Awards.Web.Stages.Municipalities.Office;

/// <summary>A municipality with all that the register says of it; a lead may set its type.</summary>
[Authorize(Policy = MunicipalityRights.Read)]
public sealed class OneModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public const int MaxReason = 1000;

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Municipality Municipality { get; private set; } = null!;
    public string? TypeSetBy { get; private set; }
    public bool MayWrite => User.Holds(null, CallRole.Lead);
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()]))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!MayWrite) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (MunicipalityTypes.Parse(Type ?? "") is not { } type) ModelState.AddModelError(nameof(Type), texts["Bitte wählen Sie den Kommunentyp aus."]);
        else if (TextRules.Check(TextRules.Lines(Reason), MaxReason).Refused(out var unreadable)) ModelState.Add(texts, unreadable, nameof(Reason));
        else if (await WriteAsync(id, Reason, (row, write) => row.SetType(type, write), cancellationToken) is not { } refusal) return Redirect(MunicipalityLinks.One(id));
        else ModelState.Add(texts, refusal, refusal.Code == "municipality.type_needs_reason" ? nameof(Reason) : nameof(Type));
        return Page();
    }

    public async Task<IActionResult> OnPostFollowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!MayWrite) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (await WriteAsync(id, null, (row, _) => row.FollowRegister(), cancellationToken) is not { } refusal) return Redirect(MunicipalityLinks.One(id));
        ModelState.Add(texts, refusal);
        return Page();
    }

    private async Task<Refusal?> WriteAsync(Guid id, string? why, Func<Municipality, WriteContext, Outcome<Municipality>> change, CancellationToken cancellationToken)
    {
        var write = request.Write(why);
        var outcome = await db.WriteAsync(write, AuditAction.MunicipalityTypeSet, async () => change(await db.Municipalities.SingleAsync(each => each.Id == id, cancellationToken), write), cancellationToken: cancellationToken);
        if (!outcome.Refused(out var refusal)) TempData.Say(texts["Der Kommunentyp ist jetzt: {0}.", outcome.Fact.Type is { } type ? texts[type.German()] : "–"]);
        return refusal;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Municipalities.AsNoTracking().Where(each => each.Id == id)
            .Select(each => new { Municipality = each, By = db.Users.Where(person => person.Id == each.TypeSetBy).Select(person => person.DisplayName).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return false;
        (Municipality, TypeSetBy) = (found.Municipality, found.By);
        return true;
    }
}
