using Awards.Testing;

namespace Awards.Web.Tests.Structure;

/// <summary>Who may open which page, written by hand. Whether they then see a certain object is the business of each page's own tests.</summary>
internal static class RightsTable
{
    public const string Anonymous = "anonymous";

    public static readonly string[] Everybody =
    [
        Anonymous, Cast.Stranger, Cast.ClerkOne, Cast.ClerkTwo, Cast.Lead, Cast.OtherLead, Cast.Editor, Cast.Finance,
        Cast.Reviewer(1), Cast.JuryMember, Cast.JuryChair,
    ];

    private static readonly string[] SignedIn = Everybody[1..];
    private static readonly string[] Clerks = [Cast.ClerkOne, Cast.ClerkTwo];
    private static readonly string[] Office = [Cast.Lead, Cast.Editor, Cast.Finance];
    private static readonly string[] OfficeOfAnyCall = [.. Office, Cast.OtherLead];
    private static readonly string[] Lead = [Cast.Lead];
    private static readonly string[] LeadAndEditor = [Cast.Lead, Cast.Editor];
    private static readonly string[] LeadOfAnyCall = [Cast.Lead, Cast.OtherLead];
    private static readonly string[] Answering = [Cast.Lead, Cast.Editor];
    private static readonly string[] Reviewers = [Cast.Reviewer(1)];
    private static readonly string[] Jury = [Cast.JuryMember, Cast.JuryChair];
    private static readonly string[] Chair = [Cast.JuryChair];

