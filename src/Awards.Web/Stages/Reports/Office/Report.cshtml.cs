using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>A short report to be checked, made final, given back or opened again; for a lead who writes it, to be written.</summary>
[Authorize(Policy = ReportRights.Check)]
public sealed class ReportModel(AwardsDbContext db, ReportDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public string? Reasons { get; set; }
    [BindProperty] public string? ReturnReason { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ReportRead Read { get; private set; } = null!;
    public bool MayWrite => !Read.Rests && Read.Report.MayWrite(request.Actor());

    /// <summary>Saved by somebody else in between: both texts are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Typed, but refused because the report lies elsewhere now.</summary>
    public ReportText? Unsaved => MayWrite ? null : _typed;

    /// <summary>How this person can send it back: "Return", "Reopen", or null.</summary>
    public string? BackHandler => Read.Rests ? null : Read.Report.State switch
    {
        ReportState.Checked => "Return",
        ReportState.Presented when !MayWrite => "Return",
        ReportState.Final when request.Actor().IsLead => "Reopen",
        _ => null,
    };

    private ReportText? _typed;

    private bool IsAutosave => Request.Headers.ContainsKey("X-Autosave");

    private ReportText Typed => ReportText.Read(Description, Reasons);

    public ReportForm Form() => new(ReportLinks.Report(Slug, Read.Report.Id), Read.Report.Version, _typed ?? Read.Report.Text, Call.ReportLimits(), Read.Report.WriterId == request.PersonId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportSaved, texts["Gespeichert um {0} Uhr.", ReportAnswers.Time(request.Began)], (report, actor, write) => report.Save(Typed, Version, !IsAutosave, actor, write), cancellationToken);

    public Task<IActionResult> OnPostPresentAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportPresented, texts["Das Kurzgutachten liegt der Redaktion zur Prüfung vor. Vielen Dank!"], (report, actor, write) => Saved(report, actor, write, () => report.Present(Call.ReportLimits(), Version, actor, write)), cancellationToken);

    public Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportChecked, texts["Das Kurzgutachten ist geprüft."], (report, actor, write) => Saved(report, actor, write, () => report.Check(Call.ReportLimits(), Version, actor, write)), cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportReturned, texts["Das Kurzgutachten ist zurückgegeben."], (report, actor, write) =>
            Description is null || !report.MayWrite(actor) ? report.Return(ReturnReason, Version, actor, write) : Saved(report, actor, write, () => report.Return(ReturnReason, Version, actor, write)), cancellationToken);

    public Task<IActionResult> OnPostFinishAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportFinished, texts["Das Kurzgutachten ist endgültig."], (report, actor, write) => report.Finish(Version, actor, write), cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, AuditAction.ReportReopened, texts["Das Kurzgutachten ist wieder offen."], (report, actor, write) => report.Reopen(ReturnReason, Version, actor, write), cancellationToken);

    // What stands in the form is saved with the step.
    private Outcome<ShortReport> Saved(ShortReport report, ReportActor actor, WriteContext write, Func<Outcome<ShortReport>> step) =>
        report.Save(Typed, Version, keep: true, actor, write).Refused(out var refusal) ? refusal : step();

    private async Task<IActionResult> DoAsync(Guid id, AuditAction action, string done, Func<ShortReport, ReportActor, WriteContext, Outcome<ShortReport>> act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (await desk.ActAsync(id, action, act, ReturnReason, cancellationToken) is not { } outcome) return NotFound();
        if (IsAutosave) return ReportAnswers.Autosaved(outcome, request.Began, texts);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(done);
            return LocalRedirect(await LoadAsync(id, cancellationToken) ? ReportLinks.Report(Slug, id) : ReportLinks.List(Slug));
        }
        if (Description is not null) _typed = Typed;
        IsStale = refusal == ApplicationRules.Stale;
        ReportForm.Show(ModelState, texts, refusal, _typed ?? Read.Report.Text, Call.ReportLimits());
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var read = await ReportRead.LoadAsync(db, request.Call.Id, id, request.Actor(), withVersions: false, cancellationToken);
        if (read is not null) Read = read;
        return read is not null;
    }
}
