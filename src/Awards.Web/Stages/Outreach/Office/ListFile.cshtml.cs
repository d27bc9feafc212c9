using Awards.Documents.Workbooks;
using Awards.Domain.Outreach;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>A list as a workbook in the shape that can be read in again: whoever looks for addresses fills the gaps in it.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class ListFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OutreachQueries.ListAsync(db, request.Call.Id, id, cancellationToken) is not { } list) return NotFound();
        var optedOut = OutreachQueries.OptedOut(db, list.CallId);
        var rows = await db.Contacts.AsNoTracking().Where(each => each.ListId == id).OrderBy(each => each.NameSort).ThenBy(each => each.Office).ThenBy(each => each.Id)
            .Select(each => new { Key = db.Municipalities.Where(municipality => municipality.Id == each.MunicipalityId).Select(municipality => municipality.OfficialKey).FirstOrDefault(), Contact = each, Out = optedOut.Contains(each.AddressHash!) }).ToListAsync(cancellationToken);
        await db.RecordAsync(request.Write(), AuditAction.ContactsDownloaded, nameof(ContactList), id, cancellationToken);
        double[] widths = [12, 34, 8, 30, 36, 40, 9, 11];
        var sheet = new Sheet(texts["Kontakte"], [.. ContactFile.Columns.Zip(widths, (name, width) => new SheetColumn(name, width))], rows.Select(row => (IReadOnlyList<object?>)
            [row.Key, row.Contact.Name, row.Contact.State, row.Contact.Office, row.Contact.Mail, row.Contact.Source, row.Contact.Language, row.Out ? "ja" : ""]));
        return File(WorkbookWriter.Write(sheet), FileKind.Xlsx.MediaType(), $"kontakte-{request.Call.Slug}.xlsx");
    }
}
