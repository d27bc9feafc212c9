using Awards.Documents;
using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>The notice of an exclusion on paper, in the words of the mail, as often as it is needed. Each printing leaves a trace.</summary>
[Authorize(Policy = IntakeRights.Decide)]
public sealed class LetterModel(AwardsDbContext db, MailTemplates mails, IDocumentRenderer renderer, RequestContext request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await IntakeQueries.FindAsync(db, request.Call.Id, id, cancellationToken) is not { Application.Status: ApplicationState.Excluded, Decision: { Result: IntakeResult.Excluded } decision } details) return NotFound();
        var (application, call) = (details.Application, request.Call);
        var language = await IntakeMails.LanguageAsync(db, id, cancellationToken);
        var values = IntakeMails.Values(call, application, decision.Reason, language);
        var wording = await mails.WordingAsync(IntakeMails.Exclusion, call.Id, language, cancellationToken);
        var number = application.ArrivalNumber is { } arrival ? call.Definition.ArrivalNumber(arrival) : "";
        var pdf = await renderer.RenderPdfAsync(Documents.LetterModel.Template, new Documents.LetterModel
        {
            Language = language,
            Sender = call.Definition.Organiser.In(language),
            Recipient = [application.ApplicantName, application.Texts.Department, application.Texts.ContactName],
            DateText = GermanTime.Date(decision.DecidedAt, language),
            DateUtc = decision.DecidedAt,
            Subject = TemplateText.FillLine(wording.Subject, values),
            Reference = number,
            Body = TemplateText.FillText(wording.Text, values),
        }, cancellationToken);
        await db.RecordAsync(request.Write(), AuditAction.LetterPrinted, nameof(Application), id, cancellationToken);
        return File(pdf, "application/pdf", $"Schreiben-{number}.pdf");
    }
}
