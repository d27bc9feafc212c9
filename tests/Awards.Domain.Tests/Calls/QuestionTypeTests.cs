using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Testing.Calls;

namespace Awards.Domain.Tests.Calls;

/// <summary>What each type of question reads, refuses, prints and keeps.</summary>
public sealed class QuestionTypeTests
{
    private static readonly Questionnaire Every = EveryQuestion.Questionnaire;

    [Theory]
    [InlineData("area", "1.250,5", "1250.5")]
    [InlineData("area", " 12,50 ", "12.5")]
    [InlineData("area", "007", "7")]
    [InlineData("area", "1.250", "1250")]
    [InlineData("cost", "1.250,50 Euro", "125050")]
    [InlineData("cost", "0", "0")]
    [InlineData("share", "33,3 %", "33.3")]
    [InlineData("share", "100", "100")]
    [InlineData("begin", "31.12.2017", "2017-12-31")]
    [InlineData("begin", "1. 2. 2018", "2018-02-01")]
    [InlineData("begin", "2018-02-01", "2018-02-01")]
    [InlineData("duration", "other=Bis 2040%3B ja", "other=Bis 2040%3B ja")]
    [InlineData("duration", "other", "other")]
    [InlineData("sources", "own;other=a = b %25", "own;other=a = b %25")]
    [InlineData("partners", "schools=often;clubs=never", "clubs=never;schools=often")]
    [InlineData("partners", "schools=often", "schools=often")]
    public void What_is_typed_becomes_the_canonical_answer(string code, string typed, string canonical) => Of(code).Parse(typed).Fact.ShouldBe(canonical);

    [Theory]
    [InlineData("area", "1.5", "number.point")]
    [InlineData("area", "1250.55", "number.point")]
    [InlineData("area", "1,250.5", "number.unreadable")]
    [InlineData("area", "1,55", "number.decimals")]
    [InlineData("area", "1e3", "number.unreadable")]
    [InlineData("area", "١٢", "number.unreadable")]
    [InlineData("area", "--1", "number.unreadable")]
    [InlineData("area", "0,4", "answer.out_of_range")]
    [InlineData("area", "99999999999999999999", "number.unreadable")]
    [InlineData("cost", "12.50", "money.unreadable")]
    [InlineData("cost", "-5", "money.unreadable")]
    [InlineData("cost", "1.000.000,01", "answer.amount_out_of_range")]
    [InlineData("share", "100,1", "answer.out_of_range")]
    [InlineData("begin", "31.2.2018", "answer.not_a_date")]
    [InlineData("begin", "12/31/2017", "answer.not_a_date")]
    [InlineData("begin", "31.12.17", "answer.not_a_date")]
    [InlineData("begin", "31.12.1999", "answer.date_out_of_range")]
    [InlineData("duration", "long=Text", "answer.unknown_choice")]
    [InlineData("sources", "own;state;other", "answer.too_many")]
    [InlineData("sources", "own;none", "answer.exclusive")]
    [InlineData("partners", "clubs=sometimes", "answer.unknown_choice")]
    [InlineData("partners", "choirs=often", "answer.unknown_row")]
    [InlineData("partners", "clubs=often;clubs=never", "answer.row_twice")]
    [InlineData("plans", "plan.pdf", "answer.not_a_file")]
    public void Anything_else_is_refused(string code, string typed, string refusal) => Of(code).Parse(typed).Refusal!.Code.ShouldBe(refusal);

