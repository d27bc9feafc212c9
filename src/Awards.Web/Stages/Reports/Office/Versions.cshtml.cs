using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>Kept versions of a report, two of them compared.</summary>
[Authorize(Policy = ReportRights.Check)]
public sealed class VersionsModel(AwardsDbContext db, ReportDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ReportRead Read { get; private set; } = null!;
    public ReportVersions Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int? von, int? bis, CancellationToken cancellationToken) => await LoadAsync(id, von, bis, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, int version, int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, number, null, cancellationToken) || Read.Report.Versions.FirstOrDefault(each => each.Number == number) is not { } kept) return NotFound();
        if (await desk.ActAsync(id, AuditAction.ReportRestored, (report, actor, write) => report.Save(kept.Text, version, keep: true, actor, write), why: null, cancellationToken) is not { } outcome) return NotFound();
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Fassung {0} ist zurückgeholt.", number]);
        return LocalRedirect(ReportLinks.Versions(Slug, id));
    }

    private async Task<bool> LoadAsync(Guid id, int? from, int? to, CancellationToken cancellationToken)
    {
        if (await ReportRead.LoadAsync(db, request.Call.Id, id, request.Actor(), withVersions: true, cancellationToken) is not { Conflict: false } read) return false;
        Read = read;
        Shown = await ReportVersions.OfAsync(db, read, ReportLinks.Versions(Slug, id), from, to, !read.Rests && read.Report.MayWrite(request.Actor()), withNames: request.Actor().IsLead, cancellationToken);
        return true;
    }
}
