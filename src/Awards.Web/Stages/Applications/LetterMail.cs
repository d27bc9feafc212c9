using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Mail;

namespace Awards.Web.Stages.Applications;

/// <summary>The mail that confirms a letter of intent.</summary>
public static class LetterMail
{
    public static MailKind Kind { get; } = new()
    {
        Code = "letter-of-intent",
        Label = /*text*/ "Eingang einer Absichtserklärung",
        Receiver = /*text*/ "Kontaktadresse der Absichtserklärung, sobald sie abgegeben ist",
        Placeholders =
        [
            new("ansprechperson", /*text*/ "Name der Ansprechperson", "Ihre Ansprechperson"),
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("eingegangen", /*text*/ "Zeitpunkt des Eingangs", "2. März 2026, 10:00 Uhr"),
            new("frist", /*text*/ "Ende der Bewerbungsphase; leer, wenn es keines gibt", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Absichtserklärung eingegangen: {{wettbewerb}}", "Letter of intent received: {{wettbewerb}}"),
        Text = new("""
            Guten Tag {{ansprechperson}},

            die Absichtserklärung für {{kommune}} bei „{{wettbewerb}}“ ist am {{eingegangen}} eingegangen.
            Sie verpflichtet zu nichts. Eine Bewerbung ist sie noch nicht; dafür ist Zeit bis: {{frist}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Dear {{ansprechperson}},

            The letter of intent for {{kommune}} in “{{wettbewerb}}” arrived on {{eingegangen}}.
            It binds you to nothing. It is not an application yet; for that you have time until: {{frist}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>What a letter puts into the mail.</summary>
    public static Dictionary<string, string> Values(Call call, LetterOfIntent letter, string language) => new()
    {
        ["ansprechperson"] = letter.ContactName,
        ["wettbewerb"] = call.Definition.Title.In(language),
        ["kommune"] = letter.ApplicantName,
        ["eingegangen"] = GermanTime.DateAndTime(letter.SubmittedAt, language),
        ["frist"] = call.Phase(PhaseKind.Application)?.Until is { } deadline ? GermanTime.Deadline(deadline, language) : "",
        ["veranstalter"] = call.Definition.Organiser.In(language),
    };
}
