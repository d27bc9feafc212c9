using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>One section of the questionnaire.</summary>
[UploadLimits]
public sealed class QuestionnaireModel(ApplicationDesk desk, AnswerFiles files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public FormPage Form { get; private set; } = null!;
    public Section Section { get; private set; } = null!;
    public QuestionList List { get; private set; } = null!;

    private IReadOnlyDictionary<Guid, AnswerFileLine> Files { get; set; } = new Dictionary<Guid, AnswerFileLine>();
    private AnswerSet Stored => Form.Own.Application.Answers;
    private Questionnaire Whole => Form.Own.Call.Definition.Questionnaire;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] string section, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, section, cancellationToken)) return NotFound();
        return Form.Own.Closed(request.Began) is not null ? LocalRedirect(ApplicationLinks.Overview(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] string section, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, section, cancellationToken)) return NotFound();
        var posted = await Request.ReadFormAsync(cancellationToken);
        Fill(question => question is FileQuestion ? Of(question) : QuestionField.Of(question, posted, RequestContext.Language));
        var answers = Read();
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(code => answers[code]), (application, values, write) =>
            application.Answer(Form.Own.Call, values.ToDictionary(each => ApplicationFields.QuestionOf(each.Key)!, each => each.Value), application.Version, write), cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostUploadAsync([FromRoute] Guid id, [FromRoute] string section, [FromQuery(Name = "frage")] string code, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, section, cancellationToken) || Section.Questions.OfType<FileQuestion>().FirstOrDefault(each => each.Code == code) is not { } question) return NotFound();
        var upload = (await Request.ReadFormAsync(cancellationToken)).Files is [var first, ..] ? first : null;
        var outcome = upload is null ? FileRefusals.None : await files.AddAsync(Form.Own, question, upload, request.Write(), cancellationToken);
        return Answered(outcome, question, /*text*/ "„{0}“ ist hochgeladen.");
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromRoute] string section, [FromQuery(Name = "frage")] string code, [FromForm(Name = "datei")] Guid file, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, section, cancellationToken) || Section.Questions.OfType<FileQuestion>().FirstOrDefault(each => each.Code == code) is not { } question) return NotFound();
        return Answered(await files.RemoveAsync(Form.Own, question, file, request.Write(), cancellationToken), question, /*text*/ "„{0}“ ist entfernt.");
    }

    private IActionResult Answered(Outcome<string> outcome, FileQuestion question, string done)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, QuestionField.NameOf(question.Code));
            return Page();
        }
        TempData.Say(texts[done, outcome.Fact]);
        return LocalRedirect(Form.Here);
    }

    /// <summary>Canonical answers of what was typed. What cannot be read is a fault, unless the question is not asked: then what is stored stays.</summary>
    private Dictionary<string, string> Read()
    {
        var refused = new List<(Question Question, Refusal Refusal)>();
        var answers = new Dictionary<string, string>();
        foreach (var field in List.Fields.Where(field => field.Question is not FileQuestion))
        {
            var read = field.Read();
            if (read.Refused(out var refusal)) refused.Add((field.Question, refusal));
            answers[field.Question.Code] = refusal is null ? read.Fact : "";
        }
        var asked = Whole.Asked(answers.Aggregate(Stored, (set, answer) => set.With(answer.Key, answer.Value)));
        foreach (var (question, refusal) in refused)
        {
            if (question.IsAsked(asked)) ModelState.Add(texts, refusal, QuestionField.NameOf(question.Code));
            else answers[question.Code] = Stored[question.Code];
        }
        return answers;
    }

    private async Task<bool> ShowAsync(Guid id, string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.Questionnaire.FindSection(code) is not { } section) return false;
        Section = section;
        Form = new(own, ApplicationLinks.Section(own.Id, code), application => Pieces(question => application.Answers[question]));
        Files = await files.LinesAsync(Whole, Stored, cancellationToken);
        Fill(Of);
        return true;
    }

    private void Fill(Func<Question, QuestionField> field) => List = new([.. Section.Questions.Select(field)], Whole, Whole.Asked(Stored));

    private QuestionField Of(Question question) => QuestionField.Of(question, Stored[question.Code], RequestContext.Language) with
    {
        Files = new([.. PrintedAnswer.Lines(Stored[question.Code], Files)], Form.Here),
    };

    private IReadOnlyList<Piece> Pieces(Func<string, string> answer) => [.. Section.Questions.Where(question => question is not FileQuestion).Select(question => new Piece(
        ApplicationFields.Answer(question.Code), QuestionField.NameOf(question.Code), question.Text.In(RequestContext.Language), answer(question.Code), question.Print(answer(question.Code), RequestContext.Language)))];
}
