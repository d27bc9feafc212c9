using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>Mails between colleagues about the approval of an application, in the language of the page that caused them.</summary>
public static class SignOffMails
{
    public static OutboxMessage Presented(IStringLocalizer<Text> texts, Application application, Call call, string mail, string address, DateTime now) =>
        Write(texts, application, call, mail, now, texts["Zur Freigabe: {0}", application.Texts.Title],
            [texts["die Bewerbung „{0}“ bei „{1}“ ist fertig und wartet darauf, dass Sie sie einreichen oder zurückgeben:", application.Texts.Title, call.Definition.Title.In(RequestContext.Language)], address, "",
            call.Phase(PhaseKind.Application)?.Until is { } deadline ? texts["Frist: {0}", GermanTime.Deadline(deadline, RequestContext.Language)] : ""]);

    public static OutboxMessage Returned(IStringLocalizer<Text> texts, Application application, Call call, string reason, string mail, string address, DateTime now) =>
        Write(texts, application, call, mail, now, texts["Zurückgegeben: {0}", application.Texts.Title],
            [texts["die Bewerbung „{0}“ ist noch nicht eingereicht, sondern kommt an Sie zurück:", application.Texts.Title], address, "", texts["Begründung:"], reason]);

    private static OutboxMessage Write(IStringLocalizer<Text> texts, Application application, Call call, string mail, DateTime now, string subject, string[] lines) =>
        OutboxMessage.Write(mail, subject, string.Join('\n', [texts["Guten Tag,"], "", .. lines, "", texts["Awards – Wettbewerbe und Förderprogramme"]]), now,
            callId: call.Id, objectId: application.Id, kind: "sign-off", language: RequestContext.Language);
}
