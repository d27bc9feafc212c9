using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.TagHelpers;

namespace Awards.Web.Stages.Applications;

/// <summary>A question as a field of a form: which partial shows it, what stands in it, and what it posts.</summary>
/// <param name="Question">The question.</param>
/// <param name="Values">What was typed or chosen, else what is stored as it stands in a field; empty for no answer.</param>
/// <param name="Inner">Own words by option code, answers by row of a matrix.</param>
/// <param name="Language">Language of the page.</param>
public sealed record QuestionField(Question Question, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Inner, string Language)
{
    private const string Folder = "/Stages/Applications/Municipality/";

    private static readonly Refusal WordsAlone = new("answer.words_without_choice", "Sie haben Text zu einer Antwort geschrieben, die Sie nicht gewählt haben. Bitte wählen Sie die Antwort, oder löschen Sie den Text.");

    public string Name => NameOf(Question.Code);
    public string Label => Question.Text.In(Language);
    public string? Help => Question.Help?.In(Language);
    public string Value => Values.Count == 0 ? "" : Values[0];
    public IReadOnlyList<Choice> Choices => ChoicesOf(Question.Choices);

    /// <summary>Options with own words.</summary>
    public IEnumerable<QuestionOption> WithWords => Question.Choices.Where(option => option.OtherText);

    /// <summary>Files of the answer, and whether others can be sent; null where the page takes no files.</summary>
    public FileArea? Files { get; init; }

    /// <summary>One partial for each kind of input. A new kind of question needs its line here, a new question does not.</summary>
    public string Partial => Folder + Question switch
    {
        YesNoQuestion or SingleChoiceQuestion => "_Radio",
        MultipleChoiceQuestion => "_Checkboxes",
        WholeNumberQuestion or DecimalQuestion or MoneyQuestion or PercentQuestion => "_Number",
        DateQuestion => "_Date",
        ShortTextQuestion => "_ShortText",
        LongTextQuestion => "_LongText",
        MatrixQuestion => "_Matrix",
        FileQuestion => "_Files",
        _ => throw new InvalidOperationException($"No input for {Question.GetType().Name}."),
    } + ".cshtml";

    /// <summary>How the script reads this field into a canonical answer.</summary>
    public string Kind => Question switch
    {
        MatrixQuestion => "matrix",
        MoneyQuestion => "money",
        WholeNumberQuestion => "whole",
        _ => Question.Kind switch { AnswerKind.Number => "number", AnswerKind.Date => "date", AnswerKind.Choice or AnswerKind.Choices => "choice", AnswerKind.Nothing => "none", _ => "text" },
    };

    /// <summary>The posted name of a question.</summary>
    public static string NameOf(string code) => $"Answers[{code}]";

    /// <summary>The posted name of own words, or of a row.</summary>
    public string NameOf(string code, string inner) => $"{NameOf(code)}[{inner}]";

    public IReadOnlyList<Choice> ChoicesOf(IReadOnlyList<QuestionOption> options) => [.. options.Select(option => new Choice(option.Code, option.Label.In(Language)))];

    /// <summary>The field with a canonical answer in it.</summary>
    public static QuestionField Of(Question question, string value, string language) => question switch
    {
        _ when value.Length == 0 => new(question, [], Nothing, language),
        MatrixQuestion => new(question, [], MatrixQuestion.Read(value), language),
        { Choices.Count: > 0 } => new(question, [.. ChosenAnswer.Codes(value)], ChosenAnswer.Read(value).DistinctBy(each => each.Code).ToDictionary(each => each.Code, each => each.Words), language),
        _ => new(question, [question.Edit(value)], Nothing, language),
    };

    /// <summary>The field with what a form posted.</summary>
    public static QuestionField Of(Question question, IFormCollection form, string language)
    {
        string Inner(string code) => form[$"{NameOf(question.Code)}[{code}]"].ToString();
        var keys = question is MatrixQuestion matrix ? matrix.Rows.Select(row => row.Code) : question.Choices.Where(option => option.OtherText).Select(option => option.Code);
        var values = form[NameOf(question.Code)];
        return new(question, question is MultipleChoiceQuestion ? [.. values.OfType<string>()] : values.Count == 0 ? [] : [values.ToString()], keys.ToDictionary(key => key, Inner), language);
    }

    /// <summary>The canonical answer of what stands in the field. Refuses as the question's class does, and own words without their choice.</summary>
    public Outcome<string> Read()
    {
        if (Question is MatrixQuestion) return Question.Parse(ChosenAnswer.Write(Inner.Where(row => row.Value.Length > 0).Select(row => (row.Key, row.Value))));
        if (WithWords.Any(option => Inner.GetValueOrDefault(option.Code, "").Trim().Length > 0 && !Values.Contains(option.Code))) return WordsAlone;
        return Question.Parse(Question.Choices.Count == 0 ? Value : string.Join(AnswerSet.Separator, Values.Select(code => ChosenAnswer.Write(code, Inner.GetValueOrDefault(code, "").Trim()))));
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}

/// <summary>Files of an answer on a form.</summary>
/// <param name="Lines">The files.</param>
/// <param name="Send">Address that takes one more file of a question, and the ids to remove.</param>
public sealed record FileArea(IReadOnlyList<AnswerFileLine> Lines, string Send);
