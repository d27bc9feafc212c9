using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Awards.Domain.Statistics;
using Awards.Web.Data.Entries;
using CsvHelper;

namespace Awards.Web.Data;

/// <summary>Tables as files.</summary>
public static class TableFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One JSON object: no, title, n, columns, rows with base and cells; percent is a string or null.</summary>
    public static string Json(StatisticTable table) => JsonSerializer.Serialize(table, Options) + "\n";

    /// <summary>One line per cell: codes, labels, base, count, percent with decimal point (empty where the base is 0).</summary>
    public static string Csv(StatisticTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(["row", "row_label", "column", "column_label", "base", "count", "percent"]);
            foreach (var row in table.Rows)
            {
                foreach (var (cell, column) in row.Cells.Zip(table.Columns))
                    csv.WriteRecord([row.Code, EntryCsv.Guard(row.Label), column.Code, EntryCsv.Guard(column.Label), Number(row.Base), Number(cell.Count), cell.Percent ?? ""]);
            }
        }
        return text.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
