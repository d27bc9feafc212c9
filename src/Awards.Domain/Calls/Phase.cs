using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>What a call is doing; rights and pages follow it.</summary>
public enum PhaseKind { LetterOfIntent, Application, Intake, PreReview, Jury, Publication }

/// <summary>A span of a call's calendar.</summary>
/// <param name="Kind">What happens in it.</param>
/// <param name="From">First instant, UTC.</param>
/// <param name="Until">First instant that is too late, UTC; null = open end.</param>
public sealed record Phase(PhaseKind Kind, DateTime From, DateTime? Until = null)
{
    /// <summary>True from the first instant until just before the first that is too late.</summary>
    public bool Contains(DateTime instant) => instant >= From && (Until is null || instant < Until);

    /// <summary>The same span moved by whole days of the wall clock.</summary>
    public Phase Shift(int days) => this with
    {
        From = GermanTime.ShiftDays(From, days),
        Until = Until is { } until ? GermanTime.ShiftDays(until, days) : null,
    };
}

/// <summary>A deadline that was put off.</summary>
/// <param name="Phase">The phase whose end it is.</param>
/// <param name="Before">What was too late before, UTC.</param>
/// <param name="Until">First instant that is too late now, UTC.</param>
/// <param name="At">When it was extended, UTC.</param>
/// <param name="Reason">Shown to the public.</param>
public sealed record DeadlineExtension(PhaseKind Phase, DateTime Before, DateTime Until, DateTime At, string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 500;
}
