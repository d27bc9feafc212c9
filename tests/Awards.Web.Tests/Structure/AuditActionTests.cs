using System.Text.RegularExpressions;
using Awards.Web.Data;
using Awards.Web.Platform;

namespace Awards.Web.Tests.Structure;

/// <summary>Which part of the program writes which action, by hand. An action that nobody writes, or that another part writes, fails.</summary>
public sealed partial class AuditActionTests
{
    private static readonly Dictionary<AuditAction, string[]> Writers = new()
    {
        [AuditAction.SeedLoaded] = ["Data/Seeding"],
        [AuditAction.EntriesImported] = ["Data/Entries"],
        [AuditAction.SignedIn] = ["Platform/Security"],
        [AuditAction.SignInFailed] = ["Platform/Security", "Stages/Accounts"],
        [AuditAction.SignedOut] = ["Platform/Security"],
        [AuditAction.AccountChanged] = ["Data", "Platform/Security", "Stages/Accounts"],
        [AuditAction.SessionsEnded] = ["Stages/Accounts"],
        [AuditAction.PersonInvited] = ["CommandLine", "Stages/Accounts", "Stages/Applications"],
        [AuditAction.InvitationWithdrawn] = ["Stages/Accounts", "Stages/Applications"],
        [AuditAction.InvitationAccepted] = ["Stages/Accounts"],
        [AuditAction.MunicipalityRegistered] = ["Stages/Accounts"],
        [AuditAction.RoleRevoked] = ["Stages/Accounts"],
        [AuditAction.PasswordChanged] = ["Stages/Accounts"],
        [AuditAction.SecondFactorSet] = ["Stages/Accounts"],
        [AuditAction.SecondFactorRemoved] = ["Stages/Accounts"],
        [AuditAction.RecoveryCodesMade] = ["Stages/Accounts"],
        [AuditAction.PasskeyAdded] = ["Stages/Accounts"],
        [AuditAction.PasskeyRemoved] = ["Stages/Accounts"],
        [AuditAction.SignInLinkSent] = ["Stages/Accounts"],
        [AuditAction.SpecimenViewed] = ["Stages/Accounts"],
        [AuditAction.SingleSignOnLinked] = ["Stages/Accounts"],
        [AuditAction.SingleSignOnUnlinked] = ["Stages/Accounts"],
        [AuditAction.IdentityProved] = ["Platform/Security"],
        [AuditAction.ApplicationStarted] = ["Stages/Applications"],
        [AuditAction.ApplicationSaved] = ["Stages/Applications"],
        [AuditAction.ApplicationSubmitted] = ["Stages/Applications"],
        [AuditAction.ApplicationReopened] = ["Stages/Applications"],
        [AuditAction.ApplicationPresented] = ["Stages/Applications"],
        [AuditAction.ApplicationReturned] = ["Stages/Applications"],
        [AuditAction.ApplicationWithdrawn] = ["Stages/Applications"],
        [AuditAction.ApplicationResumed] = ["Stages/Applications"],
        [AuditAction.ApplicationReinstated] = ["Stages/Applications"],
        [AuditAction.ApplicationRestored] = ["Stages/Applications"],
        [AuditAction.MembersChanged] = ["Stages/Applications"],
        [AuditAction.LetterSubmitted] = ["Stages/Applications"],
        [AuditAction.LetterWithdrawn] = ["Stages/Applications"],
        [AuditAction.RemindersSent] = ["Stages/Applications"],
        [AuditAction.SpeakerSettled] = ["Stages/Applications"],
        [AuditAction.ReceiptDownloaded] = ["Stages/Applications"],
        [AuditAction.ApplicationAdmitted] = ["Stages/Intake"],
        [AuditAction.ApplicationExcluded] = ["Stages/Intake"],
        [AuditAction.ExclusionTakenBack] = ["Stages/Intake"],
        [AuditAction.FormalCheckSet] = ["Stages/Intake"],
        [AuditAction.TwinsWanted] = ["Stages/Intake"],
        [AuditAction.MissingPieceAsked] = ["Stages/Intake"],
        [AuditAction.MissingPieceReminded] = ["Stages/Intake"],
        [AuditAction.MissingPieceAnswered] = ["Stages/Intake"],
        [AuditAction.MissingPieceClosed] = ["Stages/Intake"],
        [AuditAction.ManyDecided] = ["Stages/Intake"],
        [AuditAction.ApplicationsExported] = ["Stages/Intake"],
        [AuditAction.LetterPrinted] = ["Stages/Intake"],
        [AuditAction.ArrivalRecorded] = ["Stages/Intake"],
        [AuditAction.ArrivalKeyed] = ["Stages/Intake"],
        [AuditAction.ArrivalChecked] = ["Stages/Intake"],
        [AuditAction.ArrivalScanAdded] = ["Stages/Intake"],
        [AuditAction.ArrivalScanRemoved] = ["Stages/Intake"],
        [AuditAction.ConflictDeclared] = ["Stages/PreReview"],
        [AuditAction.PairsAssigned] = ["Stages/PreReview"],
        [AuditAction.ReviewerReplaced] = ["Stages/PreReview"],
        [AuditAction.ReviewSaved] = ["Stages/PreReview"],
        [AuditAction.ReviewHandedIn] = ["Stages/PreReview"],
        [AuditAction.ConsensusSettled] = ["Stages/PreReview"],
        [AuditAction.ReportsAssigned] = ["Stages/Reports"],
        [AuditAction.ReportSaved] = ["Stages/Reports"],
        [AuditAction.ReportPresented] = ["Stages/Reports"],
        [AuditAction.ReportChecked] = ["Stages/Reports"],
        [AuditAction.ReportReturned] = ["Stages/Reports"],
        [AuditAction.ReportFinished] = ["Stages/Reports"],
        [AuditAction.ReportReopened] = ["Stages/Reports"],
        [AuditAction.ReportRestored] = ["Stages/Reports"],
        [AuditAction.ReportDownloaded] = ["Stages/Reports"],
        [AuditAction.VolumeOrdered] = ["Stages/Reports"],
        [AuditAction.VolumeMade] = ["Stages/Reports"],
        [AuditAction.AwardRecorded] = ["Stages/Jury"],
        [AuditAction.AwardWithdrawn] = ["Stages/Jury"],
        [AuditAction.SnapshotTaken] = ["Stages/Statistics"],
        [AuditAction.MailSent] = ["Platform/Jobs"],
        [AuditAction.KeyMade] = ["Platform/Operation"],
        [AuditAction.KeysImported] = ["Platform/Operation"],
        [AuditAction.FileRefused] = ["Platform/Files"],
        [AuditAction.FileDownloaded] = ["Platform/Files"],
        [AuditAction.FilesPurged] = ["Platform/Files"],
        [AuditAction.CallCreated] = ["Stages/Setup", "CommandLine"],
        [AuditAction.CallChanged] = ["Stages/Setup", "CommandLine"],
        [AuditAction.CallReleased] = ["Stages/Setup"],
        [AuditAction.CallExported] = ["Stages/Setup", "CommandLine"],
        [AuditAction.CallDownloadAdded] = ["Stages/Calls"],
        [AuditAction.CallDownloadRemoved] = ["Stages/Calls"],
        [AuditAction.MailTemplateSaved] = ["Stages/Mails"],
        [AuditAction.MailTemplateReset] = ["Stages/Mails"],
        [AuditAction.MailSentAgain] = ["Stages/Mails"],
        [AuditAction.MailSettledByHand] = ["Stages/Mails"],
        [AuditAction.MailingsUnsubscribed] = ["Stages/Mails"],
        [AuditAction.TableDownloaded] = ["Stages/Statistics"],
        [AuditAction.TablesExported] = ["CommandLine"],
        [AuditAction.EntriesExported] = ["CommandLine", "Stages/Intake"],
        [AuditAction.TrailDownloaded] = ["Stages/Trail"],
        [AuditAction.ValuesErased] = ["Data"],
        [AuditAction.BackupMade] = ["CommandLine"],
        [AuditAction.BackupRestored] = ["CommandLine"],
        [AuditAction.ContactListMade] = ["Stages/Outreach"],
        [AuditAction.ContactListDeleted] = ["Stages/Outreach", "Platform/Privacy"],
        [AuditAction.ContactsUploaded] = ["Stages/Outreach"],
        [AuditAction.ContactsDiscarded] = ["Stages/Outreach"],
        [AuditAction.ContactsImported] = ["Stages/Outreach"],
        [AuditAction.ContactsDownloaded] = ["Stages/Outreach"],
        [AuditAction.ContactChanged] = ["Stages/Outreach"],
        [AuditAction.ContactErased] = ["Stages/Outreach", "Platform/Privacy"],
        [AuditAction.ContactOptedOut] = ["Stages/Outreach"],
        [AuditAction.WaveSaved] = ["Stages/Outreach"],
        [AuditAction.WaveDeleted] = ["Stages/Outreach"],
        [AuditAction.WaveReleased] = ["Stages/Outreach"],
        [AuditAction.WavePaused] = ["Stages/Outreach"],
        [AuditAction.WaveResumed] = ["Stages/Outreach"],
        [AuditAction.WaveStopped] = ["Stages/Outreach"],
        [AuditAction.WaveSent] = ["Stages/Outreach"],
        [AuditAction.WaveTested] = ["Stages/Outreach"],
        [AuditAction.WaveFileAdded] = ["Stages/Outreach"],
        [AuditAction.WaveFileRemoved] = ["Stages/Outreach"],
        [AuditAction.BouncesRecorded] = ["Stages/Outreach"],
        [AuditAction.BounceLifted] = ["Stages/Outreach"],
        [AuditAction.EffectDownloaded] = ["Stages/Outreach"],
        [AuditAction.EnquiryAsked] = ["Stages/Enquiries"],
        [AuditAction.EnquiryAnswered] = ["Stages/Enquiries"],
        [AuditAction.EnquiryClosed] = ["Stages/Enquiries"],
        [AuditAction.FaqPublished] = ["Stages/Enquiries"],
        [AuditAction.FaqChanged] = ["Stages/Enquiries"],
        [AuditAction.FaqRemoved] = ["Stages/Enquiries"],
        [AuditAction.ConsentsChanged] = ["Stages/Applications"],
        [AuditAction.OwnDataDownloaded] = ["Stages/Privacy"],
        [AuditAction.AddressChangeAsked] = ["Stages/Privacy"],
        [AuditAction.AddressChanged] = ["Stages/Privacy"],
        [AuditAction.ContactCorrected] = ["Stages/Privacy"],
        [AuditAction.PersonErased] = ["Platform/Privacy"],
        [AuditAction.RetentionCarriedOut] = ["Platform/Privacy"],
        [AuditAction.RegisterUploaded] = ["Stages/Municipalities"],
        [AuditAction.RegisterDiscarded] = ["Stages/Municipalities"],
        [AuditAction.RegisterImported] = ["Data/Municipalities"],
        [AuditAction.RegisterExported] = ["CommandLine"],
        [AuditAction.MunicipalityAdded] = ["Stages/Municipalities"],
        [AuditAction.MunicipalityTypeSet] = ["Stages/Municipalities"],
    };

    /// <summary>Files that read actions and write none.</summary>
    private static readonly string[] Readers = ["Stages/Trail/TrailWords.cs", "Stages/Trail/TrailQueries.cs"];

    [Fact]
    public void Each_action_is_written_where_the_table_says()
    {
        var root = Path.Combine(Installation.FindRoot(), "src", "Awards.Web");
        var found = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal) && !Readers.Contains(file))
            .SelectMany(file => Written().Matches(File.ReadAllText(Path.Combine(root, file))).Select(match => (Action: match.Groups[1].Value, Part: PartOf(file))))
            .Distinct().ToLookup(each => each.Action, each => each.Part);
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            Writers.ShouldContainKey(action);
            found[action.ToString()].Order(StringComparer.Ordinal).ShouldBe(Writers[action].Order(StringComparer.Ordinal), action.ToString());
        }
    }

    private static string PartOf(string file) => file.Split('/') is [var first, var second, _, ..] ? $"{first}/{second}" : file.Split('/')[0];

    [GeneratedRegex(@"(?<!== )AuditAction\.(\w+)")]
    private static partial Regex Written();
}
