using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>After an outage applications are taken for some time beyond the deadline, which itself stays as announced.</summary>
/// <param name="Until">First instant that is too late, UTC.</param>
/// <param name="Reason">What was out of order and when; shown to the public.</param>
/// <param name="SetAt">UTC; when the lead granted it.</param>
public sealed record OutageGrace(DateTime Until, string Reason, DateTime SetAt)
{
    /// <summary>Longest time that can be granted.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>True between the end of the application phase and the end of the granted time.</summary>
    public bool Covers(Phase phase, DateTime instant) => phase.Kind == PhaseKind.Application && phase.Until is { } deadline && instant >= deadline && instant < Until;

    /// <summary>Grants it. Refused without a reason, for a call without a deadline, and for a time that does not lie within seven days after it.</summary>
    public static Outcome<CallDefinition> Grant(CallDefinition call, DateTime until, WriteContext write)
    {
        if (call.Phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Application)?.Until is not { } deadline)
            return new Refusal("grace.no_deadline", "Dieser Wettbewerb hat keine Bewerbungsfrist.");
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("grace.needs_reason", "Bitte schreiben Sie, was wann gestört war. Die Begründung ist öffentlich.");
        if (TextRules.Check(write.Why, 500).Refused(out var unfit)) return unfit;
        if (until <= deadline || until > deadline + Longest)
            return new Refusal("grace.outside", "Die Nachfrist muss nach der Bewerbungsfrist enden, höchstens sieben Tage später.");
        return call with { Grace = new(until, write.Why.Trim(), write.When) };
    }
}
