using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

/// <summary>What is wrong with a definition is named with its place.</summary>
public sealed class QuestionnaireFaultTests
{
    private static readonly QuestionOption[] Two = [new("a", "A"), new("b", "B")];

    public static TheoryData<Question, string> Wrong => new()
    {
        { new YesNoQuestion { Code = "Mit Leerzeichen", Text = "?" }, "question.code" },
        { new YesNoQuestion { Code = "q", Text = " " }, "question.without_text" },
        { new YesNoQuestion { Code = "nr", Text = "?" }, "questionnaire.reserved" },
        { new SingleChoiceQuestion { Code = "q", Text = "?", Options = [] }, "question.without_options" },
        { new SingleChoiceQuestion { Code = "q", Text = "?", Options = [new("a;b", "A")] }, "question.code" },
        { new SingleChoiceQuestion { Code = "q", Text = "?", Options = [new("a", "A"), new("a", "B")] }, "question.option_twice" },
        { new SingleChoiceQuestion { Code = "q", Text = "?", Options = [new("a", "A", Exclusive: true)] }, "question.exclusive" },
        { new SingleChoiceQuestion { Code = "q", Text = "?", Options = [new("a", "")] }, "question.option_without_text" },
        { new MultipleChoiceQuestion { Code = "q", Text = "?", Options = Two, Max = 3 }, "question.max_choices" },
        { new WholeNumberQuestion { Code = "q", Text = "?", Min = 2, Max = 1 }, "question.limits" },
        { new DecimalQuestion { Code = "q", Text = "?", Decimals = 7 }, "question.decimals" },
        { new PercentQuestion { Code = "q", Text = "?", Min = 101 }, "question.limits" },
        { new MoneyQuestion { Code = "q", Text = "?", MinCents = -1 }, "question.negative_money" },
        { new DateQuestion { Code = "q", Text = "?", Min = new(2018, 1, 1), Max = new(2017, 1, 1) }, "question.limits" },
        { new ShortTextQuestion { Code = "q", Text = "?", MaxLength = 0 }, "question.max_length" },
        { new LongTextQuestion { Code = "q", Text = "?", MaxLength = 50_001 }, "question.max_length" },
        { new MatrixQuestion { Code = "q", Text = "?", Rows = [], Options = Two }, "question.without_rows" },
        { new MatrixQuestion { Code = "q", Text = "?", Rows = [new("r", "R"), new("r", "S")], Options = Two }, "question.row_twice" },
        { new MatrixQuestion { Code = "q", Text = "?", Rows = [new("r", "R")], Options = [new("a", "A", OtherText: true)] }, "question.scale_with_text" },
        { new FileQuestion { Code = "q", Text = "?", Kinds = ["exe"] }, "question.file_kinds" },
        { new FileQuestion { Code = "q", Text = "?", MaxMegabytes = 0 }, "question.file_size" },
        { new FileQuestion { Code = "q", Text = "?", MaxFiles = 21 }, "question.file_count" },
    };

    public static TheoryData<Condition, string> WrongConditions => new()
    {
        { new ChosenCondition("nowhere", ["yes"]), "condition.unknown_question" },
        { new ChosenCondition("later", ["yes"]), "condition.later_question" },
        { new ChosenCondition("q", ["yes"]), "condition.later_question" },
        { new ChosenCondition("choice", ["c"]), "condition.unknown_option" },
        { new ChosenCondition("choice", []), "condition.no_options" },
        { new ChosenCondition("number", ["1"]), "condition.no_choices" },
        { new ChosenCondition("matrix", ["a"]), "condition.matrix" },
        { new ChosenCondition("matrix.x", ["a"]), "condition.unknown_question" },
        { new ComparedCondition("choice", Comparison.Equals, "a"), "condition.choices_compared" },
        { new ComparedCondition("text", Comparison.Less, "a"), "condition.not_comparable" },
        { new ComparedCondition("number", Comparison.Less, "1,5"), "condition.value" },
        { new ComparedCondition("day", Comparison.Less, "31.12.2017"), "condition.value" },
        { new ComparedCondition("number", Comparison.Less, ""), "condition.value" },
        { new AllCondition([]), "condition.empty" },
        { new NotCondition(new AnyCondition([new ChosenCondition("nowhere", ["yes"])])), "condition.unknown_question" },
        { Enumerable.Range(0, 9).Aggregate((Condition)new ChosenCondition("choice", ["a"]), (inner, _) => new NotCondition(inner)), "condition.too_deep" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_question_is_named(Question question, string code)
    {
        var fault = new Questionnaire { Sections = [new Section { Code = "s", Title = "S", Questions = [question] }] }.Faults().ShouldHaveSingleItem();
        (fault.Section, fault.Question, fault.Refusal.Code, fault.InCondition).ShouldBe(("s", question.Code, code, false));
    }

    [Theory]
    [MemberData(nameof(WrongConditions))]
    public void A_wrong_condition_is_named(Condition condition, string code)
    {
        var fault = With(condition).Faults().ShouldHaveSingleItem();
        (fault.Section, fault.Question, fault.Refusal.Code, fault.InCondition).ShouldBe(("s", "q", code, true));
    }

    [Fact]
    public void Conditions_that_can_be_evaluated_are_right()
    {
        foreach (var condition in new Condition[] { new ChosenCondition("matrix.r", ["a"]), new ChosenCondition("choice", ["a", "b"]), new ComparedCondition("number", Comparison.Less, "1000000"), new ComparedCondition("day", Comparison.GreaterOrEqual, "2017-12-31"), new ComparedCondition("text", Comparison.NotEquals, "x") })
            With(condition).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Everything_wrong_is_named_at_once()
    {
        var questionnaire = new Questionnaire
        {
            Sections =
            [
                new Section { Code = "s", Title = "", Questions = [new YesNoQuestion { Code = "q", Text = "?" }] },
                new Section { Code = "s", Title = "S", Questions = [new YesNoQuestion { Code = "q", Text = "" }] },
            ],
        };
        questionnaire.Faults().Select(fault => fault.Refusal.Code).ShouldBe(["questionnaire.section_without_title", "questionnaire.section_twice", "questionnaire.question_twice", "question.without_text"]);
        new Questionnaire { Sections = [] }.Faults().Single().Refusal.Code.ShouldBe("questionnaire.empty");
    }

    private static Questionnaire With(Condition condition) => new()
    {
        Sections = [new Section { Code = "s", Title = "S", Questions =
        [
            new SingleChoiceQuestion { Code = "choice", Text = "?", Options = Two },
            new WholeNumberQuestion { Code = "number", Text = "?", Max = 10 },
            new DateQuestion { Code = "day", Text = "?" },
            new ShortTextQuestion { Code = "text", Text = "?" },
            new MatrixQuestion { Code = "matrix", Text = "?", Rows = [new("r", "R")], Options = Two },
            new YesNoQuestion { Code = "q", Text = "?", AskedIf = condition },
            new YesNoQuestion { Code = "later", Text = "?" },
        ] }],
    };
}
