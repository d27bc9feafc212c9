namespace Awards.Domain.Shared;

/// <summary>Who writes, when and why. Every write carries one; the audit row of the same transaction is made from it.</summary>
/// <param name="Who">The person; null for the system itself (jobs, imports on the command line).</param>
/// <param name="When">UTC instant at which the request began: what counts for deadlines.</param>
/// <param name="Why">The reason given by the person, where one is asked for.</param>
/// <param name="RequestId">Identifies the request in logs and error pages.</param>
/// <param name="ActingAs">The role in which the person acts: "Lead", "Municipality:{id}"; null for the system.</param>
/// <param name="CallId">The call that the write belongs to, where its objects do not say so themselves.</param>
public sealed record WriteContext(Guid? Who, DateTime When, string? Why = null, string? RequestId = null, string? ActingAs = null, Guid? CallId = null)
{
    /// <summary>As the system, for seeds, imports and jobs.</summary>
    public static WriteContext System(DateTime when, string why) => new(null, when, why);
}
