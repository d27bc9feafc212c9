using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts;

/// <summary>Mails about accounts, in the language of the page that caused them. Those with a link are secret.</summary>
public static class AccountMails
{
    public static OutboxMessage SignInLink(IStringLocalizer<Text> texts, Person person, string address, DateTime now) => Write(texts, secret: true, person.Email!, texts["Ihr Anmeldelink"], now,
        [texts["Guten Tag,"], "", texts["mit diesem Link melden Sie sich an:"], address, "",
        texts["Er gilt {0} Minuten und nur einmal. Auf der Seite drücken Sie bitte noch auf „Anmelden“.", (int)MailLink.Lasts.TotalMinutes],
        texts["Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun."]]);

    public static OutboxMessage Registration(IStringLocalizer<Text> texts, Invitation registration, string address, DateTime now) => Write(texts, secret: true, registration.Mail, texts["Bitte bestätigen Sie Ihre Registrierung"], now,
        [texts["Guten Tag,"], "", texts["mit diesem Link bestätigen Sie Ihre E-Mail-Adresse und richten Ihr Konto ein:"], address, "",
        texts["Er gilt bis {0}.", GermanTime.Deadline(registration.ExpiresAt, RequestContext.Language)], texts["Wenn Sie sich nicht registriert haben, müssen Sie nichts tun: Es ist kein Konto entstanden."]]);

    public static OutboxMessage Invited(IStringLocalizer<Text> texts, Invitation invitation, string call, string roles, string address, DateTime now) => Write(texts, secret: true, invitation.Mail, texts["Einladung: {0}", call], now,
        [texts["Guten Tag {0},", invitation.Name], "", texts["Sie sind eingeladen, bei „{0}“ mitzuwirken. Ihre Aufgabe: {1}.", call, roles], "", texts["Mit diesem Link nehmen Sie an:"], address, "",
        texts["Er gilt bis {0}.", GermanTime.Deadline(invitation.ExpiresAt, RequestContext.Language)]], invitation.CallId);

    public static OutboxMessage ToApplication(IStringLocalizer<Text> texts, Invitation invitation, string inviter, string application, string call, string address, DateTime now) => Write(texts, secret: true, invitation.Mail, texts["Mitarbeit an einer Bewerbung: {0}", application], now,
        [texts["Guten Tag {0},", invitation.Name], "", texts["{0} lädt Sie ein, an der Bewerbung „{1}“ bei „{2}“ mitzuarbeiten. Sie dürfen sie {3}.", inviter, application, call, texts[AccountWords.Right(invitation.MemberRight!.Value)]], "", texts["Mit diesem Link nehmen Sie an:"], address, "",
        texts["Er gilt bis {0}.", GermanTime.Deadline(invitation.ExpiresAt, RequestContext.Language)], texts["Wenn Sie damit nichts anfangen können, müssen Sie nichts tun."]]);

    public static OutboxMessage Changed(IStringLocalizer<Text> texts, Person person, string what, DateTime now) => Write(texts, secret: false, person.Email!, texts["Ihr Konto wurde geändert"], now,
        [texts["Guten Tag,"], "", what, "", texts["Wenn Sie das nicht waren, melden Sie sich bitte mit einem Anmeldelink an, beenden Sie unter „Mein Konto“ alle Sitzungen und sagen Sie der Geschäftsstelle Bescheid."]]);

    public static OutboxMessage Colleague(IStringLocalizer<Text> texts, string mail, string municipality, string newcomer, DateTime now) => Write(texts, secret: false, mail, texts["Neues Konto für {0}", municipality], now,
        [texts["Guten Tag,"], "", texts["{0} hat sich für {1} registriert und kann in deren Namen Bewerbungen beginnen. Ihre eigenen Bewerbungen sind für dieses Konto nicht sichtbar.", newcomer, municipality], "",
        texts["Wenn das nicht stimmen kann, sagen Sie bitte der Geschäftsstelle Bescheid."]]);

    private static OutboxMessage Write(IStringLocalizer<Text> texts, bool secret, string mail, string subject, DateTime now, string[] lines, Guid? callId = null) =>
        OutboxMessage.Write(mail, subject, string.Join('\n', [.. lines, "", texts["Awards – Wettbewerbe und Förderprogramme"]]), now, kind: "account", language: RequestContext.Language, secret: secret, callId: callId);
}
