using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A reminder of open sheets that went out; each reviewer of a call gets one for each chosen day, however often the job runs.</summary>
public sealed class ReviewReminder
{
    private ReviewReminder() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Days before the end of the pre-review for which it was sent.</summary>
    public int Days { get; private set; }

    /// <summary>End of the pre-review that it named, UTC: where the phase was prolonged, the days count anew.</summary>
    public DateTime Until { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public static ReviewReminder Of(Guid callId, Guid personId, int days, DateTime until, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), CallId = callId, PersonId = personId, Days = days, Until = until, At = now };

    /// <summary>The chosen day whose reminder is due now, or null. Days that passed while nothing ran are not made up for.</summary>
    public static int? DueDay(Call call, DateTime now)
    {
        if (call.Definition.ReviewReminderDays is not { Count: > 0 } days || call.Phase(PhaseKind.PreReview)?.Until is not { } end || !call.IsIn(PhaseKind.PreReview, now) || now >= end) return null;
        var left = GermanTime.DaysLeft(end, now);
        return days.Contains(left) ? left : null;
    }
}
