using Awards.Domain.Applications;
using Awards.Web.Platform.Localisation;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>The text in the editor as it would be printed.</summary>
public sealed class TextPdfModel(ApplicationDesk desk, TextMeasuring measuring, IStringLocalizer<Text> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        var measure = await measuring.PdfAsync(own, cancellationToken);
        if (!measure.Refused(out var refusal)) return File(measure.Fact.Pdf, "application/pdf");
        TempData.Say(Awards.Web.Platform.Requests.Refusals.Show(texts, refusal));
        return LocalRedirect(ApplicationLinks.Text(id));
    }
}
