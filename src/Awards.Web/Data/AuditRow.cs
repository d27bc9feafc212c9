namespace Awards.Web.Data;

/// <summary>One change: who, when, what, why. Never changed or deleted.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Null for the system.</summary>
    public Guid? PersonId { get; init; }

    public AuditAction Action { get; init; }

    /// <summary>Kind of the object: "Application".</summary>
    public string ObjectType { get; init; } = "";

    public Guid ObjectId { get; init; }

    public string? Why { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Old and new values; in a row of its own so that they can be erased without touching the trail.</summary>
    public AuditValues? Values { get; init; }
}

/// <summary>Old and new values of a change, as JSON by property: {"Title": ["old", "new"]}.</summary>
public sealed class AuditValues
{
    public Guid AuditRowId { get; init; }
    public string Json { get; init; } = "";
}

/// <summary>What can happen. The list of actions and their rows is kept true by a test.</summary>
public enum AuditAction
{
    SeedLoaded, EntriesImported,
    SignedIn, SignInFailed, SignedOut, AccountChanged,
    SessionsEnded, PersonInvited, InvitationWithdrawn, InvitationAccepted, MunicipalityRegistered, RoleGranted, RoleRevoked,
    PasswordChanged, SecondFactorSet, SecondFactorRemoved, RecoveryCodesMade, PasskeyAdded, PasskeyRemoved, SignInLinkSent, SpecimenViewed,
    SingleSignOnLinked, SingleSignOnUnlinked,
    ApplicationStarted, ApplicationSaved, ApplicationSubmitted, ApplicationReopened, ReceiptDownloaded,
    ApplicationAdmitted, ApplicationExcluded,
    ConflictDeclared, PairsAssigned, ReviewerReplaced, ReviewSaved, ReviewHandedIn, ConsensusSettled,
    AwardRecorded, AwardWithdrawn, SnapshotTaken, MailSent,
    KeyMade, KeysImported,
    FileRefused, FileDownloaded, FilesPurged, CallDownloadAdded, CallDownloadRemoved,
    MailTemplateSaved, MailTemplateReset, MailSentAgain, MailSettledByHand, MailingsUnsubscribed,
}
