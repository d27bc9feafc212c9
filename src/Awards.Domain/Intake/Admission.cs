using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>How an application is to be admitted.</summary>
/// <param name="Number">Number of the entry within the call.</param>
public sealed record AdmissionWish(int Number)
{
    /// <summary>Type chosen by the office; null = the application's own.</summary>
    public MunicipalityType? Type { get; init; }

    /// <summary>Code of the group chosen by the office; null = by rule, which a joint entry has none.</summary>
    public string? Group { get; init; }

    /// <summary>Type of the linked municipality by the official register; null = it is not in there, or none is linked.</summary>
    public MunicipalityType? RegisterType { get; init; }

    /// <summary>Inhabitants, where groups ask for them; null = unknown.</summary>
    public int? Population { get; init; }
}

/// <summary>Formal decision on a submitted application: admission makes an entry, exclusion names a reason.</summary>
public static class Admission
{
    /// <summary>Source of type or group when the office set it; its reason follows after a colon.</summary>
    public const string SetByOffice = "Festlegung der Geschäftsstelle";

    /// <summary>Source of the type when the application's own was taken.</summary>
    public const string FromApplicant = "Angabe der Bewerbung";

    /// <summary>Source of the type when it is the register's.</summary>
    public const string FromRegister = "Register";

    /// <summary>Source of the group when type and inhabitants decided.</summary>
    public const string ByRule = "Regel des Wettbewerbs";

