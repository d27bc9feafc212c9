using Awards.Domain.Applications;
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
public sealed class CheckModel(AwardsDbContext db, ApplicationDesk desk, MailTemplates mails, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public Refusal? Closed => Own.Closed(request.Began);
    public DateTime Now => request.Began;
    public IReadOnlyList<MissingLink> Missing => [.. ApplicationSteps.Of(Own, RequestContext.Language, texts).SelectMany(step => step.Missing)];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(ApplicationLinks.Overview(id));
        Own = own;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } own) return NotFound();
        Own = own;
        // A double click, or a retry after the answer was lost, leads to the same receipt.
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(own.HasReceipt ? ApplicationLinks.Receipt(id) : ApplicationLinks.Overview(id));
        if (!Confirmed) ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Angaben vollständig und richtig sind."]);
        else
        {
            var outcome = await desk.WriteAsync(own, AuditAction.ApplicationSubmitted, MemberRight.Sign, (application, write) => SubmitAsync(application, seen, write, cancellationToken), cancellationToken, locked: true);
            if (!outcome.Refused(out var refusal)) return LocalRedirect(ApplicationLinks.Receipt(id));
            if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } now) return NotFound();
            Own = now;
            ModelState.AddModelError("", refusal.Code == ApplicationRules.Stale.Code
                ? texts["Inzwischen hat jemand anderes gespeichert. Unten steht der neue Stand. Bitte prüfen Sie ihn und reichen Sie dann ein."]
                : texts.Show(refusal));
        }
        return Page();
    }

    // The number and the mail belong to the one submission that changes something; the lock on the call keeps numbers apart.
    private async Task<Outcome<Application>> SubmitAsync(Application application, int seen, WriteContext write, CancellationToken cancellationToken)
    {
        if (application.Status == ApplicationState.Submitted) return application;
        var last = await db.Applications.Where(each => each.CallId == application.CallId).MaxAsync(each => each.ArrivalNumber, cancellationToken) ?? 0;
        var outcome = application.Submit(Own.Call, seen, last + 1, write);
        if (!outcome.Refused(out _)) db.Outbox.Add(await ReceiptMail.WriteAsync(mails, application, Own.Call, write.When, RequestContext.Language, cancellationToken));
        return outcome;
    }
}
