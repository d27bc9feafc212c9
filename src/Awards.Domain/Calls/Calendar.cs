using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Rules of a call's calendar.</summary>
public static class Calendar
{
    /// <summary>What follows one another; the letter of intent runs beside the application.</summary>
    private static readonly PhaseKind[] Order = [PhaseKind.Application, PhaseKind.Intake, PhaseKind.PreReview, PhaseKind.Jury, PhaseKind.Publication];

    /// <summary>What keeps a calendar from being used: missing applications, ends before beginnings, wrong order, overlaps.</summary>
    public static IEnumerable<Refusal> Faults(IReadOnlyList<Phase> phases)
    {
        foreach (var kind in phases.GroupBy(phase => phase.Kind).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return new("calendar.twice", "Die Phase „{0}“ gibt es zweimal.", Word(kind));
        if (phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Application) is not { } application)
        {
            yield return new("calendar.without_application", "Im Kalender fehlt, von wann bis wann man sich bewerben kann.");
            yield break;
        }
        if (application.Until is null) yield return new("calendar.application_without_end", "Die Bewerbungsphase braucht ein Ende.");
        foreach (var phase in phases.Where(phase => phase.Until <= phase.From))
            yield return new("calendar.end_before_beginning", "Die Phase „{0}“ endet, bevor sie beginnt.", Word(phase.Kind));
        var main = Main(phases);
        for (var at = 1; at < main.Count; at++)
        {
            if (main[at - 1].Until is not { } end) yield return new("calendar.without_end", "Die Phase „{0}“ braucht ein Ende, weil „{1}“ auf sie folgt.", Word(main[at - 1].Kind), Word(main[at].Kind));
            else if (main[at].From < end)
                yield return new("calendar.overlap", "„{0}“ beginnt am {1}, bevor „{2}“ zu Ende ist.", Word(main[at].Kind), Shown.DateAndTime(main[at].From), Word(main[at - 1].Kind));
        }
        if (phases.FirstOrDefault(phase => phase.Kind == PhaseKind.LetterOfIntent) is { } letter && (letter.Until is null || letter.Until > application.Until))
            yield return new("calendar.letter", "Die Frist der Absichtserklärung muss vor dem Ende der Bewerbungsphase liegen.");
    }

    /// <summary>Times between two phases in which nothing runs: allowed, and worth a second look.</summary>
    public static IEnumerable<(Phase Before, Phase After)> Gaps(IReadOnlyList<Phase> phases) =>
        Main(phases) is var main ? main.Zip(main.Skip(1)).Where(pair => pair.First.Until is { } end && end < pair.Second.From) : [];

    /// <summary>
    /// Extends the deadline of a phase. The phase that followed at once begins when it ends now. Refused without a reason, for an earlier instant than the
    /// present deadline, or for one that has passed already.
    /// </summary>
    /// <param name="now">UTC.</param>
    public static Outcome<CallDefinition> Extend(CallDefinition call, PhaseKind kind, DateTime until, string? reason, DateTime now)
    {
        if (call.Phases.FirstOrDefault(phase => phase.Kind == kind) is not { Until: { } before } extended) return new Refusal("calendar.no_deadline", "Diese Phase hat keine Frist, die sich verlängern ließe.");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("calendar.extension_needs_reason", "Bitte begründen Sie die Verlängerung. Die Begründung ist öffentlich.");
        if (TextRules.Check(reason.Trim(), DeadlineExtension.MaxReason).Refused(out var refusal)) return refusal;
        if (until <= before) return new Refusal("calendar.not_later", "Die neue Frist liegt nicht nach der bisherigen ({0}). Eine laufende Frist wird verlängert, nie verkürzt.", Shown.Deadline(before));
        if (until <= now) return new Refusal("calendar.passed", "Die neue Frist ist schon vorbei.");
        var phases = call.Phases.Select(phase => phase == extended ? phase with { Until = until }
            : phase.Kind > kind && phase.From == before ? phase with { From = until } : phase).ToList();
        if (Faults(phases).FirstOrDefault() is { } fault) return fault;
        return call with { Phases = phases, Extensions = [.. call.Extensions ?? [], new(kind, before, until, now, reason.Trim())] };
    }

    /// <summary>Name of a phase inside a refusal.</summary>
    internal static Shown Word(PhaseKind kind) => Shown.Text(new(Name(kind), kind switch
    {
        PhaseKind.LetterOfIntent => "Letter of intent",
        PhaseKind.Application => "Application",
        PhaseKind.Intake => "Intake and admission",
        PhaseKind.PreReview => "Pre-review",
        PhaseKind.Jury => "Jury",
        _ => "Publication",
    }));

    private static List<Phase> Main(IReadOnlyList<Phase> phases) => [.. Order.Select(kind => phases.FirstOrDefault(phase => phase.Kind == kind)).OfType<Phase>()];

    /// <summary>German name of a phase, the key of its translation.</summary>
    public static string Name(PhaseKind kind) => kind switch
    {
        PhaseKind.LetterOfIntent => /*text*/ "Absichtserklärung",
        PhaseKind.Application => /*text*/ "Bewerbung",
        PhaseKind.Intake => /*text*/ "Eingang und Zulassung",
        PhaseKind.PreReview => /*text*/ "Vorprüfung",
        PhaseKind.Jury => /*text*/ "Jury",
        PhaseKind.Publication => /*text*/ "Veröffentlichung",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
