using Awards.Domain.Calls;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Stages.PreReview;

namespace Awards.Web.Stages.Reports;

/// <summary>Mails to who writes short reports.</summary>
public static class ReportMails
{
    private static readonly MailPlaceholder Title = new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb");
    private static readonly MailPlaceholder Address = new("adresse", /*text*/ "Adresse der Seite „Meine Prüfbögen“", "https://awards.example/vorpruefung");
    private static readonly MailPlaceholder Organiser = new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut");

    public static MailKind Assigned { get; } = new()
    {
        Code = "report-assigned",
        Label = /*text*/ "Kurzgutachten vergeben",
        Receiver = /*text*/ "wer Kurzgutachten schreiben soll",
        Placeholders = [Title, new("beitraege", /*text*/ "Beiträge, einer je Zeile", "BSP-2026-001 Musterstadt"), Address, Organiser],
        Subject = new("Kurzgutachten zu schreiben: {{wettbewerb}}", "Short reports to write: {{wettbewerb}}"),
        Text = new("""
            Guten Tag,

            bitte schreiben Sie für „{{wettbewerb}}“ die Kurzgutachten zu diesen Vorschlägen:

            {{beitraege}}

            Sie finden sie auf Ihrer Seite „Meine Prüfbögen“:
            {{adresse}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            please write the short reports on these proposals for “{{wettbewerb}}”:

            {{beitraege}}

            You find them on your page “My review sheets”:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    public static MailKind Returned { get; } = new()
    {
        Code = "report-returned",
        Label = /*text*/ "Kurzgutachten zurückgegeben",
        Receiver = /*text*/ "wer das Kurzgutachten geschrieben hat",
        Placeholders = [Title, new("beitraege", /*text*/ "Nummer und Kommune des Beitrags", "BSP-2026-001 Musterstadt"), new("begruendung", /*text*/ "Warum es zurückgeht", "Bitte kürzen Sie die Begründung."), Address, Organiser],
        Subject = new("Kurzgutachten zurück an Sie: {{beitraege}}", "Short report back to you: {{beitraege}}"),
        Text = new("""
            Guten Tag,

            Ihr Kurzgutachten zu {{beitraege}} („{{wettbewerb}}“) kommt zur Überarbeitung zurück:

            {{begruendung}}

            Sie finden es auf Ihrer Seite „Meine Prüfbögen“:
            {{adresse}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            your short report on {{beitraege}} (“{{wettbewerb}}”) comes back to be revised:

            {{begruendung}}

            You find it on your page “My review sheets”:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>Values of either kind.</summary>
    public static Dictionary<string, string> Values(Call call, string entries, PublicAddress address, string language, string reason = "") => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["beitraege"] = entries,
        ["begruendung"] = reason,
        ["adresse"] = address.Of(PreReviewLinks.Start),
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}
