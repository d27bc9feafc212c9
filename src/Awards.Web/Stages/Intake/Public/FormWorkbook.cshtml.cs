using Awards.Web.Platform.Forms;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Intake.Public;

/// <summary>The application form as a workbook, in the language of the page.</summary>
public sealed class FormWorkbookModel(RequestContext request) : PageModel
{
    public IActionResult OnGet() => File(FormWorkbook.Write(request.Call.Definition, RequestContext.Language), FormWorkbook.MediaType, FormWorkbook.FileName(request.Call.Slug, RequestContext.Language));
}
