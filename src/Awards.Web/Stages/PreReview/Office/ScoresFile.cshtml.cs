using System.Globalization;
using System.Text;
using System.Text.Json;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>The scores as files: all tables in a workbook, or one of them as CSV. Each download leaves a trace.</summary>
[Authorize(Policy = PreReviewRights.Read)]
public sealed class ScoresFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string format, [FromQuery(Name = "tabelle")] string? table, CancellationToken cancellationToken)
    {
        table ??= ScoreTables.All[0].Code;
        if (format is not ("csv" or "xlsx") || ScoreTables.All.All(known => known.Code != table)) return NotFound();
        var tables = ScoreTables.Of(await CallScores.LoadAsync(db, request.Call, cancellationToken), texts);
        await db.RecordAsync(request.Write(), AuditAction.ScoresExported, nameof(Call), request.Call.Id, JsonSerializer.Serialize(format == "csv" ? new { format, table } : (object)new { format }), cancellationToken);
        if (format == "xlsx")
            return File(WorkbookWriter.Write([.. tables.Select(each => new Sheet(each.Name, [.. each.Headings.Select(heading => new SheetColumn(heading))], each.Rows))]), FileKind.Xlsx.MediaType(), $"auswertung-{request.Call.Slug}.xlsx");
        var one = tables.Single(each => each.Code == table);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. one.Headings]);
            // Figures may begin with a minus; only what people wrote can be a formula.
            foreach (var row in one.Rows) csv.WriteRecord([.. row.Select(cell => cell is string words ? EntryCsv.Guard(words) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")]);
        }
        return File(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", $"auswertung-{request.Call.Slug}-{table}.csv");
    }
}
