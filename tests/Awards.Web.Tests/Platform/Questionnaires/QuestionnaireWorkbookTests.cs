using System.Text.Json;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Platform.Questionnaires;

namespace Awards.Web.Tests.Platform.Questionnaires;

/// <summary>A questionnaire written as a workbook is the same when it is read; what cannot be read is named by its cell.</summary>
public sealed class QuestionnaireWorkbookTests
{
    private static readonly string[] Headers = ["type", "name", "label", "label::English (en)", "hint", "required", "relevant", "constraint", "appearance", "decimals"];

    [Fact]
    public void A_questionnaire_of_every_type_survives()
    {
        var file = QuestionnaireWorkbook.Write(EveryQuestion.Questionnaire);
        var reading = QuestionnaireWorkbook.Read(new MemoryStream(file));
        reading.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        Json(reading.Questionnaire!).ShouldBe(Json(EveryQuestion.Questionnaire));
        Convert.ToHexString(QuestionnaireWorkbook.Write(reading.Questionnaire!)).ShouldBe(Convert.ToHexString(file));
    }

    [Fact]
    public void The_reference_questionnaire_survives()
    {
        var reference = AwardsHost.Seed.Call("zusammenleben-2017").Questionnaire;
        var reading = QuestionnaireWorkbook.Read(new MemoryStream(QuestionnaireWorkbook.Write(reference)));
        reading.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        Json(reading.Questionnaire!).ShouldBe(Json(reference));
    }

    [Theory]
    [InlineData("${yn} = 'yes'", """{"question":"yn","anyOf":["yes"]}""", null)]
    [InlineData("${one} = 'a' or ${one} = 'b'", """{"question":"one","anyOf":["a","b"]}""", null)]
    [InlineData("(${one} = 'a') or (${one} = 'b')", """{"any":[{"question":"one","anyOf":["a"]},{"question":"one","anyOf":["b"]}]}""", null)]
    [InlineData("selected(${many}, \"a\")", """{"question":"many","anyOf":["a"]}""", "selected(${many}, 'a')")]
    [InlineData("${one} != 'a'", """{"not":{"question":"one","anyOf":["a"]}}""", "not(${one} = 'a')")]
    [InlineData("${n}>=5 and ${money} < 12.50", """{"all":[{"question":"n","is":"greaterOrEqual","value":"5"},{"question":"money","is":"less","value":"1250"}]}""", "${n} >= 5 and ${money} < 12.50")]
    [InlineData("${day} <= date('2017-12-31')", """{"question":"day","is":"lessOrEqual","value":"2017-12-31"}""", null)]
    [InlineData("${text} = 'it''s'", """{"question":"text","is":"equals","value":"it's"}""", "${text} = \"it's\"")]
    [InlineData("not(${yn} = 'yes' and (${n} > 1 or ${one} = 'a' or ${one} = 'b'))", """{"not":{"all":[{"question":"yn","anyOf":["yes"]},{"any":[{"question":"n","is":"greater","value":"1"},{"question":"one","anyOf":["a","b"]}]}]}}""", "not(${yn} = 'yes' and (${n} > 1 or (${one} = 'a' or ${one} = 'b')))")]
    [InlineData("${yn} = 'yes' or ${n} = 1 and ${one} = 'a'", """{"any":[{"question":"yn","anyOf":["yes"]},{"all":[{"question":"n","is":"equals","value":"1"},{"question":"one","anyOf":["a"]}]}]}""", "(${yn} = 'yes') or (${n} = 1 and ${one} = 'a')")]
    [InlineData("${matrix.r} = 'a'", """{"question":"matrix.r","anyOf":["a"]}""", null)]
    [InlineData("${r} = 'a'", """{"question":"matrix.r","anyOf":["a"]}""", "${matrix.r} = 'a'")]
    public void Conditions_are_read_and_written(string expression, string json, string? written)
    {
        var reading = Read(Rows(expression), Choices);
        reading.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        var condition = reading.Questionnaire!.Find("q")!.AskedIf!;
        JsonSerializer.Serialize(condition, Compact).ShouldBe(json);
        var again = WorkbookReader.Read(new MemoryStream(QuestionnaireWorkbook.Write(reading.Questionnaire)))[0].Rows;
        var column = again[0].Cells.Single(cell => cell.Value == "relevant").Key;
        again.Single(row => row.Cells.GetValueOrDefault(1) == "q").Cells[column].ShouldBe(written ?? expression);
    }

    [Theory]
    [InlineData("${yn} = ", "workbook.condition")]
    [InlineData("${yn} = 'yes' xor ${n} = 1", "workbook.condition")]
    [InlineData("count-selected(${many}) > 1", "workbook.condition")]
    [InlineData("'yes' = ${yn}", "workbook.condition")]
    [InlineData("(${yn} = 'yes'", "workbook.condition")]
    [InlineData("${yn} = 'yes'; ${n}", "workbook.condition")]
    [InlineData("${nowhere} = 'yes'", "condition.unknown_question")]
    [InlineData("${q} = 'yes'", "condition.later_question")]
    [InlineData("${yn} = 'maybe'", "condition.unknown_option")]
    [InlineData("${n} < 'five'", "condition.value")]
    public void A_condition_that_cannot_be_read_is_named_by_its_cell(string expression, string code)
    {
        var fault = Read(Rows(expression), Choices).Faults.ShouldHaveSingleItem();
        (fault.Sheet, fault.Cell, fault.Refusal.Code).ShouldBe(("survey", "G14", code));
    }