    [Theory]
    [InlineData("area", "1250.5", "1250,5", "1.250,5 Hektar", "1,250.5 hectares")]
    [InlineData("cost", "125050", "1250,50", "1.250,50 Euro", "1,250.50 euros")]
    [InlineData("cost", "2500000", "25000", "25.000 Euro", "25,000 euros")]
    [InlineData("share", "33.3", "33,3", "33,3 %", "33.3%")]
    [InlineData("begin", "2017-12-31", "31.12.2017", "31. Dezember 2017", "31 December 2017")]
    [InlineData("duration", "other=Bis 2040%3B ja", "other=Bis 2040%3B ja", "Anders: Bis 2040; ja", "Otherwise: Bis 2040; ja")]
    [InlineData("sources", "state;other=A%3B B", "state;other=A%3B B", "Land; Weitere: A; B", "State; Others: A; B")]
    [InlineData("partners", "clubs=often;schools=never", "clubs=often;schools=never", "mit Vereinen: oft\nmit Schulen: gar nicht", "with clubs: often\nwith schools: not at all")]
    public void An_answer_is_shown_in_its_field_and_in_both_languages(string code, string canonical, string field, string german, string english)
    {
        Of(code).Edit(canonical).ShouldBe(field);
        Of(code).Parse(field).Fact.ShouldBe(canonical);
        Of(code).Check(canonical).Fact.ShouldBe(canonical);
        Of(code).Print(canonical, "de").ShouldBe(german);
        Of(code).Print(canonical, "en").ShouldBe(english);
        Of(code).Print("", "de").ShouldBe("");
    }

    [Theory]
    [InlineData("area", "1.250,5")]
    [InlineData("area", "1250,5")]
    [InlineData("cost", "12,50")]
    public void A_file_holds_canonical_answers_only(string code, string value) => Of(code).Check(value).Refusal.ShouldNotBeNull();

    [Theory]
    [InlineData("partners", "clubs=often", false)]
    [InlineData("partners", "clubs=often;schools=often", true)]
    [InlineData("sources", "own;other", false)]
    [InlineData("sources", "own;other=Worte", true)]
    [InlineData("duration", "other", false)]
    [InlineData("duration", "", true)]
    [InlineData("volunteers", "", false)]
    public void Only_a_whole_answer_suffices(string code, string value, bool suffices) => Of(code).Suffices(value).ShouldBe(suffices);

    [Fact]
    public void Words_of_ones_own_survive_whatever_they_are()
    {
        foreach (var words in new[] { ";", "=", "%", "%3B", "%25", "a;b=c%3B%25%", "„ä“", "'+1" })
        {
            var answer = Of("sources").Parse(ChosenAnswer.Write([("own", ""), ("other", words)])).Fact;
            ChosenAnswer.Read(answer).ShouldBe([("own", ""), ("other", words)]);
            Of("sources").Print(answer, "de").ShouldBe($"Eigene Mittel; Weitere: {words}");
        }
    }

    [Fact]
    public void The_parts_of_every_answer_give_the_answer_again()
    {
        foreach (var question in Every.Questions)
        {
            var value = EveryQuestion.Answers[question.Code];
            question.Check(value).Fact.ShouldBe(value);
            var parts = question.Parts.ToDictionary(part => part.Key, part => question.CheckPart(part.Key, question.Part(value, part.Key)).Fact);
            question.Join(parts).ShouldBe(value);
            question.Parse(question.Edit(value)).Fact.ShouldBe(value);
        }
        Every.Asked(EveryQuestion.Answers).ShouldBe(EveryQuestion.Answers);
        Every.Missing(EveryQuestion.Answers).ShouldBeEmpty();
    }

    [Fact]
    public void A_questionnaire_of_every_type_is_written_as_it_was_read()
    {
        Every.Faults().ShouldBeEmpty();
        var json = JsonSerializer.Serialize(Every, CallDefinition.Json);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Questionnaire>(json, CallDefinition.Json), CallDefinition.Json).ShouldBe(json);
    }

    [Fact]
    public void A_copy_of_a_questionnaire_finds_its_own_questions()
    {
        var original = EveryQuestion.Questionnaire;
        original.Find("area").ShouldNotBeNull();
        var copy = original with { Sections = [new Section { Code = "s", Title = "S", Questions = [new YesNoQuestion { Code = "new_one", Text = "?" }] }] };
        copy.Find("area").ShouldBeNull();
        copy.Part("new_one").ShouldNotBeNull();
    }

    private static Question Of(string code) => Every.Find(code)!;
}
