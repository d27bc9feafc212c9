using Awards.Domain.Calls;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Platform.Mail;

namespace Awards.Web.Stages.Consensus;

/// <summary>Mails about joint sessions. They name no entry.</summary>
public static class SessionMails
{
    public static MailKind Invitation { get; } = new()
    {
        Code = "consensus-invitation",
        Label = /*text*/ "Einladung zur gemeinsamen Sitzung",
        Receiver = /*text*/ "wer an der Sitzung teilnimmt, wenn die Leitung einlädt",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("sitzung", /*text*/ "Titel der Sitzung", "Gemeinsame Sitzung der Vorprüfung"),
            new("termin", /*text*/ "Tag und Uhrzeit", "31. Dezember 2026, 10:00 Uhr"),
            new("ort", /*text*/ "Ort; leer, wenn nur per Video", "Sitzungssaal 1"),
            new("video", /*text*/ "Adresse der Videokonferenz; leer, wenn es keine gibt", "https://video.example/sitzung"),
            new("adresse", /*text*/ "Adresse der Seite der Sitzung; leer für die Geschäftsstelle", "https://awards.example/vorpruefung"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Einladung: {{sitzung}}, {{termin}}", "Invitation: {{sitzung}}, {{termin}}"),
        Text = new("""
            Guten Tag,

            wir laden Sie zur gemeinsamen Sitzung der Vorprüfung für „{{wettbewerb}}“ ein.

            {{sitzung}}
            Beginn: {{termin}}
            Ort: {{ort}}
            Video: {{video}}

            Tagesordnung und Beiträge sehen Sie während der Sitzung hier: {{adresse}}

            Bitte geben Sie vorher an, bei welchen Beiträgen Sie befangen sind.

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            we invite you to the joint session of the pre-review for “{{wettbewerb}}”.

            {{sitzung}}
            Begin: {{termin}}
            Place: {{ort}}
            Video: {{video}}

            During the session you see agenda and entries here: {{adresse}}

            Please declare beforehand with which entries you have a conflict of interest.

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What it says.</summary>
    /// <param name="address">Of the receiver's page of the session; "" = none.</param>
    public static Dictionary<string, string> Values(Call call, ConsensusSession session, string address, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["sitzung"] = session.Title,
        ["termin"] = GermanTime.DateAndTime(session.BeginsAt, language),
        ["ort"] = session.Place,
        ["video"] = session.Link,
        ["adresse"] = address,
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}
