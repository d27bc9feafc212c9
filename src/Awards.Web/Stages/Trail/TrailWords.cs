using Awards.Web.Data;

namespace Awards.Web.Stages.Trail;

/// <summary>German words of the trail, the keys of their translation. What has none is shown by its technical name.</summary>
public static class TrailWords
{
    /// <summary>Longest value shown on the page, in characters; the file has all of it.</summary>
    private const int MaxShown = 300;

    /// <summary>What can happen.</summary>
    public static IReadOnlyDictionary<AuditAction, string> Actions { get; } = new Dictionary<AuditAction, string>
    {
        [AuditAction.SeedLoaded] = /*text*/ "Daten geladen",
        [AuditAction.EntriesImported] = /*text*/ "Beiträge übernommen",
        [AuditAction.SignedIn] = /*text*/ "angemeldet",
        [AuditAction.SignInFailed] = /*text*/ "Anmeldung fehlgeschlagen",
        [AuditAction.SignedOut] = /*text*/ "abgemeldet",
        [AuditAction.AccountChanged] = /*text*/ "Konto geändert",
        [AuditAction.ApplicationStarted] = /*text*/ "Bewerbung begonnen",
        [AuditAction.ApplicationSaved] = /*text*/ "Bewerbung gespeichert",
        [AuditAction.ApplicationSubmitted] = /*text*/ "Bewerbung eingereicht",
        [AuditAction.ApplicationReopened] = /*text*/ "Bewerbung wieder geöffnet",
        [AuditAction.ReceiptDownloaded] = /*text*/ "Eingangsbestätigung heruntergeladen",
        [AuditAction.ApplicationAdmitted] = /*text*/ "Bewerbung zugelassen",
        [AuditAction.ApplicationExcluded] = /*text*/ "Bewerbung ausgeschlossen",
        [AuditAction.ConflictDeclared] = /*text*/ "Befangenheit erklärt",
        [AuditAction.PairsAssigned] = /*text*/ "Paare zugeordnet",
        [AuditAction.ReviewerReplaced] = /*text*/ "Prüfende ersetzt",
        [AuditAction.ReviewSaved] = /*text*/ "Prüfbogen gespeichert",
        [AuditAction.ReviewHandedIn] = /*text*/ "Prüfbogen abgegeben",
        [AuditAction.ConsensusSettled] = /*text*/ "gemeinsam beraten",
        [AuditAction.AwardRecorded] = /*text*/ "Preis festgehalten",
        [AuditAction.AwardWithdrawn] = /*text*/ "Preis zurückgenommen",
        [AuditAction.SnapshotTaken] = /*text*/ "Datenstand festgehalten",
        [AuditAction.MailSent] = /*text*/ "E-Mail versandt",
        [AuditAction.TableDownloaded] = /*text*/ "Tabelle heruntergeladen",
        [AuditAction.TablesExported] = /*text*/ "Tabellen ausgegeben",
        [AuditAction.EntriesExported] = /*text*/ "Beiträge ausgegeben",
        [AuditAction.TrailDownloaded] = /*text*/ "Protokoll heruntergeladen",
        [AuditAction.ValuesErased] = /*text*/ "Werte gelöscht",
        [AuditAction.BackupMade] = /*text*/ "Datensicherung angelegt",
        [AuditAction.SessionsEnded] = /*text*/ "Sitzungen beendet",
        [AuditAction.PersonInvited] = /*text*/ "Person eingeladen",
        [AuditAction.InvitationWithdrawn] = /*text*/ "Einladung zurückgezogen",
        [AuditAction.InvitationAccepted] = /*text*/ "Einladung angenommen",
        [AuditAction.MunicipalityRegistered] = /*text*/ "als Kommune registriert",
        [AuditAction.RoleRevoked] = /*text*/ "Rolle entzogen",
        [AuditAction.PasswordChanged] = /*text*/ "Passwort geändert",
        [AuditAction.SecondFactorSet] = /*text*/ "zweiter Faktor eingerichtet",
        [AuditAction.SecondFactorRemoved] = /*text*/ "zweiter Faktor entfernt",
        [AuditAction.RecoveryCodesMade] = /*text*/ "Wiederherstellungscodes erzeugt",
        [AuditAction.PasskeyAdded] = /*text*/ "Passkey eingerichtet",
        [AuditAction.PasskeyRemoved] = /*text*/ "Passkey entfernt",
        [AuditAction.SignInLinkSent] = /*text*/ "Anmeldelink gesendet",
        [AuditAction.IdentityProved] = /*text*/ "Identität erneut bestätigt",
        [AuditAction.SpecimenViewed] = /*text*/ "Ansicht als andere Rolle begonnen",
        [AuditAction.SingleSignOnLinked] = /*text*/ "Single Sign-on verknüpft",
        [AuditAction.SingleSignOnUnlinked] = /*text*/ "Single Sign-on gelöst",
        [AuditAction.KeyMade] = /*text*/ "Schlüssel der Installation erzeugt",
        [AuditAction.KeysImported] = /*text*/ "Schlüssel der Installation übernommen",
        [AuditAction.FileRefused] = /*text*/ "Datei abgelehnt",
        [AuditAction.FileDownloaded] = /*text*/ "Datei heruntergeladen",
        [AuditAction.FilesPurged] = /*text*/ "Dateien ohne Verweis gelöscht",
        [AuditAction.CallDownloadAdded] = /*text*/ "Download hinzugefügt",
        [AuditAction.CallDownloadRemoved] = /*text*/ "Download entfernt",
        [AuditAction.MailTemplateSaved] = /*text*/ "Mailtext geändert",
        [AuditAction.MailTemplateReset] = /*text*/ "Mailtext zurückgesetzt",
        [AuditAction.MailSentAgain] = /*text*/ "E-Mail erneut gesendet",
        [AuditAction.MailSettledByHand] = /*text*/ "E-Mail von Hand erledigt",
        [AuditAction.MailingsUnsubscribed] = /*text*/ "Rundmails abbestellt",
        [AuditAction.BackupRestored] = /*text*/ "Datensicherung eingespielt",
    };

