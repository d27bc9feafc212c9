using Awards.Documents;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>A picture of the figures, as SVG to be shown as an image. Where it cannot be drawn, the page has its table.</summary>
public sealed class FigureModel(AwardsDbContext db, FigureCharts charts, RequestContext request, IStringLocalizer<Text> texts, ILogger<FigureModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        if (!FigureCharts.Kinds.Contains(kind)) return NotFound();
        try
        {
            var drawn = await charts.DrawAsync(kind, await IntakeFigures.LoadAsync(db, request.Call.Id, cancellationToken), texts, cancellationToken);
            return drawn is null ? NotFound() : drawn.ToResult();
        }
        catch (DocumentException fault)
        {
            log.LogError(fault, "A chart cannot be drawn.");
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
