using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>Orders the jury's volumes and lists them. Those with drafts are the lead's.</summary>
[Authorize(Policy = ReportRights.Check)]
public sealed class VolumesModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Volumes shown, the newest first.</summary>
    private const int Most = 20;

    [BindProperty] public bool WithDrafts { get; set; }
    [BindProperty] public string Language { get; set; } = "de";

    public string Slug => request.Call.Slug;
    public bool IsLead => request.Actor().IsLead;
    public IReadOnlyList<ReportVolume> Volumes { get; private set; } = [];

    public IReadOnlyList<Choice> Languages() => [new("de", texts["Deutsch"]), new("en", texts["Englisch"])];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (write, drafts) = (request.Write(), WithDrafts && IsLead);
        if (!MailTemplates.Languages.Contains(Language)) Language = "de";
        var outcome = await db.WriteAsync(write, AuditAction.VolumeOrdered, async () =>
        {
            if (await db.ReportVolumes.AnyAsync(volume => volume.CallId == request.Call.Id && volume.WithDrafts == drafts && volume.Language == Language && (volume.State == VolumeState.Waiting || volume.State == VolumeState.Running), cancellationToken))
                return new Refusal("volume.under_way", "Ein solcher Band wird gerade schon erzeugt.");
            return (Outcome<ReportVolume>)db.ReportVolumes.Add(ReportVolume.Order(request.Call.Id, drafts, Language, write)).Entity;
        }, lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            await LoadAsync(cancellationToken);
            return Page();
        }
        TempData.Say(texts["Der Band wird erzeugt. Das dauert einige Sekunden."]);
        return LocalRedirect(ReportLinks.Volumes(Slug));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var volumes = db.ReportVolumes.AsNoTracking().Where(volume => volume.CallId == request.Call.Id);
        if (!IsLead) volumes = volumes.Where(volume => !volume.WithDrafts);
        Volumes = await volumes.OrderByDescending(volume => volume.OrderedAt).Take(Most).ToListAsync(cancellationToken);
    }
}
