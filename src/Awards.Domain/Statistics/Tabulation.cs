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
        var question = questionnaire.Find(definition.Question)
            ?? throw new InvalidOperationException($"Table {definition.No} counts {definition.Question}, which the questionnaire does not have.");
        var counted = definition.Base is { } filter ? entries.Where(entry => filter.Holds(entry.Answers)).ToList() : entries;
        var title = (definition.Title ?? question.Text).In(language);
        return definition.Kind == TableKind.ByType
            ? ByType(definition.No, title, question, counted, language)
            : MultipleResponse(definition, title, question, counted, language);
    }

    private static StatisticTable ByType(int no, string title, Question question, IReadOnlyCollection<CountedEntry> entries, string language)
    {
        var options = question.Choices;
        var counts = MunicipalityTypes.All.ToDictionary(type => type, _ => new int[options.Count + 1]);
        var position = options.Select((option, at) => (option.Code, at)).ToDictionary(pair => pair.Code, pair => pair.at);
        foreach (var entry in entries)
            counts[entry.Type][position.GetValueOrDefault(entry.Answers[question.Code], options.Count)]++;

        var total = Enumerable.Range(0, options.Count + 1).Select(at => counts.Values.Sum(row => row[at])).ToArray();
        var columns = options.Select(option => new TableColumn(option.Code, option.Label.In(language))).ToList();
        if (total[options.Count] > 0) columns.Add(new(NoAnswer, language == "en" ? "no answer" : "keine Antwort"));

        TableRow Row(string code, string label, int[] row)
        {
            var rowBase = row.Sum();
            return new(code, label, rowBase, [.. columns.Select((column, at) => new TableCell(column.Code, row[at], Percent.Of(row[at], rowBase)))]);
        }

        var rows = MunicipalityTypes.All.Select(type => Row(type.Code(), Labels.Plural(type, language), counts[type])).ToList();
        rows.Add(Row(Total, Labels.Total(language), total));
        return new(no, title, total.Sum(), columns, rows);
    }

    private static StatisticTable MultipleResponse(TableDefinition definition, string title, Question question, IReadOnlyCollection<CountedEntry> entries, string language)
    {
        var mentions = question.Choices.ToDictionary(option => option.Code, _ => 0);
        foreach (var entry in entries)
        {
            foreach (var code in entry.Answers[question.Code].Split(AnswerSet.Separator, StringSplitOptions.RemoveEmptyEntries))
                if (mentions.TryGetValue(code, out var soFar)) mentions[code] = soFar + 1;
        }

        var rows = question.Choices.Select(option => new TableRow(option.Code, option.Label.In(language), entries.Count,
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
