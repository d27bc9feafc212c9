using static Awards.Web.Tests.Leaks.Readers;

namespace Awards.Web.Tests.Leaks;

/// <summary>
/// Who may see which field, written by hand: never from the product's own predicates. A line names objects and fields of <see cref="LeakWorld"/>,
/// who sees them always, and who from publication on. A canary is "Kanari" + object + field; a figure stands as it is.
/// </summary>
internal static class LeakTable
{
    private static readonly Reader[] Nobody = [];
    private static readonly Reader[] Office = [Lead, Editor, Finance, AsEditor, AsFinance];

    /// <summary>Lead and editor ask back; payments need no contact person of an application.</summary>
    private static readonly Reader[] Contacts = [Lead, Editor, AsEditor];

    private static readonly Reader[] Jury = [Member, Chair, AsMember, AsDeputy, AsChair];

    /// <summary>Everybody who reviews sees the names of all entries, to declare conflicts; the specimen does so too.</summary>
    private static readonly Reader[] Reviewers = [One, Two, Three, AsReviewer];

    private const string Written = "Titel Kurz Lang Projekt Projekttext", Place = "Amt Web", Answered = "Antwort", Contact = "Kontakt Mail Telefon", Further = "Fokus Dritte Einbindung Beteiligte";
    private const string Entries = "Offen Befangen Versiegelt Paar Beraten Praemiert Abgelehnt";

    private sealed record Line(string Objects, string Fields, Reader[] Always, Reader[]? Published = null);

