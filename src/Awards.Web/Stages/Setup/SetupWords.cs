using Awards.Domain.Calls;

namespace Awards.Web.Stages.Setup;

/// <summary>German words of the set-up, the keys of their translation.</summary>
public static class SetupWords
{
    public static string German(this CallPart part) => part switch
    {
        CallPart.Texts => /*text*/ "Titel und Texte",
        CallPart.Calendar => /*text*/ "Kalender und Fristen",
        CallPart.Groups => /*text*/ "Prämierungsgruppen",
        CallPart.Criteria => /*text*/ "Kriterien und Prüfbögen",
        CallPart.Pairs => /*text*/ "Vorprüfung: Regeln der Paare",
        CallPart.Prizes => /*text*/ "Budget und Preise",
        CallPart.Scope => /*text*/ "Wer teilnimmt und wie viel",
        CallPart.FormalChecks => /*text*/ "Formale Prüfung",
        CallPart.Questionnaire => /*text*/ "Fragebogen",
        CallPart.Tables => /*text*/ "Tabellen der Dokumentation",
        CallPart.Privacy => /*text*/ "Einwilligungen und Aufbewahrung",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    public static string German(this ApplicantKind kind) => kind switch
    {
        ApplicantKind.IndependentCity => /*text*/ "kreisfreie Städte",
        ApplicantKind.DistrictMunicipality => /*text*/ "kreisangehörige Städte und Gemeinden",
        ApplicantKind.District => /*text*/ "Landkreise",
        ApplicantKind.Association => /*text*/ "Gemeindeverbände (Samtgemeinden, Verbandsgemeinden, Ämter)",
        ApplicantKind.Borough => /*text*/ "Bezirke der Stadtstaaten",
        ApplicantKind.JointGroup => /*text*/ "mehrere Kommunen gemeinsam",
        ApplicantKind.Organisation => /*text*/ "Organisationen, die keine Kommune sind",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string German(this RetentionSubject what) => what switch
    {
        RetentionSubject.Drafts => /*text*/ "Entwürfe, die nie eingereicht wurden",
        RetentionSubject.NotAdmitted => /*text*/ "Bewerbungen, die nicht zugelassen wurden",
        RetentionSubject.Contacts => /*text*/ "Namen und Mailadressen der Ansprechpersonen",
        RetentionSubject.Mails => /*text*/ "Empfänger, Betreff und Text von E-Mails",
        RetentionSubject.Outreach => /*text*/ "Kontakte der Aussendungen und Anfragen an die Geschäftsstelle",
        RetentionSubject.ReviewAuthors => /*text*/ "wer welchen Prüfbogen geschrieben hat",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
