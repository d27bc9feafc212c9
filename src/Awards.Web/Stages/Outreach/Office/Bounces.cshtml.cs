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

/// <summary>Mail that came back: reading reports in, and what is known.</summary>
[Authorize(Policy = OutreachRights.Manage)]
[UploadLimits]
public sealed class BouncesModel(AwardsDbContext db, BounceDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Most files of one upload.</summary>
    public const int MostFiles = 100;

    private const int MostRows = 200;

    [BindProperty] public List<IFormFile> Uploads { get; set; } = [];

    public string Slug => request.Call.Slug;
    public IReadOnlyList<BounceRow> Rows { get; private set; } = [];

    /// <summary>What was recognised and what not; null = nothing was uploaded.</summary>
    public IReadOnlyList<ReportLine>? Results { get; private set; }

    public int FileCount => Results?.Select(line => line.FileName).Distinct().Count() ?? 0;

    public static string Of(ReportFinding finding) => finding switch
    {
        ReportFinding.Hard => /*text*/ "dauerhaft unzustellbar, vermerkt",
        ReportFinding.Soft => /*text*/ "nur vorübergehend, vermerkt",
        ReportFinding.Known => /*text*/ "war schon vermerkt",
        ReportFinding.Delivered => /*text*/ "meldet keinen Fehler",
        ReportFinding.Stranger => /*text*/ "nicht erkannt: gehört zu keinem Kontakt dieses Wettbewerbs",
        ReportFinding.TooLarge => /*text*/ "nicht gelesen: größer als 2 MB",
        _ => /*text*/ "nicht erkannt: enthält keinen Bericht eines Mailservers; bitte lesen Sie die Mail und vermerken Sie die Adresse beim Kontakt",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Uploads.Count == 0) ModelState.Add(texts, FileRefusals.None, nameof(Uploads));
        else if (Uploads.Count > MostFiles) ModelState.AddModelError(nameof(Uploads), texts["Es sind höchstens {0} Dateien auf einmal möglich.", MostFiles]);
        if (ModelState.IsValid)
        {
            var (lines, write) = (new List<ReportLine>(), request.Write());
            foreach (var upload in Uploads)
            {
                using var content = new MemoryStream();
                await upload.CopyToAsync(content, cancellationToken);
                lines.AddRange(await desk.TakeAsync(request.Call, MailText.Cut(MailText.OneLine(upload.FileName), 100), content.ToArray(), write, cancellationToken));
            }
            Results = lines;
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Rows = await db.Bounces.AsNoTracking().Where(bounce => bounce.CallId == request.Call.Id).OrderByDescending(bounce => bounce.At).ThenBy(bounce => bounce.Id).Take(MostRows)
        .Select(bounce => new BounceRow(bounce, db.Contacts.Where(contact => contact.CallId == bounce.CallId && contact.AddressHash == bounce.AddressHash).OrderBy(contact => contact.Id).Select(contact => (Guid?)contact.Id).FirstOrDefault(),
            db.Contacts.Where(contact => contact.CallId == bounce.CallId && contact.AddressHash == bounce.AddressHash).OrderBy(contact => contact.Id).Select(contact => contact.Mail).FirstOrDefault())).ToListAsync(cancellationToken);
}

/// <summary>A bounce with the contact it concerns, if that is still there.</summary>
public sealed record BounceRow(Bounce Bounce, Guid? ContactId, string? Mail);
