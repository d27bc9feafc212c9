using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>One section of the questionnaire.</summary>
public sealed class QuestionnaireModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public FormPage Form { get; private set; } = null!;
    public Section Section { get; private set; } = null!;
    public IReadOnlyList<QuestionField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] string section, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || !Show(own, section)) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        Fields = [.. Section.Questions.Select(question => QuestionField.Of(question, own.Application.Answers[question.Code], RequestContext.Language))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] string section, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || !Show(own, section)) return NotFound();
        var posted = await Request.ReadFormAsync(cancellationToken);
        Fields = [.. Section.Questions.Select(question => QuestionField.Of(question, QuestionField.Typed(question, posted), RequestContext.Language))];
        var answers = new Dictionary<string, string>();
        foreach (var question in Section.Questions)
        {
            var parsed = question.Parse(QuestionField.Typed(question, posted));
            if (parsed.Refused(out var refusal)) ModelState.Add(texts, refusal, QuestionField.NameOf(question.Code));
            answers[question.Code] = refusal is null ? parsed.Fact : "";
        }
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(code => answers[code]),
            (application, version, write) => application.Answer(own.Call, answers, version, write), cancellationToken) ?? Page();
    }

    /// <summary>When a question is to be answered, in words.</summary>
    public string ConditionText(Condition any)
    {
        var condition = (ChosenCondition)any;
        var question = Form.Own.Call.Definition.Questionnaire.Find(condition.Question);
        var answers = condition.AnyOf.Select(code => texts["„{0}“", question?.Print(code, RequestContext.Language) ?? code].Value);
        return texts["Nur beantworten, wenn die Antwort auf „{0}“ {1} ist.",
            question?.Text.In(RequestContext.Language) ?? condition.Question, string.Join($" {texts["oder"].Value} ", answers)];
    }

    private bool Show(OwnApplication own, string code)
    {
        if (own.Call.Definition.Questionnaire.FindSection(code) is not { } section) return false;
        Section = section;
        Form = new(own, ApplicationLinks.Section(own.Id, code), ApplicationSteps.Addresses(own), application => Pieces(question => application.Answers[question]));
        return true;
    }

    private IReadOnlyList<Piece> Pieces(Func<string, string> answer) => [.. Section.Questions.Select(question => new Piece(
        QuestionField.NameOf(question.Code), question.Text.In(RequestContext.Language), answer(question.Code), question.Print(answer(question.Code), RequestContext.Language)))];
}
