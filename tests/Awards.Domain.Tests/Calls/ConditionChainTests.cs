using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

public sealed class ConditionChainTests
{
    private static readonly Questionnaire Chain = new()
    {
        Sections = [new Section { Code = "s", Title = "S", Questions = [
            new YesNoQuestion { Code = "first", Text = "?", Required = true },
            new YesNoQuestion { Code = "second", Text = "?", Required = true, AskedIf = new ChosenCondition("first", ["yes"]) },
            new ShortTextQuestion { Code = "third", Text = "?", Required = true, AskedIf = new ChosenCondition("second", ["yes"]) }] }],
    };

    [Fact]
    public void An_answer_that_is_no_longer_asked_for_keeps_no_further_question_alive()
    {
        var answers = AnswerSet.Empty.With("first", "no").With("second", "yes").With("third", "x").With("unknown", "y");
        Chain.Asked(answers).Questions.ShouldBe(["first"]);
        Chain.Missing(answers.With("third", "")).ShouldBeEmpty();
    }

    [Fact]
    public void While_every_condition_holds_all_answers_stay()
    {
        var answers = AnswerSet.Empty.With("first", "yes").With("second", "yes").With("third", "x");
        Chain.Asked(answers).ShouldBe(answers);
        Chain.Missing(answers.With("third", "")).Select(question => question.Code).ShouldBe(["third"]);
    }
}
