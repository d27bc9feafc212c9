using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Statistics;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Statistics.Office;

/// <summary>One table, counted now, as a file. Every download leaves a trace.</summary>
public sealed class TableFileModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int no, string format, CancellationToken cancellationToken)
    {
        if (request.Call.Definition.Tables.FirstOrDefault(table => table.No == no) is not { } definition) return NotFound();
        var entries = await CountedEntries.LoadAsync(db, request.Call.Id, cancellationToken);
        var table = Tabulation.Count(definition, request.Call.Definition.Questionnaire, entries, RequestContext.Language);
        if (TableView.File(table, format) is not { } file) return NotFound();
        await db.RecordAsync(request.Write(), AuditAction.TableDownloaded, nameof(Call), request.Call.Id, JsonSerializer.Serialize(new { table = no, format }), cancellationToken);
        return file;
    }
}
