using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Intake;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy.Office;

/// <summary>Corrects the contact person of what is handed in, on request and with a reason (Art. 16 GDPR).</summary>
[Authorize(Policy = PrivacyRights.Correct)]
public sealed class ContactModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? ContactName { get; set; }
    [BindProperty] public string? ContactMail { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public string Slug => request.Call.Slug;
    public Guid Id { get; private set; }
    public string Applicant { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Submitted(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } application) return NotFound();
        (Id, Applicant, Version, ContactName, ContactMail) = (id, application.ApplicantName, application.Version, application.Texts.ContactName, application.Texts.ContactMail);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Submitted(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } now) return NotFound();
        (Id, Applicant) = (id, now.ApplicantName);
        var write = request.Write(Reason);
        var outcome = await db.WriteAsync(write, AuditAction.ContactCorrected, async () =>
            (await Submitted(id).Include(each => each.Projects).SingleAsync(cancellationToken)).CorrectContact(ContactName ?? "", ContactMail ?? "", Version, write), request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code == "application.correction_needs_reason" ? nameof(Reason) : refusal.Code == "application.no_mail_address" ? nameof(ContactMail) : "");
            return Page();
        }
        TempData.Say(texts["Die Kontaktdaten sind berichtigt."]);
        return LocalRedirect(IntakeLinks.Application(Slug, id));
    }

    private IQueryable<Application> Submitted(Guid id) =>
        db.Applications.Where(application => application.Id == id && application.CallId == request.Call.Id && application.Status != ApplicationState.Draft && application.ErasedAt == null);
}
