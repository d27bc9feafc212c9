using System.Globalization;
using System.Text;
using System.Text.Json;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Outreach;
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

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>What the waves brought as a file, one line for each wave and state, and each wave and type. Columns have their codes.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class EffectFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly string[] Heading = ["wave", "started", "by", "code", "label", .. EffectColumns.All.Select(column => column.Code)];

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        var rows = (await EffectQueries.EffectsAsync(db, request.Call.Id, cancellationToken)).SelectMany(each => Lines(each.Wave, each.Effect)).ToList();
        await db.RecordAsync(request.Write(), AuditAction.EffectDownloaded, nameof(Call), request.Call.Id, JsonSerializer.Serialize(new { format }), cancellationToken);
        var name = $"wirkung-{request.Call.Slug}.{format}";
        if (format == "xlsx") return File(WorkbookWriter.Write(new Sheet(texts["Wirkung"], [.. Heading.Select(each => new SheetColumn(each))], rows)), FileKind.Xlsx.MediaType(), name);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Heading);
            foreach (var row in rows) csv.WriteRecord([.. row.Select(cell => EntryCsv.Guard(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""))]);
        }
        return File(new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", name);
    }

    private IEnumerable<IReadOnlyList<object?>> Lines(Wave wave, WaveEffect effect)
    {
        IReadOnlyList<object?> Line(string by, EffectRow row, string label) =>
            [wave.Name, wave.StartedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), by, row.Code, label, .. EffectColumns.All.Select(column => (object?)column.Of(row))];
        foreach (var row in effect.ByState) yield return Line("state", row, EffectColumns.State(texts, row.Code));
        foreach (var row in effect.ByType) yield return Line("type", row, EffectColumns.Type(texts, row.Code));
        yield return Line("total", effect.Total, texts["insgesamt"]);
    }
}
