using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>What a call keeps for a time only.</summary>
public enum RetentionSubject
{
    /// <summary>Applications never handed in: deleted.</summary>
    Drafts,

    /// <summary>Applications handed in but not admitted: texts, answers and contact are emptied.</summary>
    NotAdmitted,

    /// <summary>Name and mail address of contact persons: emptied. Consents to publish them end.</summary>
    Contacts,

    /// <summary>Receiver, subject and text of mails: emptied.</summary>
    Mails,

    /// <summary>Who wrote which review: put under "Vorprüfer/in n" without an account. Points, votes and reasons stay.</summary>
    ReviewAuthors,

    /// <summary>Contacts of mailings: deleted. Questions to the office, with who asked: emptied.</summary>
    Outreach,
}

/// <summary>How long a call keeps something: days after the end of a phase, or after the beginning of one without end.</summary>
public sealed record RetentionRule(RetentionSubject What, int Days, PhaseKind After)
{
    /// <summary>Longest time, about thirty years.</summary>
    public const int MaxDays = 11_000;

    /// <summary>What holds where a call says nothing.</summary>
    public static IReadOnlyList<RetentionRule> Defaults { get; } =
    [
        new(RetentionSubject.Drafts, 90, PhaseKind.Application),
        new(RetentionSubject.NotAdmitted, 365, PhaseKind.Jury),
        new(RetentionSubject.Contacts, 730, PhaseKind.Publication),
        new(RetentionSubject.Mails, 365, PhaseKind.Publication),
        new(RetentionSubject.ReviewAuthors, 730, PhaseKind.Publication),
        new(RetentionSubject.Outreach, 365, PhaseKind.Application),
    ];

    /// <summary>First UTC instant at which it is no longer kept; null where the call has no such phase, which keeps it until there is one.</summary>
    public DateTime? DueAt(Call call) => call.Phase(After) is { } phase ? GermanTime.ShiftDays(phase.Until ?? phase.From, Days) : null;
}
