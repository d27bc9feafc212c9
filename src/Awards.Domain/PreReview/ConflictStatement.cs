using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A reviewer has looked through the names of the entries and declared all conflicts; what came later is still to be looked through.</summary>
public sealed class ConflictStatement
{
    private ConflictStatement() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The highest number of an entry that was looked through.</summary>
    public int UpTo { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime GivenAt { get; private set; }

    /// <summary>States it for the entries up to a number.</summary>
    public static ConflictStatement Give(Guid callId, Guid personId, int upTo, DateTime when) =>
        new() { Id = Guid.CreateVersion7(), CallId = callId, PersonId = personId, UpTo = upTo, GivenAt = when };

    /// <summary>States it again, for later entries too. Refused where nothing is new.</summary>
    public Outcome<ConflictStatement> Extend(int upTo, DateTime when)
    {
        if (upTo <= UpTo) return new Refusal("conflicts.nothing_new", "Seit Ihrer letzten Erklärung ist kein Beitrag dazugekommen.");
        (UpTo, GivenAt) = (upTo, when);
        return this;
    }
}