    /// <summary>
    /// Admits a submitted application. Refused while the formal check stands against it, without a type, for a type or a group that is not the
    /// obvious one without a reason, and for a joint entry without a chosen group.
    /// </summary>
    public static Outcome<Admitted> Admit(Application application, Call call, FormalStanding standing, AdmissionWish wish, WriteContext write)
    {
        if (NotSubmitted(application) is { } refusal) return refusal;
        if (application.AwaitsCheck) return KeyedCheck.Unchecked;
        if (standing.AdmissionRefusal() is { } unchecked_) return unchecked_;
        if (TypeOf(application, wish.Type, write).Refused(out var untyped)) return untyped;
        var type = (wish.Type ?? application.Type)!.Value;
        var byRule = call.Definition.GroupFor(type, wish.Population);
        if (application.IsJoint && wish.Group is null)
            return new Refusal("intake.joint_without_group", "Mehrere Kommunen bewerben sich zusammen. Bitte wählen Sie die Gruppe, der der Beitrag am nächsten steht, und begründen Sie die Wahl.");
        if (wish.Group is not null && call.Definition.Group(wish.Group) is null or { Special: true })
            return new Refusal("intake.unknown_group", "Diese Prämierungsgruppe gibt es nicht. Bitte wählen Sie eine andere.");
        if (wish.Group is { } chosen && (application.IsJoint || chosen != byRule?.Code) && string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("intake.group_needs_reason", "Bitte begründen Sie die Wahl der Prämierungsgruppe.");
        if ((wish.Group is { } code ? call.Definition.Group(code) : byRule) is not { } group) return WithoutGroup(call, wish.Population);
        var settledByOffice = application.Type != type;
        var typeSource = settledByOffice ? Reasoned(write) : wish.RegisterType == type ? FromRegister : FromApplicant;
        var groupSource = application.IsJoint || group.Code != byRule?.Code ? Reasoned(write) : ByRule;
        return Done(application, Entry.From(application, wish.Number, type, typeSource, group, write.When, groupSource), write);
    }

    /// <summary>Admits what was decided on elsewhere (seed, import): by type and rule, without a formal check. Refused as <see cref="Admit(Application, Call, FormalStanding, AdmissionWish, WriteContext)"/> otherwise is.</summary>
    /// <param name="population">Inhabitants, where groups ask for them; null = unknown.</param>
    public static Outcome<Admitted> Admit(Application application, Call call, int number, MunicipalityType? type, WriteContext write, int? population = null)
    {
        if (NotSubmitted(application) is { } refusal) return refusal;
        if (application.AwaitsCheck) return KeyedCheck.Unchecked;
        if (TypeOf(application, type, write).Refused(out var untyped)) return untyped;
        var settled = (type ?? application.Type)!.Value;
        if (call.Definition.GroupFor(settled, population) is not { } group) return WithoutGroup(call, population);
        return Done(application, Entry.From(application, number, settled, application.Type == settled ? FromApplicant : SetByOffice, group, write.When), write);
    }

    /// <summary>Excludes a submitted application. Refused without a reason.</summary>
    public static Outcome<IntakeDecision> Exclude(Application application, WriteContext write)
    {
        if (NotSubmitted(application) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(write.Why))
            return WithoutReason;
        application.MarkExcluded();
        return IntakeDecision.Create(application, IntakeResult.Excluded, write);
    }

    /// <summary>
    /// Excludes an entry after its admission: its reviews are set aside, those handed in too. Refused without a reason, for one that is out already, and once the
    /// joint session has settled it: then it just is not proposed.
    /// </summary>
    /// <param name="reviews">All of the entry.</param>
    public static Outcome<IntakeDecision> Exclude(Application application, Entry entry, IEnumerable<PreReview.Review> reviews, bool isSettled, WriteContext write)
    {
        if (entry.ExcludedAt is not null || application.Status != ApplicationState.Admitted || entry.ApplicationId != application.Id)
            return new Refusal("intake.already_excluded", "Diese Bewerbung ist bereits ausgeschlossen.");
        if (isSettled) return new Refusal("intake.settled", "Über diesen Beitrag ist schon gemeinsam beraten. Er bleibt im Wettbewerb; soll er keinen Preis bekommen, ändern Sie das Ergebnis in „Nicht vorschlagen“.");
        if (string.IsNullOrWhiteSpace(write.Why)) return WithoutReason;
        application.MarkExcluded();
        entry.Exclude(write.When);
        foreach (var review in reviews) review.SetAside(write.When);
        return IntakeDecision.Create(application, IntakeResult.Excluded, write);
    }

    /// <summary>
    /// Takes an exclusion back: the application is submitted again, as it was; one that was an entry is that entry again, with its reviews. Refused without a
    /// reason and for what is not excluded.
    /// </summary>
    /// <param name="entry">The entry that it was; null = it had not been admitted.</param>
    /// <param name="reviews">All of that entry.</param>
    public static Outcome<IntakeDecision> TakeBack(Application application, WriteContext write, Entry? entry = null, IEnumerable<PreReview.Review>? reviews = null)
    {
        if (application.Status != ApplicationState.Excluded) return new Refusal("intake.not_excluded", "Zurückgenommen wird nur ein Ausschluss.");
        if (application.ErasedAt is not null) return new Refusal("intake.erased", "Der Inhalt dieser Bewerbung ist nach Ablauf der Aufbewahrung gelöscht. Der Ausschluss bleibt.");
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("intake.taking_back_needs_reason", "Bitte begründen Sie, warum der Ausschluss zurückgenommen wird.");
        if (entry is null) application.MarkSubmittedAgain();
        else
        {
            application.MarkAdmitted();
            entry.Restore();
            foreach (var review in reviews ?? []) review.TakeUp();
        }
        return IntakeDecision.Create(application, IntakeResult.TakenBack, write);
    }

    private static Refusal WithoutReason { get; } = new("intake.exclusion_needs_reason", "Bitte begründen Sie den Ausschluss. Die Begründung geht an die Bewerberin oder den Bewerber.");

    private static Admitted Done(Application application, Entry entry, WriteContext write)
    {
        application.MarkAdmitted();
        return new Admitted(entry, IntakeDecision.Create(application, IntakeResult.Admitted, write));
    }

    private static Outcome<MunicipalityType> TypeOf(Application application, MunicipalityType? type, WriteContext write)
    {
        if ((type ?? application.Type) is not { } settled)
            return new Refusal("intake.without_type", "Der Kommunentyp ist nicht bekannt. Bitte wählen Sie ihn aus oder schließen Sie die Bewerbung aus.");
        if (application.Type is { } stated && stated != settled && string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("intake.type_needs_reason", "Sie weichen vom angegebenen Kommunentyp ab. Bitte begründen Sie das.");
        return settled;
    }

    private static Refusal WithoutGroup(Call call, int? population) => call.Definition.HasPopulationBands && population is null
        ? new("intake.without_population", "Die Gruppen richten sich nach der Einwohnerzahl, und die ist hier nicht bekannt. Bitte tragen Sie sie im Gemeindeverzeichnis nach.")
        : new("intake.without_group", "Für diesen Kommunentyp hat der Wettbewerb keine Prämierungsgruppe.");

    private static string Reasoned(WriteContext write) => string.IsNullOrWhiteSpace(write.Why) ? SetByOffice : $"{SetByOffice}: {write.Why.Trim()}";

    private static Refusal? NotSubmitted(Application application) => application.Status switch
    {
        ApplicationState.Submitted => null,
        ApplicationState.Admitted => new("intake.already_admitted", "Diese Bewerbung ist bereits zugelassen."),
        ApplicationState.Excluded => new("intake.already_excluded", "Diese Bewerbung ist bereits ausgeschlossen."),
        _ => new("intake.not_submitted", "Über eine Bewerbung wird erst entschieden, wenn sie eingereicht ist."),
    };
}

/// <summary>What an admission makes.</summary>
public sealed record Admitted(Entry Entry, IntakeDecision Decision);

/// <summary>Result of the formal check.</summary>
public enum IntakeResult
{
    Admitted,
    Excluded,

    /// <summary>An exclusion was taken back.</summary>
    TakenBack,
}

/// <summary>The recorded decision.</summary>
public sealed class IntakeDecision
{
    private IntakeDecision() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public IntakeResult Result { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>Null for the system (imports).</summary>
    public Guid? DecidedBy { get; private set; }

    internal static IntakeDecision Create(Application application, IntakeResult result, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = application.Id,
        Result = result,
        Reason = write.Why ?? "",
        DecidedAt = write.When,
        DecidedBy = write.Who,
    };
}
