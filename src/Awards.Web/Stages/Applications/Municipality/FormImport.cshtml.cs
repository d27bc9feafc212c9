using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Forms;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Takes a filled form into a draft: empty fields are filled, and what stands there already is replaced only where somebody says so.</summary>
[UploadLimits]
public sealed class FormImportModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>A field in which form and draft differ.</summary>
    public sealed record Line(string Key, string Label, string Stored, string StoredShown, string Form, string FormShown);

    [BindProperty] public IFormFile? Upload { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<WorkbookFault> Faults { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>A form was read, and there is something to take over.</summary>
    public bool IsPreview => Lines.Count > 0;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Own.Closed(request.Began) is null ? Page() : LocalRedirect(ApplicationLinks.Overview(id)) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        if (Upload is null)
        {
            ModelState.Add(texts, FileRefusals.None, nameof(Upload));
            return Page();
        }
        await using var content = Upload.OpenReadStream();
        var reading = FormWorkbook.Read(content, Own.Call.Definition);
        Faults = reading.Faults;
        if (reading.Content is { } read) Compare(ApplicationFields.Of(read.Content));
        if (Faults.Count > 0) ModelState.AddModelError(nameof(Upload), texts["Die Datei hat Fehler: {0}. Nichts ist übernommen.", Faults.Count]);
        else if (Lines.Count == 0) ModelState.AddModelError(nameof(Upload), texts["Im Formular steht nichts, was nicht schon in der Bewerbung steht."]);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        var posted = await Request.ReadFormAsync(cancellationToken);
        var (keys, seen, typed) = (posted["Key"], posted["Stored"], posted["Form"]);
        if (keys.Count != seen.Count || keys.Count != typed.Count) return BadRequest();
        string At(Microsoft.Extensions.Primitives.StringValues values, int at) => TextRules.Lines(values[at]);
        var chosen = posted["Take"].OfType<string>().ToHashSet();
        var wanted = Enumerable.Range(0, keys.Count).Where(at => chosen.Contains(keys[at]!)).DistinctBy(at => keys[at]).ToDictionary(at => keys[at]!, at => (Stored: At(seen, at), Form: At(typed, at)));
        var outcome = await desk.WriteAsync(Own, AuditAction.ApplicationSaved, MemberRight.Edit, (application, write) =>
        {
            var now = ApplicationFields.Of(application);
            return Task.FromResult(wanted.Any(field => TextRules.Lines(now.GetValueOrDefault(field.Key, "")) != field.Value.Stored) ? ApplicationRules.Stale
                : application.PutBack(Own.Call, wanted.ToDictionary(field => field.Key, field => field.Value.Form), write));
        }, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Aus dem Formular übernommen: {0} Angaben.", wanted.Count]);
            return LocalRedirect(ApplicationLinks.Overview(id));
        }
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        ModelState.Add(texts, refusal);
        Compare(Enumerable.Range(0, keys.Count).DistinctBy(at => keys[at]).ToDictionary(at => keys[at]!, at => At(typed, at)));
        return Page();
    }

    private void Compare(IReadOnlyDictionary<string, string> form)
    {
        var (call, language, stored) = (Own.Call.Definition, RequestContext.Language, ApplicationFields.Of(Own.Application));
        Lines = [.. form.Where(field => field.Key != ApplicationFields.Files && field.Value.Length > 0 && stored.GetValueOrDefault(field.Key, "") != field.Value).Select(field => new Line(
            field.Key, FieldLabels.Of(field.Key, call, language, texts), stored.GetValueOrDefault(field.Key, ""), FieldLabels.Value(field.Key, stored.GetValueOrDefault(field.Key, ""), call, language, texts),
            field.Value, FieldLabels.Value(field.Key, field.Value, call, language, texts)))];
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return false;
        Own = own;
        return true;
    }
}
