using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>Formal decision on a submitted application: admission makes an entry, exclusion names a reason.</summary>
public static class Admission
{
    /// <summary>Source of the type when the office set it by hand.</summary>
    public const string SetByOffice = "Festlegung der Geschäftsstelle";

    /// <summary>Source of the type when the application's own was taken.</summary>
    public const string FromApplicant = "Angabe der Bewerbung";

    /// <summary>Admits a submitted application. Refused unless it is submitted and has a type; a type other than the applicant's needs a reason.</summary>
    /// <param name="population">Inhabitants, where groups ask for them; null = unknown.</param>
    public static Outcome<Admitted> Admit(Application application, Call call, int number, MunicipalityType? type, WriteContext write, int? population = null)
    {
        if (NotSubmitted(application) is { } refusal) return refusal;
        if (application.AwaitsCheck) return KeyedCheck.Unchecked;
        if ((type ?? application.Type) is not { } settled)
            return new Refusal("intake.without_type", "Der Kommunentyp ist nicht bekannt. Bitte wählen Sie ihn aus oder schließen Sie die Bewerbung aus.");
        var changed = application.Type is { } stated && stated != settled;
        if (changed && string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("intake.type_needs_reason", "Sie weichen vom angegebenen Kommunentyp ab. Bitte begründen Sie das.");
        if (call.Definition.GroupFor(settled, population) is not { } group)
            return call.Definition.HasPopulationBands && population is null
                ? new Refusal("intake.without_population", "Die Gruppen richten sich nach der Einwohnerzahl, und die ist hier nicht bekannt. Bitte tragen Sie sie im Gemeindeverzeichnis nach.")
                : new Refusal("intake.without_group", "Für diesen Kommunentyp hat der Wettbewerb keine Prämierungsgruppe.");
        var entry = Entry.From(application, number, settled, application.Type == settled ? FromApplicant : SetByOffice, group, write.When);
        application.MarkAdmitted();
        return new Admitted(entry, IntakeDecision.Create(application, IntakeResult.Admitted, write));
    }

    /// <summary>Excludes a submitted application. Refused without a reason.</summary>
    public static Outcome<IntakeDecision> Exclude(Application application, WriteContext write)
    {
        if (NotSubmitted(application) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("intake.exclusion_needs_reason", "Bitte begründen Sie den Ausschluss. Die Begründung geht an die Bewerberin oder den Bewerber.");
        application.MarkExcluded();
        return IntakeDecision.Create(application, IntakeResult.Excluded, write);
    }

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
public enum IntakeResult { Admitted, Excluded }

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
