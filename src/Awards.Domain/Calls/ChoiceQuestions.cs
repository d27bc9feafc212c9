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

    public override Outcome<string> Parse(string typed) => ChoiceParser.One(Choices, typed);

    public override string Print(string value, string language) => ChoiceParser.Print(Choices, value, language);
}

/// <summary>One answer of several.</summary>
public sealed record SingleChoiceQuestion : Question
{
    /// <summary>The answers, in the order in which they are shown.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<QuestionOption> Choices => Options;

    public override Outcome<string> Parse(string typed) => ChoiceParser.One(Options, typed);

    public override string Print(string value, string language) => ChoiceParser.Print(Options, value, language);
}

/// <summary>Any number of answers; canonical form: the codes joined by ";" in the order given.</summary>
public sealed record MultipleChoiceQuestion : Question
{
    /// <summary>The answers, in the order in which they are shown.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<QuestionOption> Choices => Options;

    public override Outcome<string> Parse(string typed)
    {
        if (typed.Trim().Length == 0) return "";
        var codes = typed.Split(AnswerSet.Separator, StringSplitOptions.TrimEntries);
        var seen = new HashSet<string>();
        foreach (var code in codes)
        {
            if (ChoiceParser.One(Options, code).Refused(out var refusal)) return refusal;
            if (code.Length == 0)
                return new Refusal("answer.empty_choice", "Zwischen zwei Strichpunkten steht keine Antwort. Bitte entfernen Sie den überzähligen Strichpunkt.");
            if (!seen.Add(code)) return new Refusal("answer.chosen_twice", "„{0}“ ist zweimal genannt. Bitte nennen Sie jede Antwort nur einmal.", code);
        }
        return string.Join(AnswerSet.Separator, codes);
    }

    public override string Print(string value, string language) =>
        string.Join("; ", value.Split(AnswerSet.Separator).Select(code => ChoiceParser.Print(Options, code, language)));
}

internal static class ChoiceParser
{
    public static Outcome<string> One(IReadOnlyList<QuestionOption> options, string typed)
    {
        var code = typed.Trim();
        if (code.Length == 0 || options.Any(option => option.Code == code)) return code;
        return new Refusal("answer.unknown_choice", "„{0}“ ist keine der möglichen Antworten ({1}).",
            TextRules.Excerpt(code), string.Join(", ", options.Select(option => option.Code)));
    }

    public static string Print(IReadOnlyList<QuestionOption> options, string value, string language) =>
        options.FirstOrDefault(option => option.Code == value)?.Label.In(language) ?? value;
}
