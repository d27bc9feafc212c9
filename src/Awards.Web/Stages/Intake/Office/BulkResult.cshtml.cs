using Awards.Domain.Intake;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>What a bulk action did, and what it did not do and why.</summary>
[Authorize(Policy = IntakeRights.Work)]
public sealed class BulkResultModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public string Slug => request.Call.Slug;
    public BulkRun Run { get; private set; } = null!;
    public string? By { get; private set; }
    public IReadOnlyList<BulkLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id && run.CallId == request.Call.Id, cancellationToken) is not { } run) return NotFound();
        (Run, Lines) = (run, run.Lines);
        By = await db.Users.Where(person => person.Id == run.StartedBy).Select(person => person.DisplayName).FirstOrDefaultAsync(cancellationToken);
        return Page();
    }
}
