namespace Awards.Domain.PreReview.Sessions;

/// <summary>Where a session stands.</summary>
public enum SessionStage { Planned, Running, Closed }

/// <summary>Whether somebody takes part.</summary>
public enum Presence { Present, Excused }

/// <summary>Where an item of the agenda stands.</summary>
public enum ItemState
{
    Open,

    /// <summary>The session settled it.</summary>
    Settled,

    /// <summary>A review of it was opened again: it is under seal and left the agenda.</summary>
    Left,
}

/// <summary>Somebody who takes part in a session.</summary>
public sealed class SessionSeat
{
    private SessionSeat() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Presence Presence { get; internal set; }

    internal static SessionSeat Of(Guid person, Presence presence) => new() { Id = Guid.CreateVersion7(), PersonId = person, Presence = presence };
}

/// <summary>An entry on the agenda of a session.</summary>
public sealed class SessionItem
{
    private SessionItem() { }

    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>Place on the agenda, from 1.</summary>
    public int Position { get; internal set; }

    public AgendaPart Part { get; private set; }
    public ItemState State { get; internal set; }

    /// <summary>Put off to the end of the agenda by the lead.</summary>
    public bool Postponed { get; internal set; }

    /// <summary>Settled together with others that agree.</summary>
    public bool InBlock { get; internal set; }

    /// <summary>UTC instant at which the session settled it last; null = not in this session.</summary>
    public DateTime? SettledAt { get; internal set; }

    internal static SessionItem Of(AgendaPlace place, int position) => new() { Id = Guid.CreateVersion7(), EntryId = place.EntryId, Part = place.Part, Position = position };
}

/// <summary>A span of time in which a session spoke about an entry.</summary>
public sealed class SessionCalling
{
    private SessionCalling() { }

    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>UTC; null while it is the current item.</summary>
    public DateTime? Until { get; internal set; }

    internal static SessionCalling Of(Guid entry, DateTime from) => new() { Id = Guid.CreateVersion7(), EntryId = entry, From = from };
}

/// <summary>A span of time in which somebody was out of the room because of a conflict.</summary>
public sealed class SessionAbsence
{
    private SessionAbsence() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime LeftAt { get; private set; }

    /// <summary>UTC; null while out.</summary>
    public DateTime? ReturnedAt { get; internal set; }

    /// <summary>True when it lies within a span at least in part.</summary>
    /// <param name="until">Null = still going on.</param>
    public bool Touches(DateTime from, DateTime? until) => (until is null || LeftAt < until) && (ReturnedAt is null || ReturnedAt > from);

    internal static SessionAbsence Of(Guid person, DateTime leftAt) => new() { Id = Guid.CreateVersion7(), PersonId = person, LeftAt = leftAt };
}

/// <summary>Who goes out and who comes in before an item.</summary>
public sealed record RoomChange(IReadOnlyList<Guid> Leaving, IReadOnlyList<Guid> Returning)
{
    /// <summary>Before each item of an order, and after the last one.</summary>
    /// <param name="outs">Who must be out for each item.</param>
    public static IReadOnlyList<RoomChange> Along(IEnumerable<IReadOnlySet<Guid>> outs)
    {
        var (changes, last) = (new List<RoomChange>(), (IReadOnlySet<Guid>)new HashSet<Guid>());
        foreach (var set in outs.Append(new HashSet<Guid>()))
        {
            changes.Add(new([.. set.Where(person => !last.Contains(person)).Order()], [.. last.Where(person => !set.Contains(person)).Order()]));
            last = set;
        }
        return changes;
    }
}
