using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy;

/// <summary>Mails about a changed address.</summary>
public static class PrivacyMails
{
    public static OutboxMessage Confirm(IStringLocalizer<Text> texts, string mail, string address, DateTime now) => Write(texts, mail, texts["Bitte bestätigen Sie Ihre neue Adresse"], now, secret: true,
        [texts["mit diesem Link wird diese Adresse die Ihres Kontos:"], address, "", texts["Er gilt 24 Stunden und nur einmal."], texts["Wenn Sie das nicht wollten, müssen Sie nichts tun."]]);

    public static OutboxMessage Changed(IStringLocalizer<Text> texts, string formerMail, DateTime now) => Write(texts, formerMail, texts["Die Adresse Ihres Kontos wurde geändert"], now, secret: false,
        [texts["Ihr Konto hat jetzt eine andere E-Mail-Adresse. An diese hier gehen keine Nachrichten mehr."], texts["Wenn Sie das nicht waren, sagen Sie bitte sofort der Geschäftsstelle Bescheid."]]);

    private static OutboxMessage Write(IStringLocalizer<Text> texts, string mail, string subject, DateTime now, bool secret, string[] lines) =>
        OutboxMessage.Write(mail, subject, string.Join('\n', [texts["Guten Tag,"], "", .. lines, "", texts["Awards – Wettbewerbe und Förderprogramme"]]), now, kind: "account", language: RequestContext.Language, secret: secret);
}
