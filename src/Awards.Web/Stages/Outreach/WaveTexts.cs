using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Stages.Calls;

namespace Awards.Web.Stages.Outreach;

/// <summary>Texts of waves: what can be inserted, and what a contact reads.</summary>
public static class WaveTexts
{
    /// <summary>What a wave begins with and may hold. Each wave has a text of its own, so that it is none of the kinds that a call words once.</summary>
    public static MailKind Kind { get; } = new()
    {
        Code = "wave",
        Label = /*text*/ "Aussendung",
        Receiver = /*text*/ "Kontakte einer Liste",
        Mailing = true,
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("name", /*text*/ "Name der Kommune oder Organisation", "Musterstadt"),
            new("stelle", /*text*/ "Amt oder Stelle, leer wenn unbekannt", "Integrationsbeauftragte"),
            new("land", /*text*/ "Land, leer wenn unbekannt", "Hessen"),
            new("frist", /*text*/ "Ende der Bewerbungsfrist, leer ohne Frist", "Sonntag, 31. Mai 2026, 24 Uhr (Berliner Zeit)"),
            new("adresse", /*text*/ "Adresse der öffentlichen Seite", "https://awards.example/wettbewerbe/beispiel"),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("{{wettbewerb}}: Jetzt bewerben", "{{wettbewerb}}: apply now"),
        Text = new("""
            Guten Tag,

            wir laden {{name}} ein, sich am Wettbewerb „{{wettbewerb}}“ zu beteiligen.
            Bewerbungen sind möglich bis {{frist}}.

            Alles Weitere steht hier:
            {{adresse}}

            Mit freundlichen Grüßen
            {{veranstalter}}
            """, """
            Dear Sir or Madam,

            we invite {{name}} to take part in the competition “{{wettbewerb}}”.
            Applications are possible until {{frist}}.

            Everything else is to be found here:
            {{adresse}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>The mail of a wave to a contact, in its language.</summary>
    public static OutboxMessage Write(Wave wave, Contact contact, Call call, PublicAddress address, DateTime now)
    {
        var language = wave.SubjectEn.Length > 0 ? contact.Language : "de";
        var (subject, text) = Fill(wave.Wording(language), contact, call, address, language);
        return OutboxMessage.Write(contact.Mail, subject, text, now, callId: call.Id, objectId: wave.Id, kind: Kind.Code, language: language, mailing: true, filesOf: wave.Id);
    }

    /// <summary>Subject and text as a contact reads them.</summary>
    public static (string Subject, string Text) Fill((string Subject, string Text) wording, Contact contact, Call call, PublicAddress address, string language)
    {
        var values = new Dictionary<string, string>
        {
            ["wettbewerb"] = call.Definition.Title.In(language),
            ["name"] = contact.Name,
            ["stelle"] = contact.Office,
            ["land"] = FederalStates.Name(contact.State),
            ["frist"] = call.Phase(PhaseKind.Application)?.Until is { } until ? GermanTime.Deadline(until, language) : "",
            ["adresse"] = address.Of(CallLinks.Public(call.Slug)),
            ["veranstalter"] = call.Definition.Organiser.In(language),
        };
        return (TemplateText.FillLine(wording.Subject, values), TemplateText.FillText(wording.Text, values));
    }
}