    [Fact]
    public void Thousands_of_brackets_are_refused() => Read(Rows(new string('(', 20_000) + "${yn} = 'yes'" + new string(')', 20_000)), Choices).Faults.Single().Refusal.Code.ShouldBe("workbook.condition");

    [Fact]
    public void All_bad_cells_are_named_at_once()
    {
        var reading = Read(
        [
            ["text", "outside", "Frage?"],
            ["begin_group", "part", "Teil"],
            ["geopoint", "place", "Wo?"],
            ["select_one nowhere", "kind", "Was?"],
            ["text", "Mit Leerzeichen", "Frage?"],
            ["integer", "number", "Wie viele?", null, null, "vielleicht", "${place} = 'x'", ". between 1 and 2"],
            ["text", "words", "", null, null, null, null, null, "likert", 2],
            ["decimal", "much", "Wie viel?", null, null, null, null, ". >= 2 and . <= 1", null, 9],
            ["begin_group", "inner", "Innen"],
            ["end_group", "inner"],
            ["note", null, "Lose"],
            ["end_group", "part"],
            ["end_group", "more"],
        ], [["list_name", "name", "label", "picture"], ["yes_no", "Ü", "", "a.png"]]);
        reading.Questionnaire.ShouldBeNull();
        reading.Faults.Select(fault => $"{fault.Sheet}!{fault.Cell} {fault.Refusal.Code}").ShouldBe(
        [
            "survey!A2 workbook.outside", "survey!A4 workbook.type", "survey!A5 workbook.unknown_list", "survey!B6 question.code", "survey!F7 workbook.yes_no", "survey!H7 workbook.limits",
            "survey!I8 workbook.appearance", "survey!J8 workbook.unused", "survey!H9 question.limits", "survey!J9 question.decimals", "survey!I10 workbook.nested",
            "survey!A12 workbook.note", "survey!A14 workbook.group_not_open", "choices!D1 workbook.column", "choices!B2 question.code", "choices!C2 workbook.option_without_label",
        ]);
        reading.Faults[0].ToString().ShouldBe("survey!A2: Diese Zeile steht in keinem Abschnitt. Bitte stellen Sie ein „begin_group“ davor und ein „end_group“ dahinter.");
    }

    [Fact]
    public void A_note_becomes_the_help_of_the_next_question()
    {
        var reading = Read([["begin_group", "part", "Teil"], ["note", "n1", "Bitte schätzen."], ["integer", "number", "Wie viele?", null, "Menschen"], ["end_group"]], Choices);
        reading.Questionnaire!.Find("number")!.Help!.De.ShouldBe("Bitte schätzen.\nMenschen");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 no zip")]
    [InlineData("<html>")]
    public void What_is_no_workbook_is_refused(string content) =>
        QuestionnaireWorkbook.Read(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content))).Faults.ShouldHaveSingleItem().Refusal.Code.ShouldBe("workbook.unreadable");

    [Fact]
    public void A_workbook_without_questions_is_refused()
    {
        QuestionnaireWorkbook.Read(new MemoryStream(WorkbookWriter.Write(new Sheet("Tabelle1", [new("type")], [])))).Faults.Single().Refusal.Code.ShouldBe("workbook.without_survey");
        QuestionnaireWorkbook.Read(new MemoryStream(WorkbookWriter.Write(new Sheet("survey", [new("type")], [])))).Faults.Select(fault => fault.Refusal.Code).ShouldBe(["workbook.column_missing", "workbook.column_missing"]);
    }

    private static readonly JsonSerializerOptions Compact = new(CallDefinition.Json) { WriteIndented = false };

    private static readonly object?[][] Choices = [["list_name", "name", "label"], ["ab", "a", "A"], ["ab", "b", "B"]];

    private static object?[][] Rows(string relevant) =>
    [
        ["begin_group", "part", "Teil"],
        ["select_one yes_no", "yn", "?"], ["select_one ab", "one", "?"], ["select_multiple ab", "many", "?"], ["integer", "n", "?"],
        ["decimal", "money", "?", null, null, null, null, null, "money"], ["date", "day", "?"], ["text", "text", "?"],
        ["begin_group", "matrix", "?", null, null, null, null, null, "matrix"], ["select_one ab", "matrix.r", "?"], ["end_group", "matrix"],
        ["text", "before", "?"],
        ["text", "q", "?", null, null, null, relevant],
        ["end_group", "part"],
    ];

    private static WorkbookReading Read(object?[][] survey, object?[][] choices) => QuestionnaireWorkbook.Read(new MemoryStream(WorkbookWriter.Write(
        new Sheet("survey", [.. Headers.Select(header => new SheetColumn(header))], survey),
        new Sheet("choices", [.. choices[0].Select(header => new SheetColumn((string)header!))], choices[1..]))));

    private static string Json(Questionnaire questionnaire) => JsonSerializer.Serialize(questionnaire, CallDefinition.Json);
}
