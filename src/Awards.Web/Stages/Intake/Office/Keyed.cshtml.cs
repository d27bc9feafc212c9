using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Forms;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>What came by post or mail: its scans, everything typed from it on one page, and the second person's look at it.</summary>
[Authorize(Policy = IntakeRights.Key)]
[UploadLimits]
public sealed class KeyedModel(AwardsDbContext db, KeyingDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public string Slug => request.Call.Slug;
    public KeyedEntry Entry { get; private set; } = null!;
    public KeyedForm Form { get; private set; } = null!;
    public int Version { get; private set; }
    public IReadOnlyList<WorkbookFault> Faults { get; private set; } = [];

    /// <summary>Fields hold what a workbook says; nothing of it is saved.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Who applies, as the workbook says it.</summary>
    public Participant? Stated { get; private set; }

    public bool IsSecondPerson => !Entry.Check.WasTypedBy(request.PersonId);
    public bool IsKeying => Entry.Check.State == KeyedState.Keying;
    public string Label(string field) => FieldLabels.Of(field, Call.Definition, RequestContext.Language, texts);
    public string Shown(string field, string value) => FieldLabels.Value(field, value, Call.Definition, RequestContext.Language, texts);

    /// <summary>What would keep a municipality from handing it in; here it is only pointed out.</summary>
    public IEnumerable<string> Remarks => ApplicationRules.Missing(Entry.Application, Call.Definition).Select(item =>
        item.Fault is { } fault ? texts.Show(fault) : texts["Es fehlt: {0}", item.Question?.Text.In(RequestContext.Language) ?? Label(item.Code)].Value);

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int version, [FromForm(Name = "dann")] string? then, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var (form, typed) = KeyedForm.Read(Call.Definition, await Request.ReadFormAsync(cancellationToken), Entry.Application.Answers, ModelState, texts);
        (Form, Version) = (form, version);
        if (typed is null) return Page();
        var step = then switch { "fertig" => KeyedStep.Complete, "geprueft" => KeyedStep.Check, _ => KeyedStep.Save };
        var outcome = await desk.SaveAsync(id, typed, version, step, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code.StartsWith("participants", StringComparison.Ordinal) ? KeyedForm.Participants : "");
            return Page();
        }
        TempData.Say(step switch
        {
            KeyedStep.Complete => texts["Die Bewerbung ist erfasst und hat die Nummer {0}. Bitte lassen Sie sie von einer zweiten Person gegenprüfen.", Call.Definition.ArrivalNumber(outcome.Fact.ArrivalNumber!.Value)],
            KeyedStep.Check => texts["Die Bewerbung ist gegengeprüft. Über sie kann jetzt entschieden werden."],
            _ => texts["Gespeichert um {0} Uhr", GermanTime.Local(request.Began).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)],
        });
        return LocalRedirect(IntakeLinks.Keyed(Slug, id));
    }

    public async Task<IActionResult> OnPostWorkbookAsync([FromRoute] Guid id, IFormFile? workbook, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (workbook is null || !Entry.IsOpen)
        {
            ModelState.Add(texts, FileRefusals.None, nameof(workbook));
            return Page();
        }
        await using var content = workbook.OpenReadStream();
        var reading = FormWorkbook.Read(content, Call.Definition);
        if (reading.Content is not { } read)
        {
            Faults = reading.Faults;
            ModelState.AddModelError("", texts["Die Datei hat Fehler: {0}. Nichts ist übernommen.", Faults.Count]);
            return Page();
        }
        (Form, IsPreview, Stated) = (KeyedForm.Of(Call.Definition, read.Content), true, read.Applicant);
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync([FromRoute] Guid id, IFormFile? scan, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        return Answered(scan is null ? FileRefusals.None : await desk.AddScanAsync(id, scan, cancellationToken), id, /*text*/ "„{0}“ ist hochgeladen.");
    }

    public async Task<IActionResult> OnPostRemoveScanAsync([FromRoute] Guid id, [FromForm(Name = "datei")] Guid file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        return Answered(await desk.RemoveScanAsync(id, file, cancellationToken), id, /*text*/ "„{0}“ ist entfernt.");
    }

    private IActionResult Answered(Outcome<string> outcome, Guid id, string done)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, "scan");
            return Page();
        }
        TempData.Say(texts[done, outcome.Fact]);
        return LocalRedirect(IntakeLinks.Keyed(Slug, id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await KeyingQueries.FindAsync(db, Call, id, cancellationToken) is not { } entry) return false;
        (Entry, Version) = (entry, entry.Application.Version);
        Form = KeyedForm.Of(Call.Definition, SubmittedContent.Of(entry.Application));
        return true;
    }
}
