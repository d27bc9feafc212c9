using Awards.Domain.Calls;

namespace Awards.Domain.Applications;

/// <summary>A reminder of an open draft that went out; each person gets one for each chosen day, however often the job runs.</summary>
public sealed class ApplicationReminder
{
    private ApplicationReminder() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Days before the deadline for which it was sent.</summary>
    public int Days { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static ApplicationReminder Of(Guid applicationId, Guid personId, int days, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, PersonId = personId, Days = days, At = now };

    /// <summary>
    /// The chosen day whose reminder is due now, or null: the nearest to the deadline that was reached. Days that passed while nothing ran
    /// are not made up for, so that nobody gets two at once; nothing is due on a day that was not chosen for longer than a day.
    /// </summary>
    public static int? DueDay(Call call, DateTime now)
    {
        if (call.Definition.ReminderDays is not { Count: > 0 } days || call.Phase(PhaseKind.Application)?.Until is not { } deadline || !call.IsIn(PhaseKind.Application, now) || now >= deadline) return null;
        var left = Shared.GermanTime.DaysLeft(deadline, now);
        return days.Contains(left) ? left : null;
    }
}
