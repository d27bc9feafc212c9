using System.Text;
using System.Text.Json;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>The list as it is filtered, sorted and shown, as a file. Each download leaves a trace.</summary>
public sealed class ListFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        var (call, scope, filter) = (request.Call, request.User.SearchScope(request.Call), ApplicationFilter.Read(Request.Query));
        var list = await ListQueries.LoadAsync(db, scope, filter, cancellationToken);
        if (list.Fault is { } fault) return BadRequest(texts.Show(fault));
        var columns = ListColumns.Chosen(filter.Columns, scope.Contacts);
        var asked = filter.ToQuery().ToDictionary(each => each.Key, each => each.Value);
        asked["rows"] = list.Rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await db.RecordAsync(request.Write(), AuditAction.ApplicationsExported, nameof(Call), call.Id, JsonSerializer.Serialize(asked), cancellationToken);
        string[] headings = [.. columns.Select(column => texts[column.Label].Value)];
        string[] Cells(ListRow row) => [.. columns.Select(column => column.Text(row, call.Definition, texts))];
        if (format == "xlsx")
            return File(WorkbookWriter.Write(new Sheet(texts["Bewerbungen"], [.. headings.Select(heading => new SheetColumn(heading))], list.Rows.Select(row => (IReadOnlyList<object?>)Cells(row)))), WorkbookType, $"bewerbungen-{call.Slug}.xlsx");
        var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
        {
            await csv.WriteRecordAsync(headings, cancellationToken);
            foreach (var row in list.Rows) await csv.WriteRecordAsync([.. Cells(row).Select(EntryCsv.Guard)], cancellationToken);
            await csv.FlushAsync(cancellationToken);
        }
        return File(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", $"bewerbungen-{call.Slug}.csv");
    }
}
