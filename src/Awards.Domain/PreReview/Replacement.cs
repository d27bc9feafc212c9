using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Gives an open review to somebody else.</summary>
public static class Replacement
{
    /// <summary>True for a person who never had a review of the entry and has no conflict with it.</summary>
    public static bool MayTakeOver(Guid person, IEnumerable<Guid> everOnEntry, IEnumerable<Guid> conflicted) =>
        !everOnEntry.Contains(person) && !conflicted.Contains(person);

    /// <summary>
    /// Takes the review away and opens a new one. Refused without a reason (<see cref="WriteContext.Why"/>), when the review is finished,
    /// and for a person who had a review of this entry before or has a conflict.
    /// </summary>
    /// <param name="everOnEntry">Everybody who has or had a review of the entry.</param>
    /// <param name="conflicted">Everybody with a conflict with the entry.</param>
    public static Outcome<Review> Carry(Review review, Guid successor, CallDefinition call, Entry entry,
        IEnumerable<Guid> everOnEntry, IEnumerable<Guid> conflicted, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("replacement.without_reason", "Bitte begründen Sie, warum neu vergeben wird.");
        if (!MayTakeOver(successor, everOnEntry, conflicted))
            return new Refusal("replacement.not_possible", "Diese Person kann den Beitrag nicht übernehmen: Sie hatte ihn schon oder ist befangen. Bitte wählen Sie jemand anderen.");
        if (review.Replace().Refused(out var refusal)) return refusal;
        return Review.Open(call, entry, successor);
    }
}
