using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>The sections of the questionnaire.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class QuestionnaireModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<LabelRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Questionnaire, request.Call);

    public int CountOf(string section) => request.Call.Definition.Questionnaire.FindSection(section)?.Questions.Count ?? 0;

    public void OnGet()
    {
        Version = request.Call.Version;
        Rows = LabelRow.All(request.Call.Definition.Questionnaire.Sections, (section, place) => LabelRow.Of(section.Code, section.Title, place));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        for (var at = 0; at < Rows.Count; at++)
            if (!Rows[at].Remove && !Rows[at].IsEmpty && string.IsNullOrWhiteSpace(Rows[at].LabelDe)) ModelState.AddModelError($"Rows[{at}].{nameof(LabelRow.LabelDe)}", texts["Bitte geben Sie eine Überschrift an."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, Changed, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Questionnaire);
    }

    private Outcome<CallDefinition> Changed(CallDefinition call)
    {
        // A whole section goes with its questions; by one tick that is too easily done by mistake.
        if (Rows.Find(row => row.Remove && call.Questionnaire.FindSection(row.Code ?? "") is { Questions.Count: > 0 }) is { } full)
            return new Refusal("setup.section_full", "Im Abschnitt „{0}“ stehen noch Fragen. Bitte entfernen oder verschieben Sie zuerst diese.", full.LabelDe ?? "");
        return call with
        {
            Questionnaire = call.Questionnaire with
            {
                Sections = [.. LabelRow.Kept(Rows).Select(each => (call.Questionnaire.FindSection(each.Code) ?? new Section { Code = each.Code, Title = "", Questions = [] }) with { Title = each.Row.Label })],
            },
        };
    }
}
