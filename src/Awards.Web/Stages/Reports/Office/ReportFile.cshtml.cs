using Awards.Documents;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>One report as PDF/UA, in any state. Each download leaves a trace.</summary>
[Authorize(Policy = ReportRights.Check)]
public sealed class ReportFileModel(AwardsDbContext db, ReportPages pages, IDocumentRenderer renderer, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReportRead.LoadAsync(db, request.Call.Id, id, request.Actor(), withVersions: false, cancellationToken) is not { Conflict: false } read) return NotFound();
        var model = await pages.ReportAsync(request.Call, id, RequestContext.Language, request.Began, cancellationToken);
        var pdf = await renderer.RenderPdfAsync(Documents.ReportModel.Template, model, cancellationToken);
        await db.RecordAsync(request.Write(), AuditAction.ReportDownloaded, nameof(ShortReport), read.Report.Id, cancellationToken);
        return File(pdf, "application/pdf", $"Kurzgutachten-{model.Report.Number}.pdf");
    }
}
