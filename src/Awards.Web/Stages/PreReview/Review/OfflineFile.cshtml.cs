using Awards.Web.Data;
using Awards.Web.Platform.Forms;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview.Offline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>The own open sheets as a workbook, in the language of the page.</summary>
public sealed class OfflineFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => File(
        new SheetWorkbook(request.Call.Definition, texts).Write(await OfflineSheet.LoadAsync(db, request.Call.Id, request.PersonId, cancellationToken)),
        FormWorkbook.MediaType, SheetWorkbook.FileName(request.Call.Slug));
}
