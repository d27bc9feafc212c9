using System.Security.Claims;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>Mails of the intake.</summary>
public static class IntakeMails
{
    public static MailKind Exclusion { get; } = new()
    {
        Code = "exclusion",
        Label = /*text*/ "Mitteilung über den Ausschluss",
        Receiver = /*text*/ "Kontaktadresse der Bewerbung, wenn die Geschäftsstelle sie ausschließt",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("titel", /*text*/ "Titel des Beitrags", "Unser Beitrag"),
            new("eingangsnummer", /*text*/ "Eingangsnummer", "BSP-2026-E001"),
            new("begruendung", /*text*/ "Begründung des Ausschlusses", "Hier steht die Begründung."),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Ihre Bewerbung: {{wettbewerb}}", "Your application: {{wettbewerb}}"),
        Text = new("""
            Guten Tag,

            Ihre Bewerbung „{{titel}}“ für „{{wettbewerb}}“ kann leider nicht am Wettbewerb teilnehmen.
            Eingangsnummer: {{eingangsnummer}}

            Begründung:
            {{begruendung}}

            Bei Fragen wenden Sie sich bitte an die Geschäftsstelle des Wettbewerbs.

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            Unfortunately your application “{{titel}}” for “{{wettbewerb}}” cannot take part in the competition.
            Receipt number: {{eingangsnummer}}

            Reason:
            {{begruendung}}

            If you have questions, please contact the competition office.

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What an excluded application puts into the notice.</summary>
    public static Dictionary<string, string> Values(Call call, Application application, string reason, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["kommune"] = application.ApplicantName,
        ["titel"] = application.Texts.Title,
        ["eingangsnummer"] = application.ArrivalNumber is { } arrival ? call.Definition.ArrivalNumber(arrival) : "",
        ["begruendung"] = reason,
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };

    /// <summary>Language of the receipt that the contact got; German for what came on paper or was taken over.</summary>
    public static async Task<string> LanguageAsync(AwardsDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        await db.Outbox.Where(mail => mail.ReceiptOf == applicationId).OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Language).FirstOrDefaultAsync(cancellationToken) ?? "de";

    /// <summary>Tells the contact that the application is excluded, and why, in the language of the receipt they got; null where there is no address.</summary>
    public static async Task<OutboxMessage?> ExcludedAsync(AwardsDbContext db, MailTemplates mails, Call call, Application application, string reason, DateTime now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(application.Texts.ContactMail)) return null;
        var language = await LanguageAsync(db, application.Id, cancellationToken);
        return await mails.WriteAsync(Exclusion, call, application.Id, application.Texts.ContactMail, language, Values(call, application, reason, language), now, null, cancellationToken);
    }
}

/// <summary>Previews the notice with applications that are excluded, and their reasons.</summary>
public sealed class ExclusionPreview(AwardsDbContext db, CallCache calls) : IMailPreview
{
    public string Kind => IntakeMails.Exclusion.Code;

    public Task<IReadOnlyList<(Guid Id, string Label)>> ObjectsAsync(Guid callId, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        IntakeQueries.LatestAsync(db, callId, viewer, excludedOnly: true, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Guid callId, Guid objectId, string language, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        await IntakeQueries.ReadableAsync(db, callId, objectId, viewer, cancellationToken) is { Application.Status: ApplicationState.Excluded } details
            ? IntakeMails.Values(await calls.GetAsync(db, callId, cancellationToken), details.Application, details.Decision?.Reason ?? "", language) : null;
}
