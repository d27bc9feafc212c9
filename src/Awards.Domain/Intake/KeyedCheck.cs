using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>How far the keying of an entry on paper or by mail is.</summary>
public enum KeyedState
{
    /// <summary>Somebody types what stands in it.</summary>
    Keying,

    /// <summary>Typed; a second person has still to compare it with the original.</summary>
    Open,

    /// <summary>A second person compared it.</summary>
    Checked,
}

/// <summary>The arrival of an entry on paper or by mail, who typed it, and the second person who compared it with the original.</summary>
public sealed class KeyedCheck
{
    private KeyedCheck() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ArrivedAt { get; private set; }

    public DateOnly? Postmark { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid? RecordedBy { get; private set; }

    public KeyedState State { get; private set; }

    /// <summary>Ids of those who typed before it was said to be complete, joined by commas.</summary>
    public string TypedBy { get; private set; } = "";

    /// <summary>UTC; when the typing was said to be complete.</summary>
    public DateTime? KeyedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    public Guid? CheckedBy { get; private set; }

    /// <summary>Raised by every change.</summary>
    public int Version { get; private set; }

    /// <summary>How it arrived.</summary>
    public Arrival Arrival => new(Channel, ArrivedAt, Postmark);

    /// <summary>Nothing is decided on what only one person has seen.</summary>
    public static Refusal Unchecked { get; } = new("keyed.unchecked", "Diese Bewerbung ist aus Papier oder E-Mail erfasst und noch nicht gegengeprüft. Bitte lassen Sie sie zuerst von einer zweiten Person mit dem Original vergleichen.");

    /// <summary>Records what arrived. Refused for an arrival that cannot be.</summary>
    public static Outcome<KeyedCheck> Record(Guid applicationId, Arrival arrival, WriteContext write) => arrival.RefusalAt(write.When) is { } refusal ? refusal : new KeyedCheck
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = applicationId,
        Channel = arrival.Channel,
        ArrivedAt = arrival.At,
        Postmark = arrival.Postmark,
        RecordedAt = write.When,
        RecordedBy = write.Who,
        TypedBy = write.Who?.ToString() ?? "",
    };

    /// <summary>True for whoever typed it.</summary>
    public bool WasTypedBy(Guid person) => TypedBy.Split(',').Contains(person.ToString());

    /// <summary>Somebody typed. From then on he or she is not the second person.</summary>
    public void Typed(WriteContext write)
    {
        if (State == KeyedState.Keying && write.Who is { } person && !WasTypedBy(person)) TypedBy = TypedBy.Length == 0 ? person.ToString() : $"{TypedBy},{person}";
    }

    /// <summary>Everything is typed. Refused when that was said before.</summary>
    public Outcome<KeyedCheck> Complete(WriteContext write)
    {
        if (State != KeyedState.Keying) return new Refusal("keyed.complete", "Diese Bewerbung ist schon fertig erfasst.");
        Typed(write);
        (State, KeyedAt) = (KeyedState.Open, write.When);
        return this;
    }

    /// <summary>A second person compared it with the original. Refused for whoever typed it, before it is complete, and when it was checked already.</summary>
    public Outcome<KeyedCheck> Check(WriteContext write)
    {
        if (State == KeyedState.Keying) return new Refusal("keyed.not_complete", "Diese Bewerbung ist noch nicht fertig erfasst.");
        if (State == KeyedState.Checked) return new Refusal("keyed.checked", "Diese Bewerbung ist schon gegengeprüft.");
        if (write.Who is not { } person || WasTypedBy(person))
            return new Refusal("keyed.same_person", "Sie haben diese Bewerbung selbst erfasst. Gegenprüfen muss sie eine andere Person.");
        (State, CheckedAt, CheckedBy) = (KeyedState.Checked, write.When, person);
        return this;
    }
}

/// <summary>A scan or mail attachment of an entry that arrived on paper or by mail.</summary>
public sealed class ArrivalScan
{
    private ArrivalScan() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>A stored file as part of what arrived.</summary>
    public static ArrivalScan Add(Guid applicationId, Guid fileId) => new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, FileId = fileId };
}
