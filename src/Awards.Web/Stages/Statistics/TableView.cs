using System.Globalization;
using System.Text;
using Awards.Domain.Statistics;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Awards.Web.Stages.Statistics;

/// <summary>A table as a page shows it.</summary>
/// <param name="Entries">Admitted entries of the data state; a table may count fewer.</param>
/// <param name="FileLink">Address of the table as a file of a format.</param>
public sealed record TableView(StatisticTable Table, int Entries, Func<string, string> FileLink)
{
    /// <summary>"93,2 %", or an en dash where there is no base.</summary>
    public static string Share(TableCell cell) =>
        Percent.Show(cell.Percent, RequestContext.Language) + (cell.Percent is null ? "" : RequestContext.Language == "en" ? "%" : "\u00a0%");

    /// <summary>A count with thousands separated.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>The table as a download; null for a format there is not.</summary>
    public static FileContentResult? File(StatisticTable table, string format)
    {
        var (text, type) = format switch
        {
            "csv" => (TableFiles.Csv(table), "text/csv; charset=utf-8"),
            "json" => (TableFiles.Json(table), "application/json; charset=utf-8"),
            _ => (null, ""),
        };
        return text is null ? null : new(Encoding.UTF8.GetBytes(text), type) { FileDownloadName = string.Create(CultureInfo.InvariantCulture, $"tabelle-{table.No}.{format}") };
    }
}
