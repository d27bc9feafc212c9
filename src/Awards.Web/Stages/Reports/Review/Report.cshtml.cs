using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Review;

/// <summary>A short report beside its entry and reviews, for who writes it.</summary>
public sealed class ReportModel(AwardsDbContext db, ReportDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private ReportText? _typed;

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ReportRead Read { get; private set; } = null!;
    public bool MayWrite => !Read.Rests && Read.Report.MayWrite(request.Actor());

    /// <summary>Somebody, or another window, saved in between: both texts are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Typed, but refused because the report lies elsewhere now.</summary>
    public ReportText? Unsaved => MayWrite ? null : _typed;

    public ReportForm Form() => new(ReportLinks.Write(Slug, Read.Report.Id), Read.Report.Version, _typed ?? Read.Report.Text, Call.ReportLimits(), IsWriter: true);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, int version, string? description, string? reasons, CancellationToken cancellationToken) =>
        SaveAsync(id, version, ReportText.Read(description, reasons), present: false, cancellationToken);

    public Task<IActionResult> OnPostPresentAsync(Guid id, int version, string? description, string? reasons, CancellationToken cancellationToken) =>
        SaveAsync(id, version, ReportText.Read(description, reasons), present: true, cancellationToken);

    private async Task<IActionResult> SaveAsync(Guid id, int version, ReportText text, bool present, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var isAutosave = Request.Headers.ContainsKey("X-Autosave");
        present &= !isAutosave;
        var saved = await desk.ActAsync(id, present ? AuditAction.ReportPresented : AuditAction.ReportSaved, (report, actor, write) =>
            report.Save(text, version, !isAutosave, actor, write).Refused(out var refused) ? refused : present ? report.Present(Call.ReportLimits(), version, actor, write) : report, why: null, cancellationToken);
        if (saved is not { } outcome) return NotFound();
        if (isAutosave) return ReportAnswers.Autosaved(outcome, request.Began, texts);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(present ? texts["Das Kurzgutachten liegt der Redaktion zur Prüfung vor. Vielen Dank!"] : texts["Gespeichert um {0} Uhr. Vorgelegt ist das Kurzgutachten damit noch nicht.", ReportAnswers.Time(request.Began)]);
            return LocalRedirect(ReportLinks.Write(Slug, id));
        }
        _typed = text;
        IsStale = refusal == ApplicationRules.Stale;
        ReportForm.Show(ModelState, texts, refusal, text, Call.ReportLimits());
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    // Only the writer's own: reports of others lie in the office.
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var read = await ReportRead.LoadAsync(db, request.Call.Id, id, new ReportActor(request.PersonId, false, false), withVersions: false, cancellationToken);
        if (read is not null) Read = read;
        return read is not null;
    }
}
