using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Why a person must not review an entry. The first six are declared, the others found.</summary>
public enum ConflictKind
{
    Employed,
    Resides,
    Mandate,
    Adviser,
    Personal,
    Other,

    /// <summary>Acts for the municipality that entered.</summary>
    SameMunicipality,

    /// <summary>Acts for the district of it, or for a municipality in the district that entered.</summary>
    SameDistrict,

    /// <summary>Acts for the association of it, or for a municipality in the association that entered.</summary>
    SameAssociation,

    /// <summary>Acts for a municipality that takes part in a joint entry.</summary>
    Participant,

    /// <summary>The mail address has the domain of the entry's contact.</summary>
    MailDomain,

    /// <summary>Works on the application.</summary>
    Applicant,
}

/// <summary>Who noticed a conflict.</summary>
public enum ConflictSource
{
    /// <summary>The person declared it.</summary>
    Reviewer,

    /// <summary>The lead set it.</summary>
    Lead,

    /// <summary>The program found it.</summary>
    Found,
}

/// <summary>A conflict between a person and an entry (Befangenheit).</summary>
public sealed class ConflictOfInterest
{
    private ConflictOfInterest() { }

    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid PersonId { get; private set; }
    public ConflictKind Kind { get; private set; }
    public ConflictSource Source { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>The person or the lead; null for one that was found.</summary>
    public Guid? DeclaredBy { get; private set; }

    /// <summary>UTC; null while it holds. A conflict that holds no longer stays on record.</summary>
    public DateTime? DismissedAt { get; private set; }

    public Guid? DismissedBy { get; private set; }

    /// <summary>Why it does not hold.</summary>
    public string? DismissedWhy { get; private set; }

    /// <summary>It bars the person from the entry.</summary>
    public bool Holds => DismissedAt is null;

    /// <summary>The person it is about took it back.</summary>
    public bool IsTakenBack => DismissedBy == PersonId;

    /// <summary>Who declared a conflict writes nothing more on the entry.</summary>
    public static Refusal BarsReview { get; } = new("review.conflict",
        "Für diesen Beitrag ist Ihre Befangenheit vermerkt. Der Prüfbogen wird neu vergeben; Sie müssen nichts mehr tun.");

    /// <summary>Declares a conflict, or sets one for somebody else.</summary>
    public static ConflictOfInterest Declare(Guid entryId, Guid personId, ConflictKind kind, WriteContext write) =>
        New(entryId, personId, kind, write.Who == personId ? ConflictSource.Reviewer : ConflictSource.Lead, write);

    /// <summary>One that the program found.</summary>
    public static ConflictOfInterest Find(FoundConflict found, WriteContext write) => New(found.EntryId, found.PersonId, found.Kind, ConflictSource.Found, write);

    /// <summary>Declares one anew that was dismissed: the person's own word counts more than a finding.</summary>
    public void Renew(ConflictKind kind, WriteContext write) =>
        (Kind, Source, DeclaredAt, DeclaredBy, DismissedAt, DismissedBy, DismissedWhy) = (kind, write.Who == PersonId ? ConflictSource.Reviewer : ConflictSource.Lead, write.When, write.Who, null, null, null);

    /// <summary>The program found it where the person had taken back the own word: from now on only the lead can say that it does not hold.</summary>
    public void FindAgain(FoundConflict found, WriteContext write) =>
        (Kind, Source, DeclaredAt, DeclaredBy, DismissedAt, DismissedBy, DismissedWhy) = (found.Kind, ConflictSource.Found, write.When, null, null, null, null);

    /// <summary>
    /// Says that it does not hold. Refused without a reason (<see cref="WriteContext.Why"/>), for one that holds no longer, and for what a reviewer
    /// declared, unless it is the reviewer who takes it back.
    /// </summary>
    public Outcome<ConflictOfInterest> Dismiss(WriteContext write)
    {
        if (!Holds) return new Refusal("conflict.dismissed", "Diese Befangenheit gilt schon nicht mehr.");
        if (Source == ConflictSource.Reviewer && write.Who != PersonId) return new Refusal("conflict.own_word", "Diese Befangenheit hat die Person selbst angezeigt; nur sie kann sie zurücknehmen.");
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("conflict.without_reason", "Bitte begründen Sie, warum die Befangenheit nicht besteht.");
        if (TextRules.Check(write.Why, MaxReason).Refused(out var unfit)) return unfit;
        (DismissedAt, DismissedBy, DismissedWhy) = (write.When, write.Who, write.Why.Trim());
        return this;
    }

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 500;

    private static ConflictOfInterest New(Guid entryId, Guid personId, ConflictKind kind, ConflictSource source, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        EntryId = entryId,
        PersonId = personId,
        Kind = kind,
        Source = source,
        DeclaredAt = write.When,
        DeclaredBy = write.Who,
    };
}
