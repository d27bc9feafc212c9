using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Domain.Statistics;

/// <summary>What a table counts: an admitted entry's type and frozen answers.</summary>
public sealed record CountedEntry(MunicipalityType Type, AnswerSet Answers);

/// <summary>Counts tables: a pure function of definition, questionnaire and entries. The order of entries does not matter.</summary>
public static class Tabulation
{
    /// <summary>Code of the column for entries without an answer.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>Code of totals.</summary>
    public const string Total = "total";

    /// <summary>Counts one table. Throws when the definition names a question that the questionnaire does not have.</summary>
    public static StatisticTable Count(TableDefinition definition, Questionnaire questionnaire, IReadOnlyCollection<CountedEntry> entries, string language = "de")
    {
        var counted = definition.Base is { } filter ? entries.Where(entry => filter.Holds(entry.Answers)).ToList() : entries;
        if (definition.Kind == TableKind.Matrix) return Matrix(definition, questionnaire.Find(definition.Question) as MatrixQuestion ?? throw Unknown(definition), counted, language);
        var part = questionnaire.Part(definition.Question) ?? throw Unknown(definition);
        var title = (definition.Title ?? part.Label).In(language);
        return definition.Kind == TableKind.ByType
            ? ByType(definition.No, title, part, counted, language)
            : MultipleResponse(definition, title, part, counted, language);
    }

    private static InvalidOperationException Unknown(TableDefinition definition) =>
        new($"Table {definition.No} counts {definition.Question}, which the questionnaire does not have.");

    private static StatisticTable ByType(int no, string title, AnswerPart part, IReadOnlyCollection<CountedEntry> entries, string language)
    {
        var options = part.Choices;
        var counts = MunicipalityTypes.All.ToDictionary(type => type, _ => new int[options.Count + 1]);
        var position = Positions(options);
        foreach (var entry in entries) counts[entry.Type][At(position, entry.Answers.Part(part.Key))]++;

        var total = Enumerable.Range(0, options.Count + 1).Select(at => counts.Values.Sum(row => row[at])).ToArray();
        var columns = Columns(options, total[options.Count] > 0, language);
        var rows = MunicipalityTypes.All.Select(type => Row(type.Code(), Labels.Plural(type, language), counts[type], columns)).ToList();
        rows.Add(Row(Total, Labels.Total(language), total, columns));
        return new(no, title, total.Sum(), columns, rows);
    }

    private static StatisticTable Matrix(TableDefinition definition, MatrixQuestion question, IReadOnlyCollection<CountedEntry> entries, string language)
    {
        var position = Positions(question.Options);
        var counts = question.Rows.Select(row =>
        {
            var count = new int[question.Options.Count + 1];
            foreach (var entry in entries) count[At(position, entry.Answers.Part(question.KeyOf(row.Code)))]++;
            return (Row: row, Count: count);
        }).ToList();
        var columns = Columns(question.Options, counts.Any(each => each.Count[^1] > 0), language);
        return new(definition.No, (definition.Title ?? question.Text).In(language), entries.Count, columns,
            [.. counts.Select(each => Row(each.Row.Code, each.Row.Text.In(language), each.Count, columns))]);
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<QuestionOption> options) => options.Select((option, at) => (option.Code, at)).ToDictionary(pair => pair.Code, pair => pair.at);

    private static int At(Dictionary<string, int> position, string answer) =>
        position.GetValueOrDefault(ChosenAnswer.Codes(answer).FirstOrDefault(""), position.Count);

    private static List<TableColumn> Columns(IReadOnlyList<QuestionOption> options, bool someWithout, string language)
    {
        var columns = options.Select(option => new TableColumn(option.Code, option.Label.In(language))).ToList();
        if (someWithout) columns.Add(new(NoAnswer, language == "en" ? "no answer" : "keine Antwort"));
        return columns;
    }

    private static TableRow Row(string code, string label, int[] row, IReadOnlyList<TableColumn> columns)
    {
        var rowBase = row.Sum();
        return new(code, label, rowBase, [.. columns.Select((column, at) => new TableCell(column.Code, row[at], Percent.Of(row[at], rowBase)))]);
    }

    private static StatisticTable MultipleResponse(TableDefinition definition, string title, AnswerPart part, IReadOnlyCollection<CountedEntry> entries, string language)
    {
        var mentions = part.Choices.ToDictionary(option => option.Code, _ => 0);
        foreach (var entry in entries)
        {
            foreach (var code in ChosenAnswer.Codes(entry.Answers.Part(part.Key)))
                if (mentions.TryGetValue(code, out var soFar)) mentions[code] = soFar + 1;
        }

        var rows = part.Choices.Select(option => new TableRow(option.Code, option.Label.In(language), entries.Count,
            [new TableCell(Total, mentions[option.Code], Percent.Of(mentions[option.Code], entries.Count))]));
        // OrderByDescending is stable: equal counts keep the questionnaire's order.
        if (definition.Order == RowOrder.Descending) rows = rows.OrderByDescending(row => row.Cells[0].Count);
        return new(definition.No, title, entries.Count, [new(Total, Labels.Total(language))], [.. rows]);
    }
}

internal static class Labels
{
    public static string Total(string language) => language == "en" ? "total" : "gesamt";

    public static string Plural(MunicipalityType type, string language) => language != "en" ? type.GermanPlural() : type switch
    {
        MunicipalityType.IndependentCity => "independent cities",
        MunicipalityType.DistrictMunicipality => "district municipalities",
        _ => "districts",
    };
}
