using System.Text.Json.Serialization;

namespace Awards.Domain.Statistics;

/// <summary>A counted table. Rows and columns are known by stable codes; percentages are strings with one decimal point.</summary>
/// <param name="No">Number in the documentation.</param>
/// <param name="Title">Title.</param>
/// <param name="N">Entries that the whole table counts.</param>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">Rows from top to bottom.</param>
public sealed record StatisticTable(int No, string Title, int N, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>One column of mentions instead of options across: percentages do not add up to 100.</summary>
    [JsonIgnore]
    public bool IsMultipleResponse => Columns is [{ Code: Tabulation.Total }];
}

/// <summary>A column: an option's code, <c>no_answer</c>, or <c>total</c>.</summary>
public sealed record TableColumn(string Code, string Label);

/// <summary>A row: a type's code (KS, KA, LK), an option's code, or <c>total</c>.</summary>
/// <param name="Base">Entries of which the percentages are taken.</param>
public sealed record TableRow(string Code, string Label, int Base, IReadOnlyList<TableCell> Cells);

/// <summary>A cell: count and percent of the row's base; null where the base is 0.</summary>
public sealed record TableCell(string Code, int Count, string? Percent);
