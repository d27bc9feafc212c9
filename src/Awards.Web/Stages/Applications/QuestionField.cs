using Awards.Domain.Calls;
using Awards.Web.Platform.TagHelpers;

namespace Awards.Web.Stages.Applications;

/// <summary>A question as a field of a form: which partial shows it, and what stands in it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Values">What was typed or chosen, else what is stored; empty for no answer.</param>
/// <param name="Language">Language of the page.</param>
public sealed record QuestionField(Question Question, IReadOnlyList<string> Values, string Language)
{
    public string Name => NameOf(Question.Code);
    public string Label => Question.Text.In(Language);
    public string? Help => Question.Help?.In(Language);
    public string Value => Values.Count == 0 ? "" : Values[0];
    public IReadOnlyList<Choice> Choices => [.. Question.Choices.Select(option => new Choice(option.Code, option.Label.In(Language)))];

    /// <summary>One partial for each kind of input. A new kind of question needs its line here, a new question does not.</summary>
    public string Partial => Question switch
    {
        YesNoQuestion or SingleChoiceQuestion => "_Radio",
        MultipleChoiceQuestion => "_Checkboxes",
        WholeNumberQuestion => "_WholeNumber",
        ShortTextQuestion => "_ShortText",
        LongTextQuestion => "_LongText",
        _ => throw new InvalidOperationException($"No input for {Question.GetType().Name}."),
    };

    /// <summary>The posted name of a question.</summary>
    public static string NameOf(string code) => $"Answers[{code}]";

    /// <summary>What a form posted for a question, in one text as the question's class parses it.</summary>
    public static string Typed(Question question, IFormCollection form) => question is MultipleChoiceQuestion
        ? string.Join(AnswerSet.Separator, form[NameOf(question.Code)].ToArray())
        : form[NameOf(question.Code)].ToString();

    /// <summary>The field with a text in it, typed or canonical.</summary>
    public static QuestionField Of(Question question, string text, string language) =>
        new(question, text.Length == 0 ? [] : question is MultipleChoiceQuestion ? text.Split(AnswerSet.Separator) : [text], language);
}
