using System.Security.Claims;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Stages.Intake;

namespace Awards.Web.Stages.Applications;

/// <summary>The mail that confirms a submission.</summary>
public static class ReceiptMail
{
    public static MailKind Kind { get; } = new()
    {
        Code = "receipt",
        Label = /*text*/ "Eingangsbestätigung",
        Receiver = /*text*/ "Kontaktadresse der Bewerbung, sobald sie eingereicht ist; mit der Bestätigung als PDF",
        Placeholders =
        [
            new("ansprechperson", /*text*/ "Name der Ansprechperson", "Ihre Ansprechperson"),
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("titel", /*text*/ "Titel des Beitrags", "Unser Beitrag"),
            new("eingangsnummer", /*text*/ "Eingangsnummer", "BSP-2026-E001"),
            new("eingegangen", /*text*/ "Zeitpunkt des Eingangs", "2. März 2026, 10:00 Uhr"),
            new("pruefsumme", /*text*/ "Prüfsumme des Inhalts", "0123456789abcdef"),
            new("frist", /*text*/ "Ende der Bewerbungsphase; leer, wenn es keines gibt", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Eingangsbestätigung {{eingangsnummer}}: {{titel}}", "Receipt {{eingangsnummer}}: {{titel}}"),
        Text = new("""
            Guten Tag {{ansprechperson}},

            Ihre Bewerbung ist eingegangen.

            Wettbewerb: {{wettbewerb}}
            Kommune: {{kommune}}
            Beitrag: {{titel}}
            Eingangsnummer: {{eingangsnummer}}
            Eingegangen am: {{eingegangen}}
            Prüfsumme (SHA-256): {{pruefsumme}}

            Im Anhang steht alles, was Sie eingereicht haben.
            Bis {{frist}} können Sie die Bewerbung wieder öffnen, ändern und erneut einreichen.

            {{veranstalter}}
            """, """
            Dear {{ansprechperson}},

            Your application has arrived.

            Competition: {{wettbewerb}}
            Municipality: {{kommune}}
            Contribution: {{titel}}
            Receipt number: {{eingangsnummer}}
            Received on: {{eingegangen}}
            Checksum (SHA-256): {{pruefsumme}}

            The attachment holds everything that you submitted.
            Until {{frist}} you can reopen the application, change it and submit it again.

            {{veranstalter}}
            """),
    };

    /// <summary>What a submitted application puts into the mail, in its language.</summary>
    public static Dictionary<string, string> Values(Application application, Call call, string language) => new()
    {
        ["ansprechperson"] = application.Texts.ContactName,
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["kommune"] = application.ApplicantName,
        ["titel"] = application.Texts.Title,
        ["eingangsnummer"] = call.Definition.ArrivalNumber(application.ArrivalNumber!.Value),
        ["eingegangen"] = GermanTime.DateAndTime(application.SubmittedAt!.Value, language),
        ["pruefsumme"] = application.ContentHash!,
        ["frist"] = call.Phase(PhaseKind.Application)?.Until is { } deadline ? GermanTime.Deadline(deadline, language) : "",
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };

    /// <summary>Writes it; it goes out after the transaction of the submission.</summary>
    public static Task<OutboxMessage> WriteAsync(MailTemplates mails, Application application, Call call, DateTime now, string language, CancellationToken cancellationToken) =>
        mails.WriteAsync(Kind, call, application.Id, application.Texts.ContactMail, language, Values(application, call, language), now, application.Id, cancellationToken);
}

/// <summary>Previews the receipt with applications that the office may read: those that are submitted.</summary>
public sealed class ReceiptPreview(AwardsDbContext db, CallCache calls) : IMailPreview
{
    public string Kind => ReceiptMail.Kind.Code;

    public Task<IReadOnlyList<(Guid Id, string Label)>> ObjectsAsync(Guid callId, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        IntakeQueries.LatestAsync(db, callId, viewer, excludedOnly: false, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Guid callId, Guid objectId, string language, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        await IntakeQueries.ReadableAsync(db, callId, objectId, viewer, cancellationToken) is { } details
            ? ReceiptMail.Values(details.Application, await calls.GetAsync(db, callId, cancellationToken), language) : null;
}
