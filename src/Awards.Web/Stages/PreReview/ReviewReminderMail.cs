using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Mail;

namespace Awards.Web.Stages.PreReview;

/// <summary>The mail that reminds a reviewer of open sheets. Names no entry.</summary>
public static class ReviewReminderMail
{
    public static MailKind Kind { get; } = new()
    {
        Code = "review-reminder",
        Label = /*text*/ "Erinnerung an offene Prüfbögen",
        Receiver = /*text*/ "Wer noch offene Prüfbögen hat, an den gewählten Tagen vor dem Ende der Vorprüfung",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("offen", /*text*/ "Wie viele Prüfbögen noch offen sind", "7"),
            new("frist", /*text*/ "Ende der Vorprüfung", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("adresse", /*text*/ "Adresse der eigenen Prüfbögen", "https://awards.example/vorpruefung"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Noch offene Prüfbögen: {{offen}}", "Review sheets still open: {{offen}}"),
        Text = new("""
            Guten Tag,

            bei „{{wettbewerb}}“ sind noch Prüfbögen offen, die Ihnen zugeordnet sind: {{offen}}
            Die Vorprüfung endet: {{frist}}

            Hier geht es weiter:
            {{adresse}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            In “{{wettbewerb}}” review sheets that are assigned to you are still open: {{offen}}
            The pre-review ends: {{frist}}

            Go on here:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What it says.</summary>
    public static Dictionary<string, string> Values(Call call, int open, DateTime until, string address, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["offen"] = open.ToString(CultureInfo.InvariantCulture),
        ["frist"] = GermanTime.Deadline(until, language),
        ["adresse"] = address,
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}
