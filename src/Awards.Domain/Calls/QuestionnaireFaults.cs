using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Something wrong with a questionnaire as it is defined.</summary>
/// <param name="Section">Code of the section; null for the questionnaire as a whole.</param>
/// <param name="Question">Code of the question; null for the section itself.</param>
/// <param name="Refusal">What it is and how to mend it.</param>
/// <param name="InCondition">True where the condition of the question is meant.</param>
public sealed record QuestionnaireFault(string? Section, string? Question, Refusal Refusal, bool InCondition = false);

/// <summary>What a questionnaire must fulfil: the one rule for the editor, for imports and for `awards check`.</summary>
internal static class QuestionnaireRules
{
    public const int MostDepth = 8;

    /// <summary>Columns that entry files have beside the questions.</summary>
    private static readonly string[] Reserved = ["nr", "municipality_type"];

    public static IEnumerable<QuestionnaireFault> Faults(Questionnaire questionnaire)
    {
        if (questionnaire.Sections.Count == 0) yield return new(null, null, new("questionnaire.empty", "Der Fragebogen braucht mindestens einen Abschnitt."));
        var (sections, questions, earlier) = (new HashSet<string>(), new HashSet<string>(), new Dictionary<string, (AnswerPart Part, Question Of)>());
        foreach (var section in questionnaire.Sections)
        {
            if (Question.CodeFault(section.Code) is { } code) yield return new(section.Code, null, code);
            if (!sections.Add(section.Code)) yield return new(section.Code, null, new("questionnaire.section_twice", "Den Abschnitt „{0}“ gibt es mehrmals. Bitte geben Sie jedem Abschnitt einen eigenen Code.", section.Code));
            if (string.IsNullOrWhiteSpace(section.Title.De)) yield return new(section.Code, null, new("questionnaire.section_without_title", "Bitte geben Sie dem Abschnitt „{0}“ eine Überschrift.", section.Code));
            foreach (var question in section.Questions)
            {
                QuestionnaireFault At(Refusal refusal, bool condition = false) => new(section.Code, question.Code, refusal, condition);
                if (!questions.Add(question.Code)) yield return At(new("questionnaire.question_twice", "Den Code „{0}“ haben mehrere Fragen. Bitte geben Sie jeder Frage einen eigenen.", question.Code));
                if (Reserved.Contains(question.Code)) yield return At(new("questionnaire.reserved", "„{0}“ ist als Code einer Frage nicht möglich, weil eine Spalte der Beitragsdateien so heißt.", question.Code));
                foreach (var fault in question.Faults()) yield return At(fault);
                if (question.AskedIf is { } condition)
                    foreach (var fault in Faults(condition, questionnaire, earlier)) yield return At(fault, true);
                foreach (var part in question.Parts) earlier.TryAdd(part.Key, (part, question));
            }
        }
    }

    /// <summary>What is wrong with a condition, by the answers that it may look at.</summary>
    public static IEnumerable<Refusal> Faults(Condition condition, Questionnaire questionnaire, IReadOnlyDictionary<string, (AnswerPart Part, Question Of)> known)
    {
        if (condition.Depth() > MostDepth) return [new("condition.too_deep", "Die Bedingung ist zu tief verschachtelt, möglich sind {0} Ebenen. Bitte vereinfachen Sie sie.", MostDepth)];
        return Leaves(condition, questionnaire, known);
    }

