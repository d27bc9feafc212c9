using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

/// <summary>Random editors work on an open call while random applicants answer: no answer is ever orphaned.</summary>
public sealed class EditingUnderFireTests
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(9), InlineData(10)]
    [InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15), InlineData(16), InlineData(17), InlineData(18), InlineData(19), InlineData(20)]
    public void No_sequence_of_edits_orphans_an_answer(int seed)
    {
        var random = new Random(seed);
        var call = Call.Create(CallCase.Definition(
            new YesNoQuestion { Code = "q0", Text = "?" },
            new SingleChoiceQuestion { Code = "q1", Text = "?", Options = [new("a", "A"), new("b", "B"), new("c", "C")] },
            new WholeNumberQuestion { Code = "q2", Text = "?", AskedIf = new ChosenCondition("q0", ["yes"]) },
            new ShortTextQuestion { Code = "q3", Text = "?", AskedIf = new ComparedCondition("q2", Comparison.Greater, "5") }));
        var drafts = Enumerable.Range(0, 6).Select(_ => AnswerSet.Empty).ToArray();
        var handed = new bool[drafts.Length];
        var (accepted, refused) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var questionnaire = call.Definition.Questionnaire;
            if (random.Next(3) > 0)
            {
                var at = random.Next(drafts.Length);
                if (!handed[at]) drafts[at] = Answer(random, questionnaire, drafts[at]);
                if (random.Next(8) == 0 && !questionnaire.Missing(drafts[at]).Any()) (handed[at], drafts[at]) = (true, questionnaire.Asked(drafts[at]));
                continue;
            }
            var usage = new CallUsage { Answers = [.. drafts.Select((answers, at) => new StoredAnswers($"E{at}", handed[at], answers))] };
            var counted = drafts.Select(questionnaire.Asked).ToList();
            var complete = drafts.Select(answers => !questionnaire.Missing(answers).Any()).ToList();
            var outcome = call.Redefine(call.Definition with { Questionnaire = Edit(random, questionnaire, step) }, usage);
            if (outcome.Refused(out _))
            {
                refused++;
                call.Definition.Questionnaire.ShouldBeSameAs(questionnaire);
                continue;
            }
            accepted++;
            var now = call.Definition.Questionnaire;
            now.Faults().ShouldBeEmpty();
            for (var at = 0; at < drafts.Length; at++)
            {
                foreach (var code in drafts[at].Questions)
                {
                    now.Find(code).ShouldNotBeNull($"step {step}: {code} is gone although it is answered");
                    now.Find(code)!.Accepts(drafts[at][code]).ShouldBeTrue($"step {step}: the answer to {code} is none any more");
                }
                foreach (var code in counted[at].Questions) now.Asked(drafts[at])[code].ShouldBe(counted[at][code]);
                if (handed[at] && complete[at]) now.Missing(drafts[at]).ShouldBeEmpty();
            }
        }
        accepted.ShouldBeGreaterThan(3);
        refused.ShouldBeGreaterThan(0);
    }

    private static AnswerSet Answer(Random random, Questionnaire questionnaire, AnswerSet answers)
    {
        var questions = questionnaire.Questions.ToList();
        var question = questions[random.Next(questions.Count)];
        var typed = random.Next(5) == 0 ? "" : question switch
        {
            { Choices.Count: > 0 } => question.Choices[random.Next(question.Choices.Count)].Code,
            WholeNumberQuestion => random.Next(20).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => new string('x', random.Next(1, 30)),
        };
        var read = question.Parse(typed);
        return read.Refused(out _) ? answers : answers.With(question.Code, read.Fact);
    }

    private static Questionnaire Edit(Random random, Questionnaire questionnaire, int step)
    {
        var questions = questionnaire.Questions.ToList();
        var at = random.Next(questions.Count);
        var question = questions[at];
        switch (random.Next(8))
        {
            case 0 when questions.Count > 1: questions.RemoveAt(at); break;
            case 1: questions.Insert(random.Next(questions.Count + 1), new YesNoQuestion { Code = $"n{step}", Text = "?", Required = random.Next(3) == 0 }); break;
            case 2: (questions[at], questions[0]) = (questions[0], questions[at]); break;
            case 3: questions[at] = question with { Text = $"Anders gefragt {step}?" }; break;
            case 4: questions[at] = question with { Required = !question.Required }; break;
            case 5: questions[at] = question with { AskedIf = random.Next(2) == 0 ? null : new ChosenCondition("q0", [random.Next(2) == 0 ? "yes" : "no"]) }; break;
            case 6: questions[at] = Narrowed(random, question); break;
            default: questions[at] = new ShortTextQuestion { Code = question.Code, Text = "?", AskedIf = question.AskedIf }; break;
        }
        return CallCase.Of(questions);
    }

    private static Question Narrowed(Random random, Question question) => question switch
    {
        SingleChoiceQuestion { Options.Count: > 1 } choice => choice with { Options = [.. choice.Options.Where((_, at) => at != random.Next(choice.Options.Count))] },
        WholeNumberQuestion number => number with { Max = random.Next(5, 30) },
        ShortTextQuestion text => text with { MaxLength = random.Next(1, 200) },
        _ => question,
    };
}
