using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>A new question at the end of a section. Its type is chosen before and stays.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class NewQuestionModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public QuestionInput Input { get; set; } = new();
    [BindProperty] public ConditionInput Condition { get; set; } = new();

    public string Slug => request.Call.Slug;
    public Section Section { get; private set; } = null!;
    public QuestionKind Kind { get; private set; } = null!;

    public QuestionForm Form => new(Kind, Version, IsNew: true, Input, Condition, null, QuestionForm.Before(Questionnaire, null, Section.Code), QuestionForm.Ways(texts), SetupLinks.Section(Slug, Section.Code));

    private Questionnaire Questionnaire => request.Call.Definition.Questionnaire;

    public IActionResult OnGet(string section, string? art)
    {
        if (Questionnaire.FindSection(section) is null) return NotFound();
        if (!Load(section, art)) return LocalRedirect(SetupLinks.Section(Slug, section));
        (Version, Input, Condition) = (request.Call.Version, QuestionInput.Blank(Kind), ConditionInput.Of(null, Questionnaire));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string section, string? art, CancellationToken cancellationToken)
    {
        if (!Load(section, art)) return NotFound();
        var condition = Condition.Read(null, Questionnaire, ModelState, texts);
        var code = string.IsNullOrWhiteSpace(Input.Code) ? SetupInput.Code(Input.TextDe ?? "", [.. Questionnaire.Questions.Select(each => each.Code)]) : Input.Code.Trim();
        var question = Input.Read(Kind, code, condition, ModelState, texts);
        if (string.IsNullOrWhiteSpace(Input.TextDe)) ModelState.AddModelError("Input.TextDe", texts["Bitte geben Sie die Frage an."]);
        else if (Question.CodeFault(code) is { } fault) ModelState.Add(texts, fault, "Input.Code");
        else if (Questionnaire.Find(code) is not null) ModelState.AddModelError("Input.Code", texts["Diesen Code hat schon eine andere Frage."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => SetupQuestions.Add(call, section, question), why: null, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Die Frage ist angelegt."]);
        return LocalRedirect(SetupLinks.Section(Slug, section));
    }

    private bool Load(string section, string? kind)
    {
        if (Questionnaire.FindSection(section) is not { } found || QuestionKinds.Find(kind) is not { } known) return false;
        (Section, Kind) = (found, known);
        return true;
    }
}
