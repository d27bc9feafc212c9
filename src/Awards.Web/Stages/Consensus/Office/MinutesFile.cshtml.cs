using Awards.Documents;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>Minutes of a session as PDF/UA, a draft while it runs. Each download leaves a trace.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class MinutesFileModel(AwardsDbContext db, SessionMinutes minutes, IDocumentRenderer renderer, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SessionReading.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } session || session.State == SessionStage.Planned) return NotFound();
        var model = await minutes.MakeAsync(request.Call, session, RequestContext.Language, request.Began, cancellationToken);
        var pdf = await renderer.RenderPdfAsync(MinutesModel.Template, model, cancellationToken);
        await db.RecordAsync(request.Write(), AuditAction.MinutesDownloaded, nameof(ConsensusSession), session.Id, cancellationToken);
        return File(pdf, "application/pdf", $"Niederschrift-{GermanTime.Local(session.BegunAt ?? session.BeginsAt):yyyy-MM-dd}.pdf");
    }
}
