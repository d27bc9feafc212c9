using Awards.Documents;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Privacy;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>The receipt of a submitted application as PDF/UA.</summary>
public sealed class ReceiptDocuments(AwardsDbContext db, CallCache calls, IDocumentRenderer renderer, AnswerFiles files) : IReceiptDocuments
{
    /// <summary>Renders the receipt of what is submitted; null while the application is a draft.</summary>
    public async Task<(string Name, byte[] Pdf)?> RenderAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == applicationId, cancellationToken);
        if (application.Status == ApplicationState.Draft) return null;
        var call = await calls.GetAsync(db, application.CallId, cancellationToken);
        var number = call.Definition.ArrivalNumber(application.ArrivalNumber ?? throw new InvalidOperationException("The application is not submitted."));
        var given = await db.Consents.AsNoTracking().Where(each => each.ApplicationId == applicationId && each.WithdrawnAt == null).ToListAsync(cancellationToken);
        var pdf = await renderer.RenderPdfAsync(ReceiptModel.Template, Model(application, call.Definition, number, given, await files.LinesAsync(call.Definition.Questionnaire, application.Answers, cancellationToken)), cancellationToken);
        return ($"Eingangsbestaetigung-{number}.pdf", pdf);
    }

    private static IEnumerable<ReceiptText> Consents(Application application, CallDefinition call, IReadOnlyCollection<Consent> given) => call.PrivacyRules().Consents
        .Select(consent => ConsentRules.Held(consent, application.Texts, given) is { } held
            ? new ReceiptText("Einwilligung", $"{consent.Text.De} (Fassung {held.TextVersion}, erteilt am {GermanTime.DateAndTime(held.GivenAt)})") : null).OfType<ReceiptText>();

    private static ReceiptModel Model(Application application, CallDefinition call, string number, IReadOnlyCollection<Consent> given, IReadOnlyDictionary<Guid, AnswerFileLine> files) => new()
    {
        Language = "de",
        CallTitle = call.Title.De,
        ReferenceNumber = number,
        Applicant = application.ApplicantName,
        ContactPerson = application.Texts.ContactName,
        ContactEmail = application.Texts.ContactMail,
        Title = application.Texts.Title,
        SubmittedAtText = GermanTime.DateAndTime(application.SubmittedAt!.Value),
        SubmittedAtUtc = application.SubmittedAt.Value,
        ContentHash = application.ContentHash!,
        Sections = [.. call.Questionnaire.Sections.Select(section => new ReceiptSection(section.Title.De,
            [.. section.Questions.Where(question => question.IsAsked(application.Answers))
                .Select(question => new ReceiptAnswer(question.Text.De, PrintedAnswer.Of(question, application.Answers[question.Code], "de", files)))]))],
        Texts = [new("Kurzfassung", application.Texts.Summary), new("Beschreibung", application.Texts.Description), .. Consents(application, call, given)],
        SingleProjects = [.. application.Projects.OrderBy(project => project.Position).Select(project => new ReceiptProject(project.Title, project.Description))],
        GeneratedNotice = application.IsGenerated ? "Die Antworten dieser Bewerbung wurden für eine Demonstration generiert." : null,
        IssuedBy = call.Organiser.De,
    };
}
