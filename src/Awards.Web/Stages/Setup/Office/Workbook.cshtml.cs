using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>The questionnaire as a workbook in the form of XLSForm: download, and upload in its place.</summary>
[Authorize(Policy = SetupRights.Edit)]
[UploadLimits]
public sealed class WorkbookModel(AwardsDbContext db, CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public int Version { get; set; }

    public string Slug => request.Call.Slug;
    public IReadOnlyList<WorkbookFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await db.RecordAsync(request.Write(), AuditAction.CallExported, nameof(Call), request.Call.Id, cancellationToken);
        return File(QuestionnaireWorkbook.Write(request.Call.Definition.Questionnaire, request.Call.Definition.Title), Type, $"{Slug}-fragebogen.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null) ModelState.Add(texts, FileRefusals.None, nameof(Upload));
        if (!ModelState.IsValid) return Page();
        await using var content = Upload!.OpenReadStream();
        var read = QuestionnaireWorkbook.Read(content);
        if (read.Questionnaire is not { } questionnaire)
        {
            Faults = read.Faults;
            return Page();
        }
        var outcome = await desk.ChangeAsync(Version, call => call with { Questionnaire = questionnaire }, why: null, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Der Fragebogen ist übernommen: {0} Fragen.", questionnaire.Questions.Count()]);
        return LocalRedirect(SetupLinks.Questionnaire(Slug));
    }
}
