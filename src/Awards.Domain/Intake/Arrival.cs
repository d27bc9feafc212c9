using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>How and when something arrived that was not written on the platform.</summary>
/// <param name="Channel">Post or e-mail.</param>
/// <param name="At">UTC.</param>
/// <param name="Postmark">Day of the postmark; null = none, or not legible.</param>
public sealed record Arrival(Channel Channel, DateTime At, DateOnly? Postmark = null)
{
    /// <summary>Why this cannot be recorded, or null.</summary>
    public Refusal? RefusalAt(DateTime now) =>
        Channel is not (Channel.Post or Channel.Email) ? new("arrival.channel", "Bitte wählen Sie, ob die Bewerbung per Post oder per E-Mail gekommen ist.")
        : At > now ? new("arrival.future", "Der Eingang liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit.")
        : Channel == Channel.Email && Postmark is not null ? new("arrival.postmark_of_mail", "Einen Poststempel gibt es nur bei Bewerbungen per Post.")
        : Postmark > DateOnly.FromDateTime(GermanTime.Local(At)) ? new("arrival.postmark_later", "Der Poststempel ist jünger als der Eingang. Bitte prüfen Sie beide.")
        : null;

    /// <summary>UTC; what counts against the deadline: the postmark where the call says so and there is one, else the arrival.</summary>
    public DateTime CountsAt(Call call) => call.Definition.PostmarkCounts && Channel == Channel.Post && Postmark is { } day ? GermanTime.Utc(day.ToDateTime(TimeOnly.MinValue)) : At;

    /// <summary>After the deadline by <see cref="CountsAt"/>. Such entries are recorded all the same.</summary>
    public bool IsLate(Call call) => FormalFindings.IsLate(CountsAt(call), call);
}
