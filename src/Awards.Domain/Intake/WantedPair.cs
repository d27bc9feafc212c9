using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>Two applications that look alike and are both wanted: the hint on them goes ("beide gewollt").</summary>
public sealed class WantedPair
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 500;

    private WantedPair() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The two in the order of <see cref="Duplicates.Ordered"/>.</summary>
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SaidAt { get; private set; }

    /// <summary>Null for the system.</summary>
    public Guid? SaidBy { get; private set; }

    /// <summary>Says that both are wanted. Refused without a reason, and for one application with itself.</summary>
    public static Outcome<WantedPair> Say(Guid callId, Guid one, Guid other, WriteContext write)
    {
        var reason = TextOf(write.Why);
        if (one == other) return new Refusal("twin.itself", "Bitte wählen Sie die andere Bewerbung aus.");
        if (reason.Length == 0) return new Refusal("twin.needs_reason", "Bitte begründen Sie, warum beide Bewerbungen gewollt sind.");
        if (Calls.TextRules.Check(reason, MaxReason).Refused(out var refusal)) return refusal;
        var (first, second) = Duplicates.Ordered(one, other);
        return new WantedPair { Id = Guid.CreateVersion7(), CallId = callId, FirstId = first, SecondId = second, Reason = reason, SaidAt = write.When, SaidBy = write.Who };
    }

    private static string TextOf(string? text) => Calls.TextRules.Lines(text).Trim();
}
