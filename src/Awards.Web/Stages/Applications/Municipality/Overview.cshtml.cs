using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>One application: its pages while it is a draft, afterwards where it stands.</summary>
public sealed class OverviewModel(AwardsDbContext db, ApplicationDesk desk, SubmissionDesk submissions, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;
    public Refusal? Closed { get; private set; }
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public int Missing { get; private set; }
    public string? Reason { get; private set; }
    public string? EntryNumber { get; private set; }

    public string? DaysLeft => Own.Deadline is { } deadline ? ApplicationWords.DaysLeft(deadline, request.Began, texts) : null;

    /// <summary>Whoever signs may take a submission back, or take part no longer, until the deadline.</summary>
    public bool MayDecide => Own.Member.MaySign && ApplicationRules.PhaseRefusal(Own.Call, request.Began) is null;

    public bool MayReopen => Own.Application.Status == ApplicationState.Submitted && MayDecide;

    public bool MayWithdraw => Own.Application.Status is ApplicationState.Draft or ApplicationState.Submitted && MayDecide;

    public bool MayResume => Own.Application.Status == ApplicationState.Withdrawn && MayDecide;

    /// <summary>Everything that was handed in, the newest first.</summary>
    public IReadOnlyList<Submission> Submissions { get; private set; } = [];

    /// <summary>Reviews of the entry, where the call shows them to its municipality; usually null.</summary>
    public PreReview.ReviewsForMunicipality? Reviews { get; private set; }

    public DateTime Now => request.Began;

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
        return await AnswerAsync(own, await submissions.ReopenAsync(own, seen, cancellationToken), null, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is { } own
            ? await AnswerAsync(own, await submissions.WithdrawAsync(own, seen, cancellationToken), texts["Die Bewerbung ist zurückgezogen. Bis zum Ende der Frist können Sie sie wieder aufnehmen."], cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostResumeAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is { } own
            ? await AnswerAsync(own, await submissions.ResumeAsync(own, seen, cancellationToken), texts["Die Bewerbung ist wieder ein Entwurf. Reichen Sie sie ein, wenn sie gelten soll."], cancellationToken) : NotFound();

    private async Task<IActionResult> AnswerAsync(OwnApplication own, Outcome<Application> outcome, string? done, CancellationToken cancellationToken)
    {
        if (!outcome.Refused(out var refusal))
        {
            if (done is not null) TempData.Say(done);
            return LocalRedirect(ApplicationLinks.Overview(own.Id));
        }
        ModelState.Add(texts, refusal);
        await ShowAsync(await desk.FindAsync(own.Id, MemberRight.Read, cancellationToken) ?? own, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(OwnApplication own, CancellationToken cancellationToken)
    {
        if (own.Application.Status == ApplicationState.Admitted)
            Reviews = await PreReview.ReviewsForMunicipality.LoadAsync(db, own.Call, own.Id, request.Began, number => texts["Prüfbogen {0}", number], cancellationToken);
        Own = own;
        Closed = own.Application.IsPresented ? ApplicationRules.PhaseRefusal(own.Call, request.Began) : own.Closed(request.Began);
        if (own.Application.ArrivalNumber is not null)
            Submissions = await db.Submissions.AsNoTracking().Where(each => each.ApplicationId == own.Id).OrderByDescending(each => each.Number).ToListAsync(cancellationToken);
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