    /// <summary>What it can happen to.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["Municipality"] = /*text*/ "Kommune",
        ["Call"] = /*text*/ "Wettbewerb",
        ["RoleAssignment"] = /*text*/ "Rolle",
        ["Affiliation"] = /*text*/ "Zugehörigkeit zu einer Kommune",
        ["Application"] = /*text*/ "Bewerbung",
        ["SingleProject"] = /*text*/ "Einzelprojekt einer Bewerbung",
        ["ApplicationMember"] = /*text*/ "Mitarbeit an einer Bewerbung",
        ["IntakeDecision"] = /*text*/ "Entscheidung über die Zulassung",
        ["Entry"] = /*text*/ "Beitrag",
        ["EntryProject"] = /*text*/ "Einzelprojekt eines Beitrags",
        ["ConflictOfInterest"] = /*text*/ "Befangenheit",
        ["Review"] = /*text*/ "Prüfbogen",
        ["ReviewSheet"] = /*text*/ "Bewertung im Prüfbogen",
        ["ConsensusResult"] = /*text*/ "Ergebnis der gemeinsamen Sitzung",
        ["Award"] = /*text*/ "Preis",
        ["Snapshot"] = /*text*/ "Datenstand",
        ["Person"] = /*text*/ "Konto",
        ["IdentityUserClaim`1"] = /*text*/ "Merkmal eines Kontos",
        ["IdentityUserLogin`1"] = /*text*/ "Anmeldung über einen anderen Dienst",
        ["IdentityUserToken`1"] = /*text*/ "Schlüssel eines Kontos",
        ["IdentityUserPasskey`1"] = /*text*/ "Passkey eines Kontos",
        ["IdentityPasskeyData"] = /*text*/ "Angaben zu einem Passkey",
        ["Invitation"] = /*text*/ "Einladung",
        ["MailLink"] = /*text*/ "Link zum Anmelden",
        ["StoredFile"] = /*text*/ "Datei",
        ["CallDownload"] = /*text*/ "Download des Wettbewerbs",
        ["MailTemplate"] = /*text*/ "Mailtext",
        ["MailSuppression"] = /*text*/ "Abbestellung von Rundmails",
        ["DataProtectionKey"] = /*text*/ "Schlüssel der Installation (Eintrag)",
        ["OutboxMessage"] = /*text*/ "E-Mail",
        ["Installation"] = /*text*/ "Installation",
    };

    /// <summary>What can be changed.</summary>
    private static IReadOnlyDictionary<string, string> Properties { get; } = new Dictionary<string, string>
    {
        ["Id"] = /*text*/ "Kennung",
        ["CallId"] = /*text*/ "Wettbewerb",
        ["ApplicationId"] = /*text*/ "Bewerbung",
        ["EntryId"] = /*text*/ "Beitrag",
        ["ProjectId"] = /*text*/ "Einzelprojekt",
        ["PersonId"] = /*text*/ "Person",
        ["ReviewerId"] = /*text*/ "Vorprüfer/in",
        ["ReviewId"] = /*text*/ "Prüfbogen",
        ["MunicipalityId"] = /*text*/ "Kommune",
        ["ApplicantName"] = /*text*/ "Bewerber",
        ["ApplicantSort"] = /*text*/ "Bewerber (Sortierung)",
        ["TitleSort"] = /*text*/ "Titel (Sortierung)",
        ["State"] = /*text*/ "Land oder Stand",
        ["Status"] = /*text*/ "Zustand",
        ["Type"] = /*text*/ "Kommunentyp",
        ["StatedType"] = /*text*/ "Kommunentyp laut Bewerbung",
        ["TypeSource"] = /*text*/ "Herkunft des Kommunentyps",
        ["IsJoint"] = /*text*/ "Gemeinschaftsbeitrag",
        ["IsGenerated"] = /*text*/ "erzeugte Angaben",
        ["Channel"] = /*text*/ "Eingangsweg",
        ["Answers"] = /*text*/ "Antworten",
        ["CreatedAt"] = /*text*/ "angelegt am",
        ["SubmittedAt"] = /*text*/ "Zeitpunkt der Einreichung",
        ["AdmittedAt"] = /*text*/ "zugelassen am",
        ["HandedInAt"] = /*text*/ "abgegeben am",
        ["SettledAt"] = /*text*/ "beraten am",
        ["SettledBy"] = /*text*/ "beraten durch",
        ["RecordedAt"] = /*text*/ "festgehalten am",
        ["RecordedBy"] = /*text*/ "festgehalten durch",
        ["DecidedAt"] = /*text*/ "entschieden am",
        ["DecidedBy"] = /*text*/ "entschieden durch",
        ["TakenAt"] = /*text*/ "festgehalten am",
        ["ContentHash"] = /*text*/ "Prüfsumme des Inhalts (SHA-256)",
        ["ArrivalNumber"] = /*text*/ "Eingangsnummer",
        ["Number"] = /*text*/ "Nummer",
        ["Version"] = /*text*/ "Fassung",
        ["GroupCode"] = /*text*/ "Prämierungsgruppe",
        ["Title"] = /*text*/ "Titel",
        ["Texts.Title"] = /*text*/ "Titel",
        ["Summary"] = /*text*/ "Kurzfassung",
        ["Texts.Summary"] = /*text*/ "Kurzfassung",
        ["Description"] = /*text*/ "Beschreibung",
        ["Texts.Description"] = /*text*/ "Beschreibung",
        ["Department"] = /*text*/ "Dienststelle",
        ["Texts.Department"] = /*text*/ "Dienststelle",
        ["Website"] = /*text*/ "Internetseite",
        ["Texts.Website"] = /*text*/ "Internetseite",
        ["Texts.ContactName"] = /*text*/ "Ansprechperson",
        ["Texts.ContactMail"] = /*text*/ "E-Mail-Adresse",
        ["Position"] = /*text*/ "Platz",
        ["Result"] = /*text*/ "Ergebnis",
        ["Outcome"] = /*text*/ "Ergebnis",
        ["Reason"] = /*text*/ "Begründung",
        ["Reasons"] = /*text*/ "Begründung",
        ["Vote"] = /*text*/ "Votum",
        ["Score"] = /*text*/ "Punktzahl",
        ["Ratings"] = /*text*/ "Bewertungen",
        ["Comment"] = /*text*/ "Anmerkung",
        ["Cents"] = /*text*/ "Betrag in Cent",
        ["Right"] = /*text*/ "Recht",
        ["Role"] = /*text*/ "Rolle",
        ["Kind"] = /*text*/ "Art",
        ["rows"] = /*text*/ "Zeilen",
    };

    /// <summary>In which role.</summary>
    private static IReadOnlyDictionary<string, string> Roles { get; } = new Dictionary<string, string>
    {
        ["Lead"] = /*text*/ "Leitung",
        ["Editor"] = /*text*/ "Redaktion",
        ["Finance"] = /*text*/ "Finanzen",
        ["Reviewer"] = /*text*/ "Vorprüfung",
        ["JuryMember"] = /*text*/ "Jurymitglied",
        ["JuryDeputy"] = /*text*/ "stellvertretendes Jurymitglied",
        ["JuryChair"] = /*text*/ "Vorsitz der Jury",
        ["Municipality"] = /*text*/ "Kommune",
        ["Account"] = /*text*/ "eigenes Konto",
        ["Specimen"] = /*text*/ "Ansicht als Muster",
        ["Public"] = /*text*/ "öffentlich",
    };

    public static string Of(AuditAction action) => Actions.GetValueOrDefault(action, action.ToString());

    public static string Type(string objectType) => Types.GetValueOrDefault(objectType, objectType);

    public static string Property(string name) => Properties.GetValueOrDefault(name, name);

    public static string Role(string actingAs) => Roles.GetValueOrDefault(actingAs, actingAs);

    /// <summary>The beginning of a value; a dash where there is none.</summary>
    public static string Excerpt(string? value) => value is null or "" ? "–" : value.Length > MaxShown ? value[..MaxShown] + "…" : value;
}
