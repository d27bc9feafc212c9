using System.Text;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>The whole call as one file, the same bytes as <c>export call</c> writes.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class FileModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await db.RecordAsync(request.Write(), AuditAction.CallExported, nameof(Call), request.Call.Id, cancellationToken);
        return File(Encoding.UTF8.GetBytes(CallFile.Write(request.Call)), "application/json", $"{request.Call.Slug}.json");
    }
}
