using System.Globalization;
using System.Text.Json;
using Awards.Domain.Statistics;

namespace Awards.Web.Tests.Data;

/// <summary>Compares tables with the published ones of the reference.</summary>
internal static class PublishedTables
{
    private static readonly Dictionary<string, string> RowCodes = new()
    {
        ["kreisfreie Stadt"] = "KS",
        ["kreisangehörige Kommune"] = "KA",
        ["Landkreis"] = "LK",
        ["Gesamt"] = "total",
    };

    /// <summary>Fails at the first cell that differs; gives the number of compared cells.</summary>
    public static int Compare(IReadOnlyList<StatisticTable> tables, JsonElement published)
    {
        var cells = 0;
        tables.Count.ShouldBe(published.GetArrayLength());
        foreach (var (table, expected) in tables.Zip(published.EnumerateArray()))
        {
            table.No.ShouldBe(expected.GetProperty("no").GetInt32());
            table.N.ShouldBe(expected.GetProperty("n").GetInt32());
            table.Title.ShouldBe(expected.GetProperty("title").GetString());
            cells += expected.TryGetProperty("cells", out var list) ? Multiple(table, list) : ByType(table, expected);
        }
        return cells;
    }

    private static int ByType(StatisticTable table, JsonElement expected)
    {
        table.Columns.Select(column => column.Code).ShouldBe(expected.GetProperty("columns").EnumerateArray().Select(code => code.GetString() is { Length: > 0 } named ? named : "no_answer"));
        table.Columns.Select(column => column.Label).ShouldBe(expected.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!));
        table.Rows.Select(row => row.Code).ShouldBe(["KS", "KA", "LK", "total"]);
        foreach (var row in expected.GetProperty("abs").EnumerateObject())
        {
            var counted = table.Rows.Single(each => each.Code == RowCodes[row.Name]);
            counted.Cells.Select(cell => cell.Count).ShouldBe(row.Value.EnumerateArray().Select(count => count.GetInt32()), $"Tab. {table.No}, {row.Name}");
            counted.Cells.Select(cell => cell.Percent).ShouldBe(expected.GetProperty("pct").GetProperty(row.Name).EnumerateArray().Select(Printed), $"Tab. {table.No}, {row.Name}");
        }
        return table.Rows.Sum(row => row.Cells.Count);
    }

    private static int Multiple(StatisticTable table, JsonElement expected)
    {
        table.Rows.Select(row => (row.Code, row.Label, row.Cells.Single().Count, row.Cells.Single().Percent!)).ShouldBe(
            expected.EnumerateArray().Select(cell => (cell[0].GetString()!, cell[1].GetString()!, cell[2].GetInt32(), Printed(cell[3]))), $"Tab. {table.No}");
        return table.Rows.Count;
    }

    private static string Printed(JsonElement percent) => percent.GetDecimal().ToString("0.0", CultureInfo.InvariantCulture);
}
