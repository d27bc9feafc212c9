using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Enquiries;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Enquiries;

/// <summary>The mail with an answer.</summary>
public static class EnquiryMails
{
    public static MailKind Answer { get; } = new()
    {
        Code = "enquiry",
        Label = /*text*/ "Antwort auf eine Anfrage",
        Receiver = /*text*/ "wer gefragt hat",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("frage", /*text*/ "Text der Anfrage", "Dürfen auch zwei Kommunen zusammen teilnehmen?"),
            new("antwort", /*text*/ "Antwort der Geschäftsstelle", "Ja, als Gemeinschaftsbeitrag."),
            new("adresse", /*text*/ "Adresse der öffentlichen Seite", "https://awards.example/wettbewerbe/beispiel"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Ihre Anfrage zu „{{wettbewerb}}“", "Your question about “{{wettbewerb}}”"),
        Text = new("""
            Guten Tag,

            {{antwort}}

            Sie hatten gefragt:
            {{frage}}

            Häufige Fragen und Antworten stehen hier:
            {{adresse}}

            Mit freundlichen Grüßen
            {{veranstalter}}
            """, """
            Dear Sir or Madam,

            {{antwort}}

            You had asked:
            {{frage}}

            Frequent questions and their answers are to be found here:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    public static Dictionary<string, string> Values(Call call, Enquiry enquiry, PublicAddress address, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["frage"] = enquiry.Text,
        ["antwort"] = enquiry.Answer,
        ["adresse"] = address.Of(CallLinks.Public(call.Slug)),
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}

/// <summary>Previews the answer with questions that are answered.</summary>
public sealed class AnswerPreview(AwardsDbContext db, CallCache calls, PublicAddress address) : IMailPreview
{
    public string Kind => EnquiryMails.Answer.Code;

    public async Task<IReadOnlyList<(Guid Id, string Label)>> ObjectsAsync(Guid callId, ClaimsPrincipal viewer, CancellationToken cancellationToken) => !Sees(viewer, callId) ? []
        : [.. (await Answered(callId).OrderByDescending(each => each.AskedAt).Take(50).Select(each => new { each.Id, each.Text }).ToListAsync(cancellationToken)).Select(each => (each.Id, MailText.Cut(MailText.OneLine(each.Text), 60)))];

    public async Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Guid callId, Guid objectId, string language, ClaimsPrincipal viewer, CancellationToken cancellationToken) =>
        Sees(viewer, callId) && await Answered(callId).SingleOrDefaultAsync(each => each.Id == objectId, cancellationToken) is { } enquiry
            ? EnquiryMails.Values(await calls.GetAsync(db, callId, cancellationToken), enquiry, address, language) : null;

    private IQueryable<Enquiry> Answered(Guid callId) => db.Enquiries.AsNoTracking().Where(each => each.CallId == callId && each.Answer != "");

    private static bool Sees(ClaimsPrincipal viewer, Guid callId) => viewer.Holds(callId, CallRole.Lead, CallRole.Editor);
}
