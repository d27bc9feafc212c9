using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Conditions in words.</summary>
public static class ConditionWords
{
    /// <summary>"Wird gefragt, wenn die Antwort auf „…“ „Ja“ ist."</summary>
    public static string Sentence(Condition condition, Questionnaire questionnaire, string language) =>
        language == "en" ? $"Asked if {Clause(condition, questionnaire, language)}." : $"Wird gefragt, wenn {Clause(condition, questionnaire, language)}.";

    /// <summary>The condition as a subordinate clause: "die Antwort auf „…“ „Ja“ ist".</summary>
    public static string Clause(Condition condition, Questionnaire questionnaire, string language)
    {
        var english = language == "en";
        string Inner(Condition part) => part.Parts.Count > 0 ? $"({Clause(part, questionnaire, language)})" : Clause(part, questionnaire, language);
        string Joined(string german, string word) => string.Join($" {(english ? word : german)} ", condition.Parts.Select(Inner));
        return condition switch
        {
            AllCondition => Joined("und", "and"),
            AnyCondition => Joined("oder", "or"),
            NotCondition { Of: ChosenCondition chosen } => Chosen(chosen, questionnaire, english, not: true),
            NotCondition not => english ? $"it is not the case that {Inner(not.Of)}" : $"nicht gilt: {Inner(not.Of)}",
            ChosenCondition chosen => Chosen(chosen, questionnaire, english, not: false),
            ComparedCondition compared => Compared(compared, questionnaire, english),
            _ => throw new InvalidOperationException($"No words for {condition.GetType().Name}."),
        };
    }

    private static string Chosen(ChosenCondition condition, Questionnaire questionnaire, bool english, bool not)
    {
        var part = questionnaire.Part(condition.Question);
        var answers = string.Join(english ? " or " : " oder ", condition.AnyOf.Select(code => Quoted(part?.Choices.FirstOrDefault(option => option.Code == code)?.Label ?? code, english)));
        var label = Quoted(part?.Label ?? condition.Question, english);
        return (part?.Kind == AnswerKind.Choices, english) switch
        {
            (true, false) => $"bei {label} {(not ? "nicht " : "")}{answers} gewählt ist",
            (true, true) => $"{answers} is {(not ? "not " : "")}chosen for {label}",
            (_, false) => $"die Antwort auf {label} {(not ? "nicht " : "")}{answers} ist",
            (_, true) => $"the answer to {label} is {(not ? "not " : "")}{answers}",
        };
    }

    private static string Compared(ComparedCondition condition, Questionnaire questionnaire, bool english)
    {
        var part = questionnaire.Part(condition.Question);
        var label = Quoted(part?.Label ?? condition.Question, english);
        var value = questionnaire.Find(condition.Question)?.Print(condition.Value, english ? "en" : "de") ?? condition.Value;
        if (part?.Kind == AnswerKind.Date) return english ? $"the date in {label} is {EnglishDate(condition.Is)}{value}" : $"das Datum bei {label} {GermanDate(condition.Is)}{value} ist";
        if (part?.Kind == AnswerKind.Text) value = Quoted(value, english);
        return english ? $"the answer to {label} is {English(condition.Is)}{value}" : $"die Antwort auf {label} {German(condition.Is)}{value} ist";
    }

    private static string German(Comparison comparison) => comparison switch
    {
        Comparison.NotEquals => "nicht ",
        Comparison.Less => "kleiner als ",
        Comparison.LessOrEqual => "höchstens ",
        Comparison.Greater => "größer als ",
        Comparison.GreaterOrEqual => "mindestens ",
        _ => "",
    };

    private static string English(Comparison comparison) => comparison switch
    {
        Comparison.NotEquals => "not ",
        Comparison.Less => "less than ",
        Comparison.LessOrEqual => "at most ",
        Comparison.Greater => "greater than ",
        Comparison.GreaterOrEqual => "at least ",
        _ => "",
    };

    private static string GermanDate(Comparison comparison) => comparison switch
    {
        Comparison.NotEquals => "nicht der ",
        Comparison.Less => "vor dem ",
        Comparison.LessOrEqual => "nicht nach dem ",
        Comparison.Greater => "nach dem ",
        Comparison.GreaterOrEqual => "nicht vor dem ",
        _ => "der ",
    };

    private static string EnglishDate(Comparison comparison) => comparison switch
    {
        Comparison.NotEquals => "not ",
        Comparison.Less => "before ",
        Comparison.LessOrEqual => "not after ",
        Comparison.Greater => "after ",
        Comparison.GreaterOrEqual => "not before ",
        _ => "",
    };

    private static string Quoted(LocalizedText text, bool english) => english ? $"“{text.In("en")}”" : $"„{text.De}“";
}
