using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>A section as applicants see it, with conditions at work. Answers travel with the form and are stored nowhere.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class PreviewModel(RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public Section Section { get; private set; } = null!;
    public QuestionList List { get; private set; } = null!;
    public AnswerSet State { get; private set; } = AnswerSet.Empty;
    public bool Checked { get; private set; }
    public bool Phone => Request.Query["breite"] == "telefon";
    public AnswerSet Asked => Questionnaire.Asked(State);
    public IEnumerable<Section> Others => Questionnaire.Sections.Where(section => section.Code != Section.Code);

    private Questionnaire Questionnaire => request.Call.Definition.Questionnaire;

    public IActionResult OnGet(string section) => Show(section) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string section, string? from, string? state, CancellationToken cancellationToken)
    {
        State = Known(state);
        if (Questionnaire.FindSection(from ?? "") is not { } source || Questionnaire.FindSection(section) is null) return NotFound();
        var posted = await Request.ReadFormAsync(cancellationToken);
        List<QuestionField> fields = [.. source.Questions.Select(question => question is FileQuestion ? QuestionField.Of(question, "", RequestContext.Language) : QuestionField.Of(question, posted, RequestContext.Language))];
        foreach (var field in fields.Where(field => field.Question is not FileQuestion))
        {
            var read = field.Read();
            if (read.Refused(out var refusal)) ModelState.Add(texts, refusal, QuestionField.NameOf(field.Question.Code));
            else State = State.With(field.Question.Code, read.Fact);
        }
        if (!ModelState.IsValid || section == source.Code)
        {
            (Section, Checked) = (source, ModelState.IsValid);
            List = new(fields, Questionnaire, Asked);
            return Page();
        }
        ModelState.Clear();
        return Show(section) ? Page() : NotFound();
    }

    private bool Show(string section)
    {
        if (Questionnaire.FindSection(section) is not { } found) return false;
        Section = found;
        List = new([.. found.Questions.Select(question => QuestionField.Of(question, State[question.Code], RequestContext.Language))], Questionnaire, Asked);
        return true;
    }

    /// <summary>Answers that travelled with the form, as far as they are answers.</summary>
    private AnswerSet Known(string? state)
    {
        try
        {
            var read = AnswerSet.FromJson(string.IsNullOrEmpty(state) ? "{}" : state);
            return Questionnaire.Questions.Where(question => question.Accepts(read[question.Code])).Aggregate(AnswerSet.Empty, (known, question) => known.With(question.Code, read[question.Code]));
        }
        catch (JsonException)
        {
            return AnswerSet.Empty;
        }
    }
}
