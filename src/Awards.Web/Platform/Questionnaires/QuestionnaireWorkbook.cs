using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>A questionnaire as a workbook in the shape of XLSForm: sheets survey, choices and settings. What is written is read again as the same questionnaire.</summary>
public static class QuestionnaireWorkbook
{
    /// <summary>The file; the same questionnaire gives the same bytes.</summary>
    public static byte[] Write(Questionnaire questionnaire, LocalizedText? title = null) => WorkbookWriter.Write(
        new Sheet(FormColumns.Survey, [.. FormColumns.OfSurvey.Select(Column)], questionnaire.Sections.SelectMany(section => Section(section, questionnaire))),
        new Sheet(FormColumns.Choices, [.. FormColumns.OfChoices.Select(Column)], Lists(questionnaire)),
        new Sheet(FormColumns.Settings, [new("form_title", 40), new("default_language")], [[title?.De ?? "Fragebogen", "Deutsch (de)"]]));

    /// <summary>The questionnaire of a file, or everything that is wrong with it. Reads what Excel and LibreOffice write.</summary>
    public static WorkbookReading Read(Stream content)
    {
        try
        {
            return new QuestionnaireReading(WorkbookReader.Read(content)).Read();
        }
        catch (WorkbookException unreadable)
        {
            return new(null, [new("", null, new("workbook.unreadable", "Die Datei lässt sich nicht lesen. {0}", unreadable.Message))]);
        }
    }

    private static SheetColumn Column(string name) => new(name, name.Contains("::", StringComparison.Ordinal) || name is FormColumns.Relevant or FormColumns.Constraint ? 40 : 18);

    private static IEnumerable<object?[]> Section(Section section, Questionnaire questionnaire)
    {
        yield return Row([(FormColumns.Type, "begin_group"), (FormColumns.Name, section.Code), .. Texts(FormColumns.Label, section.Title)]);
        foreach (var row in section.Questions.SelectMany(question => Question(question, questionnaire))) yield return row;
        yield return Row((FormColumns.Type, "end_group"), (FormColumns.Name, section.Code));
    }

    private static IEnumerable<object?[]> Question(Question question, Questionnaire questionnaire)
    {
        var (type, appearance) = TypeOf(question);
        List<(string, object?)> cells =
        [
            (FormColumns.Type, type), (FormColumns.Name, question.Code), .. Texts(FormColumns.Label, question.Text), .. Texts(FormColumns.Hint, question.Help),
            (FormColumns.Relevant, question.AskedIf is { } condition ? FormCondition.Write(condition, questionnaire) : null),
            (FormColumns.Constraint, FormLimits.Write(question)), (FormColumns.Appearance, appearance), .. Own(question),
        ];
        if (question is not MatrixQuestion matrix)
        {
            yield return Row([.. cells, (FormColumns.Required, question.Required ? "yes" : null)]);
            yield break;
        }
        yield return Row([.. cells]);
        foreach (var row in matrix.Rows)
            yield return Row([(FormColumns.Type, $"select_one {ListOf(matrix)}"), (FormColumns.Name, matrix.KeyOf(row.Code)), (FormColumns.Required, question.Required ? "yes" : null), .. Texts(FormColumns.Label, row.Text)]);
        yield return Row((FormColumns.Type, "end_group"), (FormColumns.Name, question.Code));
    }

    private static (string Type, string? Appearance) TypeOf(Question question) => question switch
    {
        YesNoQuestion => ($"select_one {FormColumns.YesNo}", null),
        SingleChoiceQuestion => ($"select_one {ListOf(question)}", null),
        MultipleChoiceQuestion => ($"select_multiple {ListOf(question)}", null),
        WholeNumberQuestion => ("integer", null),
        DecimalQuestion => ("decimal", null),
        MoneyQuestion => ("decimal", "money"),
        PercentQuestion => ("decimal", "percent"),
        DateQuestion => ("date", null),
        ShortTextQuestion => ("text", null),
        LongTextQuestion => ("text", "multiline"),
        MatrixQuestion => ("begin_group", "matrix"),
        FileQuestion => ("file", null),
        _ => throw new InvalidOperationException($"No row for {question.GetType().Name}."),
    };

    private static (string, object?)[] Own(Question question) => question switch
    {
        WholeNumberQuestion whole => Texts(FormColumns.Unit, whole.Unit),
        DecimalQuestion number => [(FormColumns.Decimals, number.Decimals), .. Texts(FormColumns.Unit, number.Unit)],
        PercentQuestion percent => [(FormColumns.Decimals, percent.Decimals)],
        FileQuestion file => [(FormColumns.FileKinds, string.Join(' ', file.Kinds)), (FormColumns.MaxMegabytes, file.MaxMegabytes), (FormColumns.MaxFiles, file.MaxFiles)],
        _ => [],
    };

    private static IEnumerable<object?[]> Lists(Questionnaire questionnaire)
    {
        var questions = questionnaire.Questions.ToList();
        IEnumerable<(string List, QuestionOption Option)> options =
        [
            .. questions.OfType<YesNoQuestion>().Take(1).SelectMany(question => question.Choices.Select(option => (FormColumns.YesNo, option))),
            .. questions.SelectMany(question => Options(question).Select(option => (ListOf(question), option))),
        ];
        return options.Select(each => Row(FormColumns.OfChoices,
        [
            (FormColumns.List, each.List), (FormColumns.Name, each.Option.Code), .. Texts(FormColumns.Label, each.Option.Label),
            (FormColumns.OtherText, each.Option.OtherText ? "yes" : null), (FormColumns.Exclusive, each.Option.Exclusive ? "yes" : null),
        ]));
    }

    private static IReadOnlyList<QuestionOption> Options(Question question) => question switch
    {
        SingleChoiceQuestion single => single.Options,
        MultipleChoiceQuestion multiple => multiple.Options,
        MatrixQuestion matrix => matrix.Options,
        _ => [],
    };

    private static string ListOf(Question question) => question.Code == FormColumns.YesNo ? "list_" + FormColumns.YesNo : question.Code;

    private static (string, object?)[] Texts(string column, LocalizedText? text) => [(FormColumns.De(column), text?.De), (FormColumns.En(column), text?.En)];

    private static object?[] Row(params (string Column, object? Value)[] cells) => Row(FormColumns.OfSurvey, cells);

    private static object?[] Row(string[] columns, (string Column, object? Value)[] cells)
    {
        var row = new object?[columns.Length];
        foreach (var (column, value) in cells) row[Array.IndexOf(columns, column)] = value;
        return row;
    }
}
