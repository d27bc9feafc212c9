using Awards.Documents;
using Awards.Web.Platform.Forms;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Intake.Public;

/// <summary>The application form to print, in the language of the page.</summary>
public sealed class FormPdfModel(PrintedForms forms, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync() => File(await forms.OfAsync(request.Call, RequestContext.Language), "application/pdf", FormPrint.FileName(request.Call.Slug, RequestContext.Language));
}
