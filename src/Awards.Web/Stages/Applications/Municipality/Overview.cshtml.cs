using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>One application: its pages while it is a draft, afterwards where it stands.</summary>
public sealed class OverviewModel(AwardsDbContext db, ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;
    public Refusal? Closed { get; private set; }
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public int Missing { get; private set; }
    public string? Reason { get; private set; }
    public string? EntryNumber { get; private set; }

    public string? DaysLeft => Own.Deadline is { } deadline ? ApplicationWords.DaysLeft(deadline, request.Began, texts) : null;

    /// <summary>Whoever signs may take a submission back, until the deadline.</summary>
    public bool MayReopen => Own.Application.Status == ApplicationState.Submitted && Own.Member.MaySign && ApplicationRules.PhaseRefusal(Own.Call, request.Began) is null;

    /// <summary>The first page on which something is missing, else the last.</summary>
    public string Next => Steps.FirstOrDefault(step => Own.Member.MayEdit && step.Missing.Count > 0)?.Href ?? ApplicationLinks.Check(Own.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        await ShowAsync(own, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostReopenAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } own) return NotFound();
        // A second click finds it open already.
        if (own.Application is { Status: ApplicationState.Draft, ArrivalNumber: not null }) return LocalRedirect(ApplicationLinks.Overview(id));
        var outcome = await desk.WriteAsync(own, AuditAction.ApplicationReopened, MemberRight.Sign,
            (application, write) => Task.FromResult(application.Reopen(own.Call, seen, write)), cancellationToken);
        if (!outcome.Refused(out var refusal)) return LocalRedirect(ApplicationLinks.Overview(id));
        ModelState.Add(texts, refusal);
        await ShowAsync(await desk.FindAsync(id, MemberRight.Read, cancellationToken) ?? own, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(OwnApplication own, CancellationToken cancellationToken)
    {
        Own = own;
        Closed = own.Closed(request.Began);
        if (own.Application.Status == ApplicationState.Draft)
        {
            Steps = ApplicationSteps.Of(own, RequestContext.Language, texts);
            Missing = Steps.Sum(step => step.Missing.Count);
        }
        else if (own.Application.Status == ApplicationState.Excluded)
            Reason = await db.IntakeDecisions.Where(decision => decision.ApplicationId == own.Id).OrderByDescending(decision => decision.DecidedAt).Select(decision => decision.Reason).FirstOrDefaultAsync(cancellationToken);
        else if (own.Application.Status == ApplicationState.Admitted)
            EntryNumber = await db.Entries.Where(entry => entry.ApplicationId == own.Id).Select(entry => (int?)entry.Number).FirstOrDefaultAsync(cancellationToken) is { } number ? own.Call.Definition.EntryNumber(number) : null;
    }
}
