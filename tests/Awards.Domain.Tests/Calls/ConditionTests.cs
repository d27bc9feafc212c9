using System.Runtime.CompilerServices;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Testing.Calls;

namespace Awards.Domain.Tests.Calls;

public sealed class ConditionTests
{
    private static readonly JsonSerializerOptions Compact = new(CallDefinition.Json) { WriteIndented = false };

    /// <summary>The table of cases that the script in the browser is tested with too.</summary>
    [Fact]
    public void Conditions_have_three_values()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Beside("conditions.json")));
        foreach (var each in cases.RootElement.EnumerateArray())
        {
            var condition = each.GetProperty("if").Deserialize<Condition>(CallDefinition.Json)!;
            bool? expected = each.GetProperty("is").ValueKind == JsonValueKind.Null ? null : each.GetProperty("is").GetBoolean();
            condition.Evaluate(AnswerSet.FromJson(each.GetProperty("answers").GetRawText())).ShouldBe(expected, each.GetRawText());
        }
        cases.RootElement.GetArrayLength().ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("""{"question":"a","anyOf":["x","y"]}""")]
    [InlineData("""{"question":"a","is":"lessOrEqual","value":"5"}""")]
    [InlineData("""{"all":[{"question":"a","anyOf":["x"]},{"any":[{"not":{"question":"b","anyOf":["y"]}},{"question":"n","is":"notEquals","value":"1"}]}]}""")]
    public void A_condition_is_written_as_it_was_read(string json) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Condition>(json, CallDefinition.Json), Compact).ShouldBe(json);

    [Theory]
    [InlineData("""{"question":"a"}""")]
    [InlineData("""{"question":"a","anyOf":["x"],"is":"less"}""")]
    [InlineData("""{"question":"a","is":"about","value":"5"}""")]
    [InlineData("""{"question":"a","anyOf":"x"}""")]
    [InlineData("""{"question":"a","anyOf":[1]}""")]
    [InlineData("""{"all":{"question":"a","anyOf":["x"]}}""")]
    [InlineData("""["a"]""")]
    [InlineData("""{"not":"a"}""")]
    public void Anything_else_is_no_condition(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Condition>(json, CallDefinition.Json));

    [Fact]
    public void A_condition_is_said_in_both_languages()
    {
        var questionnaire = EveryQuestion.Questionnaire;
        string Say(string code, string language) => ConditionWords.Sentence(questionnaire.Find(code)!.AskedIf!, questionnaire, language);
        Say("plans", "de").ShouldBe("Wird gefragt, wenn die Antwort auf „Gibt es ein Konzept?“ „Ja“ ist.");
        Say("plans", "en").ShouldBe("Asked if the answer to “Is there a concept?” is “Yes”.");
        Say("why_other", "de").ShouldBe("Wird gefragt, wenn die Antwort auf „Gibt es ein Konzept?“ „Ja“ ist und (bei „Woher kommt das Geld?“ „Weitere“ oder „Land“ gewählt ist oder die Antwort auf „Was kostet das Vorhaben?“ mindestens 50.000 Euro ist).");
        Say("story", "en").ShouldBe("Asked if it is not the case that (the answer to “How closely do you work together? – with clubs” is “not at all” or the date in “When did it begin?” is before 1 January 2010 or the answer to “What are the other means about?” is “Zu 'geheim'”).");
    }

    [Fact]
    public void On_random_questionnaires_asking_agrees_with_the_plain_reading_and_asking_twice_changes_nothing()
    {
        var random = new Random(20171231);
        for (var turn = 0; turn < 400; turn++)
        {
            var questionnaire = Random(random);
            questionnaire.Faults().ShouldBeEmpty();
            var answers = questionnaire.Questions.Aggregate(AnswerSet.Empty, (set, question) => random.Next(4) == 0 ? set : set.With(question.Code, Value(question, random)));
            var asked = questionnaire.Asked(answers);
            questionnaire.Asked(asked).ShouldBe(asked);
            foreach (var question in questionnaire.Questions)
                asked[question.Code].ShouldBe(IsAsked(questionnaire, question, answers) ? answers[question.Code] : "");
            var json = JsonSerializer.Serialize(questionnaire, CallDefinition.Json);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<Questionnaire>(json, CallDefinition.Json), CallDefinition.Json).ShouldBe(json);
        }
    }

    /// <summary>The oracle: looks backwards through the conditions, with words instead of truth values.</summary>
    private static bool IsAsked(Questionnaire questionnaire, Question question, AnswerSet answers) => question.AskedIf is null || Plain(questionnaire, question.AskedIf, answers) == "true";

    private static string Plain(Questionnaire questionnaire, Condition condition, AnswerSet answers)
    {
        string Part(Condition part) => Plain(questionnaire, part, answers);
        switch (condition)
        {
            case NotCondition not: return Part(not.Of) switch { "true" => "false", "false" => "true", _ => "unknown" };
            case AllCondition all: return all.Of.Any(part => Part(part) == "false") ? "false" : all.Of.All(part => Part(part) == "true") ? "true" : "unknown";
            case AnyCondition any: return any.Of.Any(part => Part(part) == "true") ? "true" : any.Of.All(part => Part(part) == "false") ? "false" : "unknown";
        }
        var code = condition.Keys().Single();
        var question = questionnaire.Find(code)!;
        if (answers[code].Length == 0 || (question.AskedIf is { } before && Plain(questionnaire, before, answers) != "true")) return "unknown";
        return condition switch
        {
            ChosenCondition chosen => chosen.AnyOf.Intersect(answers[code].Split(';')).Any(),
            ComparedCondition { Is: Comparison.Less } less => Number(answers[code]) < Number(less.Value),
            ComparedCondition { Is: Comparison.GreaterOrEqual } more => Number(answers[code]) >= Number(more.Value),
            ComparedCondition compared => answers[code] != compared.Value,
            _ => throw new InvalidOperationException(),
        } ? "true" : "false";
    }

    private static Questionnaire Random(Random random)
    {
        var questions = new List<Question>();
        for (var at = 0; at < 8; at++)
        {
            var condition = at > 0 && random.Next(3) > 0 ? Random(random, questions, 3) : null;
            questions.Add(random.Next(3) switch
            {
                0 => new YesNoQuestion { Code = $"q{at}", Text = "?", AskedIf = condition },
                1 => new MultipleChoiceQuestion { Code = $"q{at}", Text = "?", AskedIf = condition, Options = [new("x", "X"), new("y", "Y"), new("z", "Z")] },
                _ => new WholeNumberQuestion { Code = $"q{at}", Text = "?", AskedIf = condition, Max = 9 },
            });
        }
        return new() { Sections = [new() { Code = "s1", Title = "S", Questions = questions[..4] }, new() { Code = "s2", Title = "S", Questions = questions[4..] }] };
    }

    private static Condition Random(Random random, List<Question> earlier, int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
            return random.Next(3) switch
            {
                0 => new NotCondition(Random(random, earlier, depth - 1)),
                1 => new AllCondition([Random(random, earlier, depth - 1), Random(random, earlier, depth - 1)]),
                _ => new AnyCondition([Random(random, earlier, depth - 1), Random(random, earlier, depth - 1)]),
            };
        var question = earlier[random.Next(earlier.Count)];
        return question.Choices.Count > 0
            ? new ChosenCondition(question.Code, [.. question.Choices.Select(option => option.Code).Where(_ => random.Next(2) == 0).DefaultIfEmpty(question.Choices[0].Code)])
            : new ComparedCondition(question.Code, new[] { Comparison.Less, Comparison.GreaterOrEqual, Comparison.NotEquals }[random.Next(3)], random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Value(Question question, Random random) => question switch
    {
        YesNoQuestion => random.Next(2) == 0 ? "yes" : "no",
        MultipleChoiceQuestion many => string.Join(';', many.Options.Select(option => option.Code).Where(_ => random.Next(2) == 0)),
        _ => random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    internal static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
