using System.Text;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>All answers of all entries, in the shape that can be read back. Written row by row; each download leaves a trace.</summary>
public sealed class AnswersModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await db.RecordAsync(request.Write(), AuditAction.EntriesExported, nameof(Call), request.Call.Id, cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=antworten-{request.Call.Slug}.csv";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await EntryCsvWriter.WriteAsync(db, request.Call, writer, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return new EmptyResult();
    }
}