    private static readonly Line[] Lines =
    [
        // Applications. A draft is its municipality's alone; what is submitted, the office reads.
        new("Entwurf", $"Name {Written} {Further} {Place} {Answered} {Contact}", [ClerkOne]),
        new("Eingereicht", $"Name {Written} {Further} {Place} {Answered}", [ClerkTwo, .. Office]),
        new("Eingereicht", Contact, [ClerkTwo, .. Contacts]),
        new("Eingereicht", "Nachforderung", [ClerkTwo, .. Office]),
        new("Eingereicht", "Nachgereicht", [ClerkTwo, .. Contacts]), // answers are settled by lead and editor
        new("Eingereicht", "Pruefnotiz Gewollt", Office),
        new("Eingereicht", "Sammelzeile", Contacts),
        new("Ausgeschlossen", $"Name {Written} {Further} {Place} {Answered} Ausschluss", [ClerkOne, .. Office]),
        new("Ausgeschlossen", Contact, [ClerkOne, .. Contacts]),

        // Entries: their applications belong to the office, their texts also to the pair, the jury and in the end to everybody.
        new("Offen Paar Beraten", "Name", [.. Office, .. Reviewers, .. Jury], All),
        new("Befangen Abgelehnt", "Name", [.. Office, .. Reviewers, .. Jury], All),
        new("Versiegelt", "Name", [ClerkOne, .. Office, .. Reviewers, .. Jury], All),
        new("Praemiert", "Name", [ClerkTwo, .. Office, .. Reviewers, .. Jury], All),
        new("Offen Beraten", "Titel Kurz Lang Projekt", [.. Office, One, Two, .. Jury], All),
        new("Paar", "Titel Kurz Lang Projekt", [.. Office, One, Two, .. Jury], All),
        new("Versiegelt", "Titel Kurz Lang Projekt", [ClerkOne, .. Office, One, Two, .. Jury], All),
        new("Praemiert", "Titel Kurz Lang Projekt", [ClerkTwo, .. Office, One, Two, .. Jury], All),
        new("Abgelehnt", "Titel Kurz Lang Projekt", [.. Office, One, Three, .. Jury], All),
        new("Befangen", "Titel Kurz Lang Projekt", [.. Office, Three, .. Jury], All), // no more for who declared the conflict
        new("Offen Beraten Paar", $"Projekttext {Further}", [.. Office, One, Two, .. Jury]),
        new("Versiegelt", $"Projekttext {Further}", [ClerkOne, .. Office, One, Two, .. Jury]),
        new("Praemiert", $"Projekttext {Further}", [ClerkTwo, .. Office, One, Two, .. Jury]),
        new("Abgelehnt", $"Projekttext {Further}", [.. Office, One, Three, .. Jury]),
        new("Befangen", $"Projekttext {Further}", [.. Office, Three, .. Jury]),
        new("Versiegelt", Place, [ClerkOne, .. Office], All),
        new("Praemiert", Place, [ClerkTwo, .. Office], All),
        new("Offen Befangen Paar Beraten Abgelehnt", Place, Office, All),
        new("Offen Beraten Paar", Answered, [.. Office, One, Two]),
        new("Versiegelt", Answered, [ClerkOne, .. Office, One, Two]),
        new("Praemiert", Answered, [ClerkTwo, .. Office, One, Two]),
        new("Abgelehnt", Answered, [.. Office, One, Three]),
        new("Befangen", Answered, [.. Office, Three]),
        new("Versiegelt", Contact, [ClerkOne, .. Contacts]),
        new("Praemiert", Contact, [ClerkTwo, .. Contacts]),
        new("Offen Befangen Paar Beraten Abgelehnt", Contact, Contacts),
        new(Entries, "Zulassung", Office),

        // Reviews. Under seal the author's alone; then the pair's and the lead's; the jury's once the entry is settled.
        new("OffenEins VersiegeltEins", "Grund Bogen Projektbogen", [One]),
        new("VersiegeltZwei", "Grund Bogen Projektbogen", [Two]),
        new("BefangenZwei PaarErsetzt", "Grund Bogen Projektbogen", Nobody), // taken away from who wrote it
        new("PaarEins PaarZwei", "Grund Bogen Projektbogen", [One, Two, Lead]),
        new("BeratenEins BeratenZwei PraemiertEins PraemiertZwei", "Grund Bogen Projektbogen", [One, Two, Lead, .. Jury]),
        new("AbgelehntEins AbgelehntDrei", "Grund Bogen Projektbogen", [One, Three, Lead, .. Jury]),
        new("VersiegeltEins", "Oeffnung", [One, Lead]), // the partner learns of it with the contents
        new("PaarEins", "Oeffnung", [One, Two, Lead]),
        new("VersiegeltEins PaarEins", "Fassung", [One]), // what was saved before stays the author's alone
        new("", "4.37 2.59", Nobody), // points of VersiegeltEins, PaarErsetzt
        new("", "3.61", [Lead, One, Two]), // both of Paar, and so their mean; for those who sit in the session that speaks about it
        new("", "4.83", [Lead, .. Jury]), // both of Beraten
        new("Paar", "Neuvergabe", [Lead]),

        // The joint session and the jury's decisions. The reasons of prizes are never public.
        new("Beraten Praemiert Abgelehnt", "Beratung", [Lead, .. Jury]),
        new("Praemiert", "Jury", [Lead, .. Jury]),
        new("Sitzung", "Titel Ort", [Lead, One, Two, Three]), // who takes part; of the entry they have a conflict with, they see the number
        new("Vorsitzung", "Titel Ort", [Lead, One]),
        new("Sitzung Vorsitzung", "Notiz", [Lead]),
        new("Beraten", "Zwischenstand", [Lead]), // what a session settled before
        new("Datenstand", "Name", Office, All),

        // Short reports: a draft is its writer's and the lead's; presented and final ones also the editors'. Nobody else's, the partner's neither.
        new("Gutachten", "Entwurf", [One, Lead]),
        new("Gutachten", "Vorgelegt", [Two, Lead, Editor, AsEditor]),
        new("Gutachten", "Grund", [Two, Lead, Editor, AsEditor]),
        new("Gutachten", "Rueckgabe", [One, Lead]),

        // Plans of pairs, and what the lead knows of reviewers and notes on conflicts.
        new("Plan", "Name", [Lead]),
        new("Pruefer", "Abteilung", [One, Lead]),
        new("Befangenheit", "Widerlegt", [Lead]),
        new("Befangenheit", "Zurueckgenommen", [Three, Lead]),

        // Persons. Who reviews, only lead, pair and oneself know; the jury reads reviews without names.
        new("Pruefer", "Eins", [One, Two, Three, Lead]),
        new("Pruefer", "Zwei", [One, Two, Lead]),
        new("Pruefer", "Drei", [One, Three, Lead]),
        new("Einladung", "Mail", [Lead]),
        new("Einladung", "Name", [Lead]),
        new("Registrierung", "Name Mail Hash", Nobody),
        new("Geraet", "Zwei", [ClerkTwo]),
        new("Faktor", "Schluessel Codes", Nobody),
        new("Schluessel", "Xml", Nobody),

        // Mails: of the call the lead's, and the receiver's own; a secret text, and one about an account, is nobody's in the office.
        new("Vorlage", "Betreff Text", [Lead, ClerkOne]),
        new("Mail", "Betreff Text", [Lead, ClerkTwo]),
        new("Mail", "Fehler", [Lead]),
        new("Kontomail", "Betreff", [Stranger, Lead, OtherLead]), // of no call: every lead may look for a lost one
        new("Kontomail", "Text", [Stranger]),

        // Contact lists and mailings are the lead's; who asks, lead and editor answer; what is published, everybody reads.
        new("Liste", "Name Kommune Amt Mail Herkunft", [Lead]),
        new("Welle", "Name Betreff Text Rueck", [Lead]),
        new("Frage", "Name Mail Text", Contacts),
        new("Rueckfrage", "Name Text", [ClerkOne, .. Contacts]),
        new("Haeufig", "Frage Antwort", All),

        // The register belongs to the office of every call.
        new("Kommune", "Typgrund", [OtherLead, .. Office]),

        // Files.
        new("Oeffentlich", "Datei Inhalt Dokument", All),
        new("Intern", "Datei Inhalt Dokument", Office),
        new("Entfernt", "Datei Dokument", [Lead]), // the trail tells what was there
        new("Entfernt", "Inhalt", Nobody),

        // Another call: nothing of it here, and nothing from here there.
        new("Anders", $"Name Titel Kurz Lang Projekt {Place}", [OtherLead], All),
        new("Anders", $"Projekttext {Further} {Contact} Zulassung Mailtext", [OtherLead]),
    ];

    private static readonly Dictionary<string, Line> ByWord = Lines.SelectMany(line => Words(line).Select(word => (word, line))).ToDictionary(each => each.word, each => each.line, StringComparer.OrdinalIgnoreCase);

    /// <summary>All canaries, in lower case; figures with a point.</summary>
    public static IReadOnlyList<string> Canaries { get; } = [.. ByWord.Keys];

    /// <summary>The canaries that somebody may see at a moment.</summary>
    public static HashSet<string> SeenBy(Reader reader, Moment moment) =>
        [.. ByWord.Where(each => each.Value.Always.Contains(reader) || (moment == Moment.Published && each.Value.Published?.Contains(reader) == true)).Select(each => each.Key)];

    private static IEnumerable<string> Words(Line line) =>
        line.Objects.Split(' ').SelectMany(one => line.Fields.Split(' ').Select(field => line.Objects.Length == 0 ? field : LeakWorld.Word(one, field).ToLowerInvariant()));
}
