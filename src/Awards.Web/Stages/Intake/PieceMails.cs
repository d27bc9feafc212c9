using System.Security.Claims;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>The mail that asks for a missing piece, and asks again.</summary>
public static class PieceMails
{
    public static MailKind Kind { get; } = new()
    {
        Code = "missing-piece",
        Label = /*text*/ "Nachforderung von Unterlagen",
        Receiver = /*text*/ "Kontaktadresse der Bewerbung, wenn die Geschäftsstelle etwas nachfordert oder daran erinnert",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("titel", /*text*/ "Titel des Beitrags", "Unser Beitrag"),
            new("eingangsnummer", /*text*/ "Eingangsnummer", "BSP-2026-E001"),
            new("nachforderung", /*text*/ "Was fehlt", "Hier steht, was fehlt."),
            new("frist", /*text*/ "Bis wann die Antwort kommen soll", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("link", /*text*/ "Seite, auf der geantwortet wird", "https://beispiel.example/kommune"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Bitte um Ergänzung: {{titel}}", "Please complete: {{titel}}"),
        Text = new("""
            Guten Tag,

            zu Ihrer Bewerbung „{{titel}}“ für „{{wettbewerb}}“ (Eingangsnummer {{eingangsnummer}}) fehlt uns noch etwas:

            {{nachforderung}}

            Bitte antworten Sie bis {{frist}} auf dieser Seite:
            {{link}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            Something is still missing from your application “{{titel}}” for “{{wettbewerb}}” (receipt number {{eingangsnummer}}):

            {{nachforderung}}

            Please answer by {{frist}} on this page:
            {{link}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What a request puts into the mail.</summary>
    public static Dictionary<string, string> Values(Call call, Application application, MissingPieceRequest piece, string link, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["kommune"] = application.ApplicantName,
        ["titel"] = application.Texts.Title,
        ["eingangsnummer"] = application.ArrivalNumber is { } arrival ? call.Definition.ArrivalNumber(arrival) : "",
        ["nachforderung"] = piece.Text,
        ["frist"] = GermanTime.Deadline(piece.Due, language),
        ["link"] = link,
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };

    /// <summary>Tells the contact in the language of the receipt; null where there is no address.</summary>
    public static async Task<OutboxMessage?> AskedAsync(AwardsDbContext db, MailTemplates mails, Call call, Application application, MissingPieceRequest piece, string link, DateTime now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(application.Texts.ContactMail)) return null;
        var language = await IntakeMails.LanguageAsync(db, application.Id, cancellationToken);
        return await mails.WriteAsync(Kind, call, piece.Id, application.Texts.ContactMail, language, Values(call, application, piece, link, language), now, null, cancellationToken);
    }
}

/// <summary>Previews the mail with requests that went out.</summary>
public sealed class PiecePreview(AwardsDbContext db, CallCache calls, RequestContext request) : IMailPreview
{
    public string Kind => PieceMails.Kind.Code;

    public async Task<IReadOnlyList<(Guid Id, string Label)>> ObjectsAsync(Guid callId, ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeContacts(callId)) return [];
        var rows = await db.MissingPieceRequests.Join(db.Applications.Where(application => application.CallId == callId && application.Status != ApplicationState.Draft), piece => piece.ApplicationId, application => application.Id,
            (piece, application) => new { piece.Id, piece.AskedAt, application.ApplicantName, application.Texts.Title }).OrderByDescending(each => each.AskedAt).Take(50).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, $"{row.ApplicantName}: {row.Title}"))];
    }

    public async Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Guid callId, Guid objectId, string language, ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        if (await db.MissingPieceRequests.AsNoTracking().SingleOrDefaultAsync(piece => piece.Id == objectId, cancellationToken) is not { } piece) return null;
        return await IntakeQueries.ReadableAsync(db, callId, piece.ApplicationId, viewer, cancellationToken) is { } details
            ? PieceMails.Values(await calls.GetAsync(db, callId, cancellationToken), details.Application, piece, request.Absolute(IntakeLinks.OwnPieces(piece.ApplicationId)), language) : null;
    }
}
