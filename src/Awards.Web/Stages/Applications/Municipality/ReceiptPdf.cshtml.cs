using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>The receipt as a file. Every download leaves a trace.</summary>
public sealed class ReceiptPdfModel(AwardsDbContext db, ApplicationDesk desk, ReceiptDocuments documents, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { HasReceipt: true }) return NotFound();
        if (await documents.RenderAsync(id, RequestContext.Language, cancellationToken) is not { } receipt) return NotFound();
        await db.RecordAsync(request.Write(), AuditAction.ReceiptDownloaded, nameof(Application), id, cancellationToken);
        return File(receipt.Pdf, "application/pdf", receipt.Name);
    }
}
