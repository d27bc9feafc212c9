using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Yes or no, codes "yes" and "no".</summary>
public sealed record YesNoQuestion : Question
{
    private static readonly QuestionOption[] YesAndNo =
        [new("yes", new LocalizedText("Ja", "Yes")), new("no", new LocalizedText("Nein", "No"))];

    [JsonIgnore]
    public override IReadOnlyList<QuestionOption> Choices => YesAndNo;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Choice;

    public override Outcome<string> Parse(string typed) => ChoiceParser.One(Choices, typed);

    public override string Print(string value, string language) => ChoiceParser.Print(Choices, value, language);

    protected override IEnumerable<Refusal> OwnFaults() => [];
}

/// <summary>One answer of several; canonical form: its code, with own words as <see cref="ChosenAnswer"/> says.</summary>
public sealed record SingleChoiceQuestion : Question
{
    /// <summary>The answers, in the order in which they are shown.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<QuestionOption> Choices => Options;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Choice;

    public override Outcome<string> Parse(string typed) => ChoiceParser.One(Options, typed);

    public override string Print(string value, string language) => ChoiceParser.Print(Options, value, language);

    public override bool Suffices(string value) => base.Suffices(value) && ChoiceParser.HasWords(Options, value);

    protected override IEnumerable<Refusal> OwnFaults() => ChoiceParser.Faults(Code, Options);
}

/// <summary>Any number of answers; canonical form: <see cref="ChosenAnswer"/>, in the order given.</summary>
public sealed record MultipleChoiceQuestion : Question
{
    /// <summary>The answers, in the order in which they are shown.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    /// <summary>How many answers may be chosen; null = as many as there are.</summary>
    public int? Max { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<QuestionOption> Choices => Options;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Choices;

    public override Outcome<string> Parse(string typed)
    {
        if (typed.Trim().Length == 0) return "";
        var chosen = new List<string>();
        var seen = new HashSet<string>();
        foreach (var part in typed.Split(AnswerSet.Separator, StringSplitOptions.TrimEntries))
        {
            var one = ChoiceParser.One(Options, part);
            if (one.Refused(out var refusal)) return refusal;
            if (one.Fact.Length == 0)
                return new Refusal("answer.empty_choice", "Zwischen zwei Strichpunkten steht keine Antwort. Bitte entfernen Sie den überzähligen Strichpunkt.");
            var code = ChosenAnswer.Codes(one.Fact).Single();
            if (!seen.Add(code)) return new Refusal("answer.chosen_twice", "„{0}“ ist zweimal genannt. Bitte nennen Sie jede Antwort nur einmal.", code);
            chosen.Add(one.Fact);
        }
        if (chosen.Count > Max) return new Refusal("answer.too_many", "Bitte wählen Sie höchstens {0} Antworten; {1} sind gewählt.", Max, chosen.Count);
        if (chosen.Count > 1 && Options.FirstOrDefault(option => option.Exclusive && seen.Contains(option.Code)) is { } alone)
            return new Refusal("answer.exclusive", "„{0}“ passt zu keiner anderen Antwort. Bitte wählen Sie entweder nur diese oder nur die anderen.", Shown.Text(alone.Label));
        return string.Join(AnswerSet.Separator, chosen);
    }

    public override string Print(string value, string language) =>
        string.Join("; ", value.Split(AnswerSet.Separator).Select(one => ChoiceParser.Print(Options, one, language)));

    public override bool Suffices(string value) => base.Suffices(value) && ChoiceParser.HasWords(Options, value);

    protected override IEnumerable<Refusal> OwnFaults()
    {
        foreach (var fault in ChoiceParser.Faults(Code, Options, exclusive: true)) yield return fault;
        if (Max < 1 || Max > Options.Count) yield return new("question.max_choices", "Bei der Frage „{0}“ muss die Höchstzahl der Antworten zwischen 1 und der Zahl der Antworten liegen.", Code);
    }
}

internal static class ChoiceParser
{
    public static Outcome<string> One(IReadOnlyList<QuestionOption> options, string typed)
    {
        var code = typed.Trim();
        if (code.Length == 0 || options.Any(option => option.Code == code)) return code;
        var (start, words) = ChosenAnswer.Read(code).First();
        if (!code.Contains(AnswerSet.Separator) && options.Any(option => option.OtherText && option.Code == start))
            return TextRules.Check(TextRules.OneLine(words), ChosenAnswer.MaxOtherText).Refused(out var refusal) ? refusal : ChosenAnswer.Write(start, TextRules.OneLine(words));
        return new Refusal("answer.unknown_choice", "„{0}“ ist keine der möglichen Antworten ({1}).",
            TextRules.Excerpt(code), string.Join(", ", options.Select(option => option.Code)));
    }

    public static string Print(IReadOnlyList<QuestionOption> options, string value, string language)
    {
        if (ChosenAnswer.Read(value).Take(1).ToList() is not [var (code, words)]) return value;
        if (options.FirstOrDefault(option => option.Code == code) is not { } option) return value;
        return option.Label.In(language) + (words.Length == 0 ? "" : $": {words}");
    }

    /// <summary>False where an answer asks for own words and has none.</summary>
    public static bool HasWords(IReadOnlyList<QuestionOption> options, string value) =>
        !ChosenAnswer.Read(value).Any(chosen => chosen.Words.Length == 0 && options.Any(option => option.OtherText && option.Code == chosen.Code));

    public static IEnumerable<Refusal> Faults(string question, IReadOnlyList<QuestionOption> options, bool exclusive = false)
    {
        if (options.Count == 0) yield return new("question.without_options", "Bitte geben Sie der Frage „{0}“ mindestens eine Antwort zur Auswahl.", question);
        foreach (var option in options)
        {
            if (Question.CodeFault(option.Code) is { } code) yield return code;
            if (string.IsNullOrWhiteSpace(option.Label.De)) yield return new("question.option_without_text", "Bitte geben Sie der Antwort „{0}“ der Frage „{1}“ einen Text.", option.Code, question);
            if (option.Exclusive && !exclusive) yield return new("question.exclusive", "„{0}“ kann bei der Frage „{1}“ andere Antworten nicht ausschließen, weil dort nur eine Antwort möglich ist.", option.Code, question);
        }
        foreach (var twice in options.GroupBy(option => option.Code).Where(group => group.Count() > 1))
            yield return new("question.option_twice", "Die Antwort „{0}“ steht bei der Frage „{1}“ mehrmals. Bitte geben Sie jeder Antwort einen eigenen Code.", twice.Key, question);
    }
}
