using Awards.Documents;
using Awards.Web.Data;
using Awards.Web.Platform.Documents;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>A picture of the scores, as SVG to be shown as an image. Where it cannot be drawn, the page has its table.</summary>
[Authorize(Policy = PreReviewRights.Read)]
public sealed class ScoresFigureModel(AwardsDbContext db, DrawnCharts charts, RequestContext request, IStringLocalizer<Text> texts, ILogger<ScoresFigureModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        if (!ScoreCharts.Kinds.Contains(kind)) return NotFound();
        if (ScoreCharts.Of(kind, await CallScores.LoadAsync(db, request.Call, cancellationToken), texts) is not { } chart) return NotFound();
        try
        {
            return (await charts.DrawAsync(chart, cancellationToken)).ToResult();
        }
        catch (DocumentException fault)
        {
            log.LogError(fault, "A chart cannot be drawn.");
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
