using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Everything at a glance, what is missing, and handing in.</summary>
public sealed class CheckModel(AwardsDbContext db, ApplicationDesk desk, ConsentDesk consents, MailTemplates mails, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<ConsentState> Consents { get; private set; } = [];

    /// <summary>Boxes ticked in this request; null = show what holds.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    public Refusal? Closed => Own.Closed(request.Began);
    public DateTime Now => request.Began;
    public IReadOnlyList<MissingLink> Missing => [.. ApplicationSteps.Of(Own, RequestContext.Language, texts).SelectMany(step => step.Missing)];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(ApplicationLinks.Overview(id));
        return await ShowAsync(own, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } own) return NotFound();
        // A double click, or a retry after the answer was lost, leads to the same receipt.
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(own.HasReceipt ? ApplicationLinks.Receipt(id) : ApplicationLinks.Overview(id));
        Ticked = ConsentDesk.Ticked(own.Call, Request.Form);
        if (!Confirmed) ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Angaben vollständig und richtig sind."]);
        else
        {
            var outcome = await desk.WriteAsync(own, AuditAction.ApplicationSubmitted, MemberRight.Sign, (application, write) => SubmitAsync(own.Call, application, seen, write, cancellationToken), cancellationToken, locked: true);
            if (!outcome.Refused(out var refusal)) return LocalRedirect(ApplicationLinks.Receipt(id));
            if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } now) return NotFound();
            own = now;
            ModelState.AddModelError("", refusal.Code == ApplicationRules.Stale.Code
                ? texts["Inzwischen hat jemand anderes gespeichert. Unten steht der neue Stand. Bitte prüfen Sie ihn und reichen Sie dann ein."]
                : texts.Show(refusal));
        }
        return await ShowAsync(own, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OwnApplication own, CancellationToken cancellationToken)
    {
        Own = own;
        Consents = await consents.OfAsync(own.Application, own.Call, cancellationToken);
        return Page();
    }

    // The number and the mail belong to the one submission that changes something; the lock on the call keeps numbers apart.
    private async Task<Outcome<Application>> SubmitAsync(Call call, Application application, int seen, WriteContext write, CancellationToken cancellationToken)
    {
        if (application.Status == ApplicationState.Submitted) return application;
        var last = await db.Applications.Where(each => each.CallId == application.CallId).MaxAsync(each => each.ArrivalNumber, cancellationToken) ?? 0;
        var outcome = application.Submit(call, seen, last + 1, write, await consents.SettleAsync(application, call, Ticked!, write, cancellationToken));
        if (!outcome.Refused(out _)) db.Outbox.Add(await ReceiptMail.WriteAsync(mails, application, call, write.When, RequestContext.Language, cancellationToken));
        return outcome;
    }
}
