using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Mail;

namespace Awards.Web.Stages.Applications;

/// <summary>The mail that reminds of an open draft.</summary>
public static class ReminderMail
{
    public static MailKind Kind { get; } = new()
    {
        Code = "reminder",
        Label = /*text*/ "Erinnerung an einen Entwurf",
        Receiver = /*text*/ "Wer an einem Entwurf arbeitet, an den gewählten Tagen vor der Frist",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("titel", /*text*/ "Titel des Beitrags", "Unser Beitrag"),
            new("frist", /*text*/ "Ende der Bewerbungsphase; leer, wenn es keines gibt", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("fehlt", /*text*/ "Wie viele Angaben noch fehlen", "3"),
            new("adresse", /*text*/ "Adresse der Bewerbung", "https://awards.example/kommune/bewerbungen/…"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Noch nicht eingereicht: {{titel}}", "Not yet submitted: {{titel}}"),
        Text = new("""
            Guten Tag,

            die Bewerbung „{{titel}}“ für {{kommune}} bei „{{wettbewerb}}“ ist noch nicht eingereicht.
            Sie können sie einreichen bis: {{frist}}
            Angaben, die noch fehlen: {{fehlt}}

            Hier geht es weiter:
            {{adresse}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            The application “{{titel}}” for {{kommune}} in “{{wettbewerb}}” has not been submitted yet.
            You can submit it until: {{frist}}
            Details still missing: {{fehlt}}

            Go on here:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What a draft puts into the mail.</summary>
    public static Dictionary<string, string> Values(Call call, Application application, string address, string language) => new()
    {
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["kommune"] = application.ApplicantName,
        ["titel"] = application.Texts.Title.Length > 0 ? application.Texts.Title : language == "en" ? "still without a title" : "noch ohne Titel",
        ["frist"] = call.Phase(PhaseKind.Application)?.Until is { } deadline ? GermanTime.Deadline(deadline, language) : "",
        ["fehlt"] = ApplicationRules.Missing(application, call.Definition).Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["adresse"] = address,
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}
