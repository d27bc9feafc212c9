using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>Where a line of the formal check stands.</summary>
public enum CheckState
{
    /// <summary>Nobody has looked, or somebody took it back.</summary>
    Open,

    /// <summary>It holds.</summary>
    Ok,

    /// <summary>It does not hold.</summary>
    Fault,

    /// <summary>It does not hold, and that is accepted with a reason ("Verstoß hingenommen").</summary>
    Accepted,
}

/// <summary>What the office said about one line of the check list, or about one automatic finding, of an application.</summary>
public sealed class FormalCheck
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 1000;

    private FormalCheck() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Code of the call's item, or of the finding.</summary>
    public string Code { get; private set; } = "";

    public CheckState State { get; private set; }

    /// <summary>What was seen, or why the breach is accepted. May be empty where all is well.</summary>
    public string Note { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>Null for the system.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>What a page posts for a line: 0 = nobody had said anything, otherwise the version after that.</summary>
    public static int Seen(FormalCheck? check) => check is null ? 0 : check.Version + 1;

    /// <summary>
    /// Says something about a line. Refused once the application is decided on, for what is neither on the list nor found, for a fault or an accepted
    /// breach without a note, and where somebody else said something since. The same again changes nothing.
    /// </summary>
    /// <param name="existing">What is said so far; null = nothing.</param>
    /// <param name="known">Codes of the call's list and of what was found.</param>
    /// <param name="seen"><see cref="Seen"/> of what the page showed.</param>
    public static Outcome<FormalCheck> Decide(Application application, FormalCheck? existing, IReadOnlySet<string> known, string code, CheckState state, string? note, int seen, WriteContext write)
    {
        if (application.Status != ApplicationState.Submitted) return new Refusal("check.decided", "Über die Bewerbung ist entschieden oder sie ist nicht eingereicht. Die formale Prüfung ändert sich nicht mehr.");
        if (!known.Contains(code)) return new Refusal("check.unknown", "Diesen Prüfpunkt gibt es nicht mehr. Bitte laden Sie die Seite neu.");
        if (Seen(existing) != seen) return new Refusal("check.stale", "Inzwischen hat jemand anderes diesen Prüfpunkt bearbeitet. Bitte sehen Sie nach, was dort jetzt steht, und entscheiden Sie erneut.");
        var text = TextRules.Lines(note).Trim();
        if (TextRules.Check(text, MaxNote).Refused(out var refusal)) return refusal;
        if (text.Length == 0 && state == CheckState.Fault) return new Refusal("check.fault_needs_note", "Bitte schreiben Sie dazu, was nicht stimmt.");
        if (text.Length == 0 && state == CheckState.Accepted) return new Refusal("check.acceptance_needs_reason", "Bitte begründen Sie, warum der Verstoß hingenommen wird.");
        var check = existing ?? new FormalCheck { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Code = code };
        if (existing is not null && (check.State, check.Note) == (state, text)) return check;
        (check.State, check.Note, check.DecidedAt, check.DecidedBy) = (state, text, write.When, write.Who);
        return check;
    }
}