    public static readonly Dictionary<string, string[]> Pages = new()
    {
        ["/"] = Everybody,
        ["/anmelden"] = Everybody,
        ["/datenschutz"] = Everybody,
        ["/impressum"] = Everybody,
        ["/barrierefreiheit"] = Everybody,
        ["/fehler"] = Everybody,
        ["/sprache"] = Everybody,
        ["/wettbewerbe/{call}"] = Everybody,
        ["/wettbewerbe/{call}/beitraege"] = Everybody,
        ["/wettbewerbe/{call}/beitraege/{number:int}"] = Everybody,
        ["/wettbewerbe/{call}/preise"] = Everybody,
        ["/wettbewerbe/{call}/tabellen"] = Everybody,
        ["/wettbewerbe/{call}/tabellen/{no:int}.{format}"] = Everybody,
        ["/anmelden/code"] = Everybody,
        ["/anmelden/link"] = Everybody,
        ["/anmelden/link/{token}"] = Everybody,
        ["/anmelden/sso"] = Everybody,
        ["/konto/sso"] = SignedIn,
        ["/registrieren"] = Everybody,
        ["/einladung/{token}"] = Everybody,
        ["/abmelden"] = SignedIn,
        ["/konto"] = SignedIn,
        ["/konto/passwort"] = SignedIn,
        ["/konto/zweiter-faktor"] = SignedIn,
        ["/konto/passkeys"] = SignedIn,
        ["/konto/sitzungen"] = SignedIn,
        ["/konto/daten"] = SignedIn,
        ["/konto/daten.zip"] = SignedIn,
        ["/konto/adresse"] = SignedIn,
        ["/adresse/{token}"] = Everybody,
        ["/konto/bestaetigen"] = SignedIn,
        ["/ansicht/ende"] = Everybody,
        ["/institut/{call}/personen"] = Lead,
        ["/institut/{call}/rechte"] = Office,
        ["/institut/{call}/ansicht"] = Lead,
        ["/kommune"] = Clerks,
        ["/kommune/{call}/beginnen"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/formular"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/kontakt"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/beitrag"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/beteiligte"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/beschreibung"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/beschreibung.pdf"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/einzelprojekte"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/anlagen"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/mitarbeit"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/verlauf"] = Clerks,
        ["/kommune/{call}/absichtserklaerung"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/fragebogen/{section}"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/pruefen"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/einwilligungen"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/nachforderungen"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/eingang"] = Clerks,
        ["/kommune/bewerbungen/{id:guid}/eingang.pdf"] = Clerks,
        ["/institut"] = OfficeOfAnyCall,
        ["/institut/kommunen"] = OfficeOfAnyCall,
        ["/institut/kommunen/{id:guid}"] = OfficeOfAnyCall,
        ["/institut/kommunen/neu"] = LeadOfAnyCall,
        ["/institut/kommunen/einlesen"] = LeadOfAnyCall,
        ["/institut/kommunen/einlesen/{id:guid}"] = LeadOfAnyCall,
        ["/kommunen/suche"] = Everybody,
        ["/institut/{call}"] = Office,
        ["/institut/{call}/downloads"] = Office,
        ["/institut/{call}/bewerbungen"] = Office,
        ["/institut/{call}/eingaenge"] = [Cast.Lead, Cast.Editor],
        ["/institut/{call}/eingaenge/{id:guid}"] = [Cast.Lead, Cast.Editor],
        ["/wettbewerbe/{call}/formular.xlsx"] = Everybody,
        ["/wettbewerbe/{call}/formular.pdf"] = Everybody,
        ["/institut/{call}/bewerbungen/{id:guid}"] = Office,
        ["/institut/{call}/bewerbungen/{id:guid}/kontakt"] = Lead,
        ["/institut/{call}/bewerbungen/{id:guid}/wer"] = Lead,
        ["/institut/{call}/ansprache"] = Lead,
        ["/institut/{call}/ansprache/listen/neu"] = Lead,
        ["/institut/{call}/ansprache/listen/{id:guid}"] = Lead,
        ["/institut/{call}/ansprache/listen/{id:guid}/kontakte.xlsx"] = Lead,
        ["/institut/{call}/ansprache/listen/{id:guid}/einlesen"] = Lead,
        ["/institut/{call}/ansprache/listen/{id:guid}/vorschau"] = Lead,
        ["/institut/{call}/ansprache/kontakte/{id:guid}"] = Lead,
        ["/institut/{call}/ansprache/aussendungen/neu"] = Lead,
        ["/institut/{call}/ansprache/aussendungen/{id:guid}"] = Lead,
        ["/institut/{call}/ansprache/aussendungen/{id:guid}/stand"] = Lead,
        ["/institut/{call}/ansprache/unzustellbar"] = Lead,
        ["/institut/{call}/ansprache/wirkung"] = Lead,
        ["/institut/{call}/ansprache/wirkung.{format}"] = Lead,
        ["/institut/{call}/anfragen"] = Answering,
        ["/institut/{call}/anfragen/neu"] = Answering,
        ["/institut/{call}/anfragen/{id:guid}"] = Answering,
        ["/institut/{call}/haeufige-fragen"] = Answering,
        ["/institut/{call}/haeufige-fragen/{id:guid}"] = Answering,
        ["/wettbewerbe/{call}/anfrage"] = Everybody,
        ["/kommune/bewerbungen/{id:guid}/anfragen"] = Clerks,
        ["/institut/{call}/bewerbungen/{id:guid}/pruefung"] = LeadAndEditor,
        ["/institut/{call}/bewerbungen/{id:guid}/nachforderungen"] = LeadAndEditor,
        ["/institut/{call}/bewerbungen/{id:guid}/schreiben.pdf"] = Lead,
        ["/institut/{call}/bewerbungen.{format}"] = Office,
        ["/institut/{call}/antworten.csv"] = Office,
        ["/institut/{call}/sammelaktion"] = LeadAndEditor,
        ["/institut/{call}/sammelaktion/{id:guid}"] = LeadAndEditor,
        ["/institut/{call}/zahlen"] = Office,
        ["/institut/{call}/zahlen/{kind}.svg"] = Office,
        ["/institut/{call}/datenschutz"] = Lead,
        ["/institut/neu"] = [Cast.Lead, Cast.OtherLead],
        ["/institut/{call}/einrichten"] = Lead,
        ["/institut/{call}/einrichten/texte"] = Lead,
        ["/institut/{call}/einrichten/kalender"] = Lead,
        ["/institut/{call}/einrichten/kalender/nachfrist"] = Lead,
        ["/institut/{call}/einrichten/gruppen"] = Lead,
        ["/institut/{call}/einrichten/kriterien"] = Lead,
        ["/institut/{call}/einrichten/preise"] = Lead,
        ["/institut/{call}/einrichten/umfang"] = Lead,
        ["/institut/{call}/einrichten/formale-pruefung"] = Lead,
        ["/institut/{call}/einrichten/tabellen"] = Lead,
        ["/institut/{call}/einrichten/datenschutz"] = Lead,
        ["/institut/{call}/einrichten/fragebogen"] = Lead,
        ["/institut/{call}/einrichten/fragebogen/abschnitt/{section}"] = Lead,
        ["/institut/{call}/einrichten/fragebogen/abschnitt/{section}/neue-frage"] = Lead,
        ["/institut/{call}/einrichten/fragebogen/frage/{question}"] = Lead,
        ["/institut/{call}/einrichten/fragebogen/vorschau/{section}"] = Lead,
        ["/institut/{call}/einrichten/fragebogen.xlsx"] = Lead,
        ["/institut/{call}/wettbewerb.json"] = Lead,
        ["/institut/{call}/vorpruefung"] = Lead,
        ["/institut/{call}/beitraege"] = Lead,
        ["/institut/{call}/beitraege/{number:int}"] = Lead,
        ["/institut/{call}/vorschlaege"] = Lead,
        ["/institut/{call}/preise"] = Office,
        ["/institut/{call}/protokoll"] = Lead,
        ["/institut/{call}/protokoll.csv"] = Lead,
        ["/institut/{call}/tabellen"] = Office,
        ["/institut/{call}/tabellen/{no:int}.{format}"] = Office,
        ["/institut/{call}/tabellen/festhalten"] = Lead,
        ["/institut/{call}/mails"] = Lead,
        ["/institut/{call}/mails/{id:guid}"] = Lead,
        ["/institut/{call}/kontomails"] = Lead,
        ["/institut/{call}/mailtexte"] = Lead,
        ["/institut/{call}/mailtexte/{kind}/{language}"] = Lead,
        ["/abbestellen/{token}"] = Everybody,
        ["/vorpruefung"] = Reviewers,
        ["/vorpruefung/{call}/befangenheit"] = Reviewers,
        ["/vorpruefung/{call}/boegen/{id:guid}"] = Reviewers,
        ["/jury"] = Jury,
        ["/jury/{call}"] = Jury,
        ["/jury/{call}/beitraege/{number:int}"] = Jury,
        ["/jury/{call}/beitraege/{number:int}/preis"] = Chair,
    };

    /// <summary>An address of a page; its objects do not exist.</summary>
    public static string Sample(string page) => page.Replace("{call}", World.Slug, StringComparison.Ordinal)
        .Replace("{id:guid}", "0190a0a0-0000-7000-8000-000000000001", StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{no:int}", "1", StringComparison.Ordinal)
        .Replace("{kind}", "receipt", StringComparison.Ordinal).Replace("{language}", "de", StringComparison.Ordinal).Replace("{token}", "x", StringComparison.Ordinal)
        .Replace("{format}", "csv", StringComparison.Ordinal).Replace("{section}", "concept", StringComparison.Ordinal).Replace("{question}", "duration", StringComparison.Ordinal);
}
