using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Statistics.Public;

/// <summary>One table of the latest data state as a file. Before publication there is none.</summary>
public sealed class TableFileModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int no, string format, CancellationToken cancellationToken)
    {
        if (!request.Call.HasReached(PhaseKind.Publication, request.Began)) return NotFound();
        var snapshot = await StatisticsQueries.LatestAsync(db, request.Call.Id, cancellationToken);
        var table = snapshot?.Tables(RequestContext.Language).FirstOrDefault(each => each.No == no);
        return table is null ? NotFound() : TableView.File(table, format) ?? (IActionResult)NotFound();
    }
}
