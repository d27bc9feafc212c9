using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages;

/// <summary>All named rights: those of the personas' folders first, then stage by stage.</summary>
public static class StageRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(Policies.Office, /*text*/ "Geschäftsstelle: Stand, Bewerbungen, Preise und Tabellen sehen", CallRole.Lead, CallRole.Editor, CallRole.Finance),
        new(Policies.Review, /*text*/ "Vorprüfung: eigene Prüfbögen ausfüllen", CallRole.Reviewer),
        new(Policies.Jury, /*text*/ "Jury: Unterlagen und Ergebnis sehen", CallRole.JuryMember, CallRole.JuryDeputy, CallRole.JuryChair),
        .. Setup.SetupRights.All, .. Municipalities.MunicipalityRights.All, .. Applications.ApplicationRights.All, .. Intake.IntakeRights.All, .. PreReview.PreReviewRights.All, .. Reports.ReportRights.All, .. Jury.JuryRights.All, .. Statistics.StatisticsRights.All, .. Mails.MailRights.All, .. Trail.TrailRights.All, .. Accounts.AccountRights.All, .. Privacy.PrivacyRights.All, .. Outreach.OutreachRights.All, .. Enquiries.EnquiryRights.All,
    ];
}
