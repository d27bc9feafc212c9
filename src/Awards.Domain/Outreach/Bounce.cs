using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>Hard: the address will never take mail. Soft: it did not this time.</summary>
public enum BounceKind { Hard, Soft }

/// <summary>Who said so: the mail server at once, a report that came back, a person.</summary>
public enum BounceSource { Server, Report, Person }

/// <summary>Mail to an address came back. A hard one stops later waves to it until somebody lifts it.</summary>
public sealed class Bounce
{
    /// <summary>Longest kept reason, in characters.</summary>
    public const int MaxReason = 500;

    private Bounce() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary><see cref="AddressKey"/>.</summary>
    public string AddressHash { get; private set; } = "";

    /// <summary>The mail of a wave that came back; null where it is not known.</summary>
    public Guid? MailId { get; private set; }

    public BounceKind Kind { get; private set; }
    public BounceSource Source { get; private set; }

    /// <summary>"5.1.1" (RFC 3463), or what the server said: "550"; empty when a person said so.</summary>
    public string Status { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>UTC; mail may go there again since. Null while it counts.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Notes one; a status that begins with 5 is hard.</summary>
    public static Bounce Note(Guid callId, string addressHash, Guid? mailId, BounceSource source, string status, string reason, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        CallId = callId,
        AddressHash = addressHash,
        MailId = mailId,
        Kind = source == BounceSource.Person || status.StartsWith('5') ? BounceKind.Hard : BounceKind.Soft,
        Source = source,
        Status = status.Length > 12 ? status[..12] : status,
        Reason = reason.Length > MaxReason ? reason[..(char.IsHighSurrogate(reason[MaxReason - 1]) ? MaxReason - 1 : MaxReason)] : reason,
        At = now,
    };

    /// <summary>A person says that an address is dead. Refused without a reason.</summary>
    public static Outcome<Bounce> ByHand(Guid callId, string addressHash, WriteContext write) => string.IsNullOrWhiteSpace(write.Why)
        ? new Refusal("outreach.bounce_needs_reason", "Bitte geben Sie an, woher Sie wissen, dass die Adresse nicht erreichbar ist.")
        : Note(callId, addressHash, null, BounceSource.Person, "", write.Why.Trim(), write.When);

    /// <summary>Mail may go there again.</summary>
    public void Lift(DateTime now) => LiftedAt ??= now;
}
