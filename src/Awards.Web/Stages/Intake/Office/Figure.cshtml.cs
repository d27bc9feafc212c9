using System.Text;
using Awards.Documents;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

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
            if (drawn is not { } picture) return NotFound();
            return new FileContentResult(Encoding.UTF8.GetBytes(picture.Svg), "image/svg+xml; charset=utf-8") { EntityTag = new EntityTagHeaderValue($"\"{picture.Tag}\"") };
        }
        catch (DocumentException fault)
        {
            log.LogError(fault, "A chart cannot be drawn.");
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
