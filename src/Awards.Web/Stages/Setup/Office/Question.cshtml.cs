using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>One question of the questionnaire.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class QuestionModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public QuestionInput Input { get; set; } = new();
    [BindProperty] public ConditionInput Condition { get; set; } = new();

    public string Slug => request.Call.Slug;
    public Question? Question { get; private set; }
    public Section Section { get; private set; } = null!;
    public QuestionKind Kind => QuestionKinds.Of(Question!);

    public QuestionForm Form => new(Kind, Version, IsNew: false, Input, Condition, Question!.AskedIf is { } condition ? ConditionWords.Sentence(condition, Questionnaire, RequestContext.Language) : null,
        QuestionForm.Before(Questionnaire, Question.Code, Section.Code), QuestionForm.Ways(texts), SetupLinks.Section(Slug, Section.Code));

    private Questionnaire Questionnaire => request.Call.Definition.Questionnaire;

    public IActionResult OnGet(string question)
    {
        if (!Load(question)) return NotFound();
        (Version, Input, Condition) = (request.Call.Version, QuestionInput.Of(Question!), ConditionInput.Of(Question!.AskedIf, Questionnaire));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string question, CancellationToken cancellationToken)
    {
        if (!Load(question)) return NotFound();
        Input.Code = question;
        var condition = Condition.Read(Question!.AskedIf, Questionnaire, ModelState, texts);
        var changed = Input.Read(Kind, question, condition, ModelState, texts);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => SetupQuestions.Replace(call, changed), why: null, cancellationToken);
        return this.Saved(outcome, texts, slug => SetupLinks.Question(slug, question));
    }

    private bool Load(string code)
    {
        Question = Questionnaire.Find(code);
        if (Question is null) return false;
        Section = Questionnaire.Sections.First(section => section.Questions.Any(question => question.Code == code));
        return true;
    }
}
