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

    /// <summary>The whole that the object is a part of: the application of a project, the entry of a review; null = it stands by itself.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>The call that it happened in; null = in none (a sign-in).</summary>
    public Guid? CallId { get; init; }

    /// <summary>The role in which the person acted: "Lead", "Municipality:{id}"; null for the system.</summary>
    public string? ActingAs { get; init; }

    public string? Why { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Salted digest of the values; null when there are none. Stays when the values are erased.</summary>
    public string? ValuesDigest { get; init; }

    /// <summary>Digest of all columns above, <see cref="AuditDigest.Of"/>: what the chain holds.</summary>
    public string Digest { get; set; } = "";

    /// <summary>Old and new values; in a row of its own so that they can be erased without touching the trail.</summary>
    public AuditValues? Values { get; init; }
}

/// <summary>Old and new values of a change, as JSON by property: {"Title": ["old", "new"]}.</summary>
public sealed class AuditValues
{
    public Guid AuditRowId { get; init; }

    /// <summary>Empty when erased.</summary>
    public string Json { get; init; } = "";

    /// <summary>Random; without it the digest cannot be tried out against guesses. Empty when erased.</summary>
    public string Salt { get; init; } = "";

    /// <summary>UTC; null while the values are there.</summary>
    public DateTime? ErasedAt { get; init; }
}

/// <summary>A link of the chain over the audit rows. Never changed or deleted.</summary>
public sealed class AuditLink
{
    /// <summary>1, 2, 3 … without gap.</summary>
    public long Sequence { get; init; }

    public Guid AuditRowId { get; init; }

    /// <summary>Hash of the link before; <see cref="AuditDigest.Start"/> for the first.</summary>
    public string Previous { get; init; } = "";

    /// <summary><see cref="AuditDigest.OfLink"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChainedAt { get; init; }
}

/// <summary>What can happen. The list of actions and their rows is kept true by a test.</summary>
public enum AuditAction
{
    SeedLoaded, EntriesImported, CallCreated, CallChanged, CallReleased, CallExported,
    SignedIn, SignInFailed, SignedOut, AccountChanged,
    SessionsEnded, PersonInvited, InvitationWithdrawn, InvitationAccepted, MunicipalityRegistered, RoleRevoked,
    PasswordChanged, SecondFactorSet, SecondFactorRemoved, RecoveryCodesMade, PasskeyAdded, PasskeyRemoved, SignInLinkSent, SpecimenViewed,
    SingleSignOnLinked, SingleSignOnUnlinked, IdentityProved,
    ApplicationStarted, ApplicationSaved, ApplicationSubmitted, ApplicationReopened, ReceiptDownloaded,
    ApplicationPresented, ApplicationReturned, ApplicationWithdrawn, ApplicationResumed, ApplicationReinstated, ApplicationRestored, MembersChanged,
    LetterSubmitted, LetterWithdrawn, RemindersSent, SpeakerSettled,
    ApplicationAdmitted, ApplicationExcluded,
    ExclusionTakenBack, FormalCheckSet, TwinsWanted, MissingPieceAsked, MissingPieceReminded, MissingPieceAnswered, MissingPieceClosed, ManyDecided, ApplicationsExported, LetterPrinted,
    ArrivalRecorded, ArrivalKeyed, ArrivalChecked, ArrivalScanAdded, ArrivalScanRemoved,
    ConflictDeclared, ConflictsStated, WishesStated, ConflictsFound, ConflictDismissed, ReviewerChanged, PairsPlanned, PairPlanChanged, PairPlanDropped, PairsAssigned, ReviewerReplaced, ReviewSaved, ReviewHandedIn, ReviewReopened, ReviewRestored, ReviewRemindersSent, ScoresExported, ConsensusSettled, ConsensusBlockSettled, SessionPlanned, SessionChanged, SessionInvited, SessionBegun, SessionItemCalled, SessionRecused, SessionClosed, MinutesDownloaded, ReportsAssigned, ReportSaved, ReportPresented, ReportChecked, ReportReturned, ReportFinished, ReportReopened, ReportRestored, ReportDownloaded, VolumeOrdered, VolumeMade,
    AwardRecorded, AwardWithdrawn, SnapshotTaken, MailSent,
    KeyMade, KeysImported,
    FileRefused, FileDownloaded, FilesPurged, CallDownloadAdded, CallDownloadRemoved,
    MailTemplateSaved, MailTemplateReset, MailSentAgain, MailSettledByHand, MailingsUnsubscribed,
    TableDownloaded, TablesExported, EntriesExported, TrailDownloaded, ValuesErased, BackupMade, BackupRestored,
    ConsentsChanged, OwnDataDownloaded, AddressChangeAsked, AddressChanged, ContactCorrected, PersonErased, RetentionCarriedOut,
    ContactListMade, ContactListDeleted, ContactsUploaded, ContactsDiscarded, ContactsImported, ContactsDownloaded, ContactChanged, ContactErased, ContactOptedOut,
    WaveSaved, WaveDeleted, WaveReleased, WavePaused, WaveResumed, WaveStopped, WaveSent, WaveTested, WaveFileAdded, WaveFileRemoved, BouncesRecorded, BounceLifted,
    EffectDownloaded, EnquiryAsked, EnquiryAnswered, EnquiryClosed, FaqPublished, FaqChanged, FaqRemoved,
    RegisterUploaded, RegisterDiscarded, RegisterImported, RegisterExported, MunicipalityAdded, MunicipalityTypeSet,
}
