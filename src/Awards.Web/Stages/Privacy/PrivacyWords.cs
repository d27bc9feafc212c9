using Awards.Domain.Calls;

namespace Awards.Web.Stages.Privacy;

/// <summary>German words for what is kept for a time, the keys of their translation.</summary>
public static class PrivacyWords
{
    private static readonly Dictionary<string, string> Rules = new()
    {
        [nameof(RetentionSubject.Drafts)] = /*text*/ "Entwürfe, die nie eingereicht wurden (gelöscht)",
        [nameof(RetentionSubject.NotAdmitted)] = /*text*/ "Texte und Antworten nicht zugelassener Bewerbungen (geleert)",
        [nameof(RetentionSubject.Contacts)] = /*text*/ "Kontaktdaten der Bewerbungen (gelöscht)",
        [nameof(RetentionSubject.Mails)] = /*text*/ "Empfänger und Texte der E-Mails (gelöscht)",
        [nameof(RetentionSubject.ReviewAuthors)] = /*text*/ "Namen an den Prüfbögen (durch Nummern ersetzt)",
        [nameof(RetentionSubject.Outreach)] = /*text*/ "Kontakte der Aussendungen (gelöscht), Anfragen (geleert)",
    };

    public static string Of(RetentionSubject what) => Rules[what.ToString()];

    public static string Of(string rule) => Rules.GetValueOrDefault(rule, rule);

    /// <summary>The phase from whose end, or beginning where it has none, days are counted.</summary>
    public static string After(PhaseKind phase) => phase switch
    {
        PhaseKind.LetterOfIntent => /*text*/ "nach der Frist für Absichtserklärungen",
        PhaseKind.Application => /*text*/ "nach der Bewerbungsfrist",
        PhaseKind.Intake => /*text*/ "nach der Zulassung",
        PhaseKind.PreReview => /*text*/ "nach der Vorprüfung",
        PhaseKind.Jury => /*text*/ "nach den Sitzungen der Jury",
        _ => /*text*/ "nach der Veröffentlichung",
    };
}
