using System.Globalization;
using Awards.Documents;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Privacy;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Awards.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>The receipt of a submitted application as PDF/UA, with everything that was handed in.</summary>
public sealed class ReceiptDocuments(AwardsDbContext db, CallCache calls, IDocumentRenderer renderer, AnswerFiles files, IStringLocalizer<Text> texts) : IReceiptDocuments
{
    /// <summary>Renders the receipt of what is submitted, in "de" or "en"; null while the application is a draft.</summary>
    public async Task<(string Name, byte[] Pdf)?> RenderAsync(Guid applicationId, string language, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == applicationId, cancellationToken);
        if (application.Status == ApplicationState.Draft) return null;
        var call = await calls.GetAsync(db, application.CallId, cancellationToken);
        var number = call.Definition.ArrivalNumber(application.ArrivalNumber ?? throw new InvalidOperationException("The application is not submitted."));
        var given = await db.Consents.AsNoTracking().Where(each => each.ApplicationId == applicationId && each.WithdrawnAt == null).ToListAsync(cancellationToken);
        var lines = await files.LinesAsync(call.Definition.Questionnaire, application.Answers, cancellationToken);
        var pdf = await renderer.RenderPdfAsync(ReceiptModel.Template, In(language, () => Model(application, call.Definition, number, given, lines, language)), cancellationToken);
        return ($"{(language == "en" ? "Receipt" : "Eingangsbestaetigung")}-{number}.pdf", pdf);
    }

    // A job has no language of its own.
    private static T In<T>(string language, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private ReceiptModel Model(Application application, CallDefinition call, string number, IReadOnlyCollection<Consent> given, IReadOnlyDictionary<Guid, AnswerFileLine> lines, string language) => new()
    {
        Language = language,
        CallTitle = call.Title.In(language),
        ReferenceNumber = number,
        Applicant = application.ApplicantName,
        ContactPerson = application.Texts.ContactName,
        ContactEmail = application.Texts.ContactMail,
        ContactPhone = application.Texts.ContactPhone.Length == 0 ? null : application.Texts.ContactPhone,
        Title = application.Texts.Title,
        SubmittedAtText = GermanTime.DateAndTime(application.SubmittedAt!.Value, language),
        SubmittedAtUtc = application.SubmittedAt.Value,
        ContentHash = application.ContentHash!,
        Sections = [.. call.Questionnaire.Sections.Select(section => new ReceiptSection(section.Title.In(language),
            [.. section.Questions.Where(question => question.IsAsked(application.Answers))
                .Select(question => new ReceiptAnswer(question.Text.In(language), PrintedAnswer.Of(question, application.Answers[question.Code], language, lines)))]))],
        Texts = [.. Texts(application, call, language), .. Consents(application, call, given, language)],
        SingleProjects = [.. application.ProjectTexts().Select(project => new ReceiptProject(project.Title, string.Join("\n\n", new[] { project.Description }
            .Concat(call.LimitRules().ProjectFields.Where(field => project.Fields[field.Code].Length > 0).Select(field => $"{field.Label.In(language)}: {project.Fields[field.Code]}")))))],
        GeneratedNotice = application.IsGenerated ? texts["Die Antworten dieser Bewerbung wurden für eine Demonstration generiert."].Value : null,
        IssuedBy = call.Organiser.In(language),
    };

    private IEnumerable<ReceiptText> Texts(Application application, CallDefinition call, string language)
    {
        var fields = ApplicationFields.Of(application);
        ReceiptText Of(string key) => new(FieldLabels.Of(key, call, language, texts), FieldLabels.Value(key, fields.GetValueOrDefault(key, ""), call, language, texts));
        foreach (var key in new[] { ApplicationFields.Participants, nameof(ApplicationTexts.Department), nameof(ApplicationTexts.Website), nameof(ApplicationTexts.Contribution), nameof(ApplicationTexts.Novelty) })
            if (fields.ContainsKey(key)) yield return Of(key);
        yield return Of(nameof(ApplicationTexts.Summary));
        foreach (var key in new[] { nameof(ApplicationTexts.Focus), nameof(ApplicationTexts.ThirdParties), nameof(ApplicationTexts.Embedding) })
            if (fields.ContainsKey(key)) yield return Of(key);
        // A file is told by its fingerprint: it shows later that it is the same.
        yield return application.Files.Text is { } sent ? new(texts["Beschreibung"], Fingerprint(sent)) : Of(nameof(ApplicationTexts.Description));
        if (application.Files.Attachments.Count > 0) yield return new(texts["Anlagen"], string.Join("\n\n", application.Files.Attachments.Select(Fingerprint)));
    }

    private string Fingerprint(AttachedFile file) => $"{file.Name}{(file.Pages is { } pages ? ", " + (pages == 1 ? texts["1 Seite"].Value : texts["{0} Seiten", pages].Value) : "")}\nSHA-256: {file.Sha256}";

    private IEnumerable<ReceiptText> Consents(Application application, CallDefinition call, IReadOnlyCollection<Consent> given, string language) => call.PrivacyRules().Consents
        .Select(consent => ConsentRules.Held(consent, application.Texts, given) is { } held
            ? new ReceiptText(texts["Einwilligung"], $"{consent.Text.In(language)} ({texts["erteilt am {0}, Fassung {1}", GermanTime.DateAndTime(held.GivenAt, language), held.TextVersion].Value})") : null).OfType<ReceiptText>();
}
