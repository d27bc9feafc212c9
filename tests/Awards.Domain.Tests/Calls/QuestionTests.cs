using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

public sealed class QuestionTests
{
    private static readonly QuestionOption[] Options = [new("a", "A"), new("b", "B")];

    [Fact]
    public void Yes_and_no_are_the_only_answers_beside_none()
    {
        var question = new YesNoQuestion { Code = "q", Text = "?" };
        question.Parse("yes").Fact.ShouldBe("yes");
        question.Parse(" ").Fact.ShouldBe("");
        question.Parse("true").Refusal!.Code.ShouldBe("answer.unknown_choice");
        question.Print("no", "de").ShouldBe("Nein");
        question.Print("no", "en").ShouldBe("No");
    }

    [Fact]
    public void Several_answers_keep_the_order_in_which_they_were_given()
    {
        var question = new MultipleChoiceQuestion { Code = "q", Text = "?", Options = Options };
        question.Parse("b;a").Fact.ShouldBe("b;a");
        question.Parse("").Fact.ShouldBe("");
        question.Parse("a;a").Refusal!.Code.ShouldBe("answer.chosen_twice");
        question.Parse("a;;b").Refusal!.Code.ShouldBe("answer.empty_choice");
        question.Parse("a;c").Refusal!.ToString().ShouldContain("„c“");
        question.Print("b;a", "de").ShouldBe("B; A");
    }

    [Theory]
    [InlineData("1250", "1250")]
    [InlineData("1.250", "1250")]
    [InlineData(" 7 ", "7")]
    [InlineData("", "")]
    [InlineData("007", "7")]
    public void Whole_numbers_are_read_strictly(string typed, string value) => Number.Parse(typed).Fact.ShouldBe(value);

    [Theory]
    [InlineData("1.5", "answer.not_whole")]
    [InlineData("1,5", "answer.not_whole")]
    [InlineData("12.34", "answer.not_whole")]
    [InlineData("1e3", "answer.not_whole")]
    [InlineData("--1", "answer.not_whole")]
    [InlineData("١٢", "answer.not_whole")]
    [InlineData("99999999999999999999", "answer.not_whole")]
    [InlineData("10000", "answer.out_of_range")]
    [InlineData("-1", "answer.out_of_range")]
    public void Anything_else_is_no_whole_number(string typed, string code) => Number.Parse(typed).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Texts_are_kept_as_typed_within_their_limit()
    {
        new ShortTextQuestion { Code = "q", Text = "?", MaxLength = 5 }.Parse("<b>").Fact.ShouldBe("<b>");
        new ShortTextQuestion { Code = "q", Text = "?", MaxLength = 5 }.Parse("123456").Refusal!.Code.ShouldBe("text.too_long");
        new LongTextQuestion { Code = "q", Text = "?" }.Parse("eins\r\nzwei").Fact.ShouldBe("eins\nzwei");
        new LongTextQuestion { Code = "q", Text = "?" }.Parse("a\0b").Refusal!.Code.ShouldBe("text.unreadable_character");
        new LongTextQuestion { Code = "q", Text = "?" }.Parse("\ud800").Refusal!.Code.ShouldBe("text.unreadable_character");
    }

    [Fact]
    public void A_question_is_asked_only_while_its_condition_holds_and_its_answer_is_dropped_otherwise()
    {
        var questionnaire = new Questionnaire
        {
            Sections = [new Section { Code = "s", Title = "S", Questions = [
                new YesNoQuestion { Code = "first", Text = "?", Required = true },
                new YesNoQuestion { Code = "second", Text = "?", Required = true, AskedIf = new ChosenCondition("first", ["yes"]) }] }],
        };
        var answers = AnswerSet.Empty.With("first", "yes");
        questionnaire.Missing(answers).Select(question => question.Code).ShouldBe(["second"]);
        var changed = answers.With("second", "no").With("first", "no");
        questionnaire.Missing(changed).ShouldBeEmpty();
        questionnaire.Asked(changed).Questions.ShouldBe(["first"]);
        questionnaire.Sections[0].Status(AnswerSet.Empty).ShouldBe(SectionStatus.Open);
        questionnaire.Sections[0].Status(answers).ShouldBe(SectionStatus.InProgress);
        questionnaire.Sections[0].Status(changed).ShouldBe(SectionStatus.Complete);
    }

    [Fact]
    public void Equal_answers_are_equal_and_survive_storing()
    {
        var one = AnswerSet.Empty.With("b", "2").With("a", "Ü\"<>");
        var two = AnswerSet.Empty.With("a", "Ü\"<>").With("b", "1").With("b", "2");
        one.ShouldBe(two);
        one.GetHashCode().ShouldBe(two.GetHashCode());
        AnswerSet.FromJson(one.ToJson()).ShouldBe(one);
        one.With("b", "2").ShouldBeSameAs(one);
        one.With("b", "").Questions.ShouldBe(["a"]);
    }

    private static WholeNumberQuestion Number => new() { Code = "q", Text = "?", Max = 9999 };
}