    private static IEnumerable<Refusal> Leaves(Condition condition, Questionnaire questionnaire, IReadOnlyDictionary<string, (AnswerPart Part, Question Of)> known)
    {
        if (condition is AllCondition or AnyCondition && condition.Parts.Count == 0)
            yield return new("condition.empty", "In der Bedingung steht eine Gruppe ohne Inhalt. Bitte füllen oder entfernen Sie sie.");
        foreach (var fault in condition.Parts.SelectMany(part => Leaves(part, questionnaire, known))) yield return fault;
        if (condition.Parts.Count > 0 || condition is AllCondition or AnyCondition) yield break;
        var key = condition.Keys().Single();
        if (!known.TryGetValue(key, out var found))
        {
            yield return questionnaire.Part(key) is not null
                ? new("condition.later_question", "Die Bedingung fragt nach „{0}“, das erst danach kommt. Eine Bedingung kann nur nach früheren Fragen fragen.", key)
                : questionnaire.Find(key) is MatrixQuestion ? new("condition.matrix", "Die Bedingung fragt nach „{0}“. Bitte nennen Sie die Zeile, zum Beispiel „{1}“.", key, questionnaire.Find(key)!.Parts.Select(part => part.Key).FirstOrDefault() ?? key)
                : new("condition.unknown_question", "Die Bedingung fragt nach „{0}“. Diese Frage gibt es nicht.", key);
            yield break;
        }
        var refusals = condition switch
        {
            ChosenCondition chosen => ChosenFaults(chosen, found.Part),
            ComparedCondition compared => ComparedFaults(compared, found.Part, found.Of),
            _ => [],
        };
        foreach (var refusal in refusals) yield return refusal;
    }

    private static IEnumerable<Refusal> ChosenFaults(ChosenCondition condition, AnswerPart part)
    {
        if (part.Kind is not (AnswerKind.Choice or AnswerKind.Choices))
            yield return new("condition.no_choices", "Die Frage „{0}“ hat keine Antworten zur Auswahl. Bitte vergleichen Sie sie mit einem Wert.", part.Key);
        else if (condition.AnyOf.Count == 0)
            yield return new("condition.no_options", "Bitte nennen Sie in der Bedingung mindestens eine Antwort auf „{0}“.", part.Key);
        else
            foreach (var code in condition.AnyOf.Where(code => part.Choices.All(option => option.Code != code)))
                yield return new("condition.unknown_option", "Die Bedingung nennt die Antwort „{0}“, die es bei „{1}“ nicht gibt.", code, part.Key);
    }

    private static IEnumerable<Refusal> ComparedFaults(ComparedCondition condition, AnswerPart part, Question question)
    {
        var equality = condition.Is is Comparison.Equals or Comparison.NotEquals;
        if (part.Kind is AnswerKind.Choice or AnswerKind.Choices)
            yield return new("condition.choices_compared", "Bei „{0}“ werden Antworten ausgewählt. Bitte nennen Sie in der Bedingung die Antworten.", part.Key);
        else if (part.Kind == AnswerKind.Nothing || (part.Kind == AnswerKind.Text && !equality))
            yield return new("condition.not_comparable", "Die Antwort auf „{0}“ kann so nicht verglichen werden. Kleiner und größer gibt es bei Zahlen, Beträgen und Daten.", part.Key);
        else if (Canonical(question, condition.Value) != condition.Value)
            yield return new("condition.value", "„{0}“ ist kein Wert, mit dem sich die Antwort auf „{1}“ vergleichen lässt.", TextRules.Excerpt(condition.Value), part.Key);
    }

    /// <summary>The value as the question's class writes it, whatever the limits of its answers; null where it is none.</summary>
    private static string? Canonical(Question question, string value)
    {
        var unlimited = question switch
        {
            WholeNumberQuestion whole => whole with { Min = long.MinValue, Max = long.MaxValue },
            DecimalQuestion number => number with { Min = decimal.MinValue, Max = decimal.MaxValue },
            PercentQuestion percent => percent with { Min = decimal.MinValue, Max = decimal.MaxValue },
            MoneyQuestion money => money with { MinCents = 0, MaxCents = long.MaxValue },
            DateQuestion date => date with { Min = null, Max = null },
            _ => question,
        };
        return value.Length > 0 && unlimited.Check(value) is { Refusal: null } checkedValue ? checkedValue.Fact : null;
    }
}
