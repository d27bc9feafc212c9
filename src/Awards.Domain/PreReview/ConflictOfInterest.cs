using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Why a person must not review an entry.</summary>
public enum ConflictKind { Employed, Resides, Mandate, Adviser, Personal, Other }

/// <summary>A declared conflict between a person and an entry (Befangenheit).</summary>
public sealed class ConflictOfInterest
{
    private ConflictOfInterest() { }

    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid PersonId { get; private set; }
    public ConflictKind Kind { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>The person or the lead.</summary>
    public Guid? DeclaredBy { get; private set; }

    /// <summary>Who declared a conflict writes nothing more on the entry.</summary>
    public static Refusal BarsReview { get; } = new("review.conflict",
        "Für diesen Beitrag ist Ihre Befangenheit vermerkt. Der Prüfbogen wird neu vergeben; Sie müssen nichts mehr tun.");

    /// <summary>Declares a conflict.</summary>
    public static ConflictOfInterest Declare(Guid entryId, Guid personId, ConflictKind kind, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        EntryId = entryId,
        PersonId = personId,
        Kind = kind,
        DeclaredAt = write.When,
        DeclaredBy = write.Who,
    };
}
