using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview.Sessions;

/// <summary>What the lead says of a session.</summary>
/// <param name="BeginsAt">UTC.</param>
/// <param name="Place">Where people meet; "" = only by video.</param>
/// <param name="Link">Of the video conference; "" = none.</param>
/// <param name="Seats">Who takes part.</param>
public sealed record SessionPlan(string Title, DateTime BeginsAt, string Place, string Link, IReadOnlyList<(Guid Person, Presence Presence)> Seats)
{
    /// <summary>Who writes the minutes; null = nobody named.</summary>
    public Guid? NoteTakerId { get; init; }

    /// <summary>Remarks of the lead, also printed in the minutes.</summary>
    public string Note { get; init; } = "";

    /// <summary>Names of the reviewers are hidden on the screen, in the room and in the minutes.</summary>
    public bool HidesNames { get; init; }

    /// <summary>Margin of close calls in tenths of a point, 0 to <see cref="ConsensusSession.WidestMargin"/>.</summary>
    public int MarginTenths { get; init; } = ConsensusAgenda.UsualMargin;

    /// <summary>Award groups it is about; empty = all.</summary>
    public IReadOnlyList<string> GroupCodes { get; init; } = [];
}

/// <summary>A joint session of the reviewers (gemeinsame Sitzung): who met when, what was on the agenda, who was out of the room. Results lie at the entries.</summary>
public sealed class ConsensusSession
{
    private readonly List<SessionSeat> _seats = [];
    private readonly List<SessionItem> _items = [];
    private readonly List<SessionCalling> _callings = [];
    private readonly List<SessionAbsence> _absences = [];

    private ConsensusSession() { }

    /// <summary>Longest title, place and link, in characters.</summary>
    public const int MaxLine = 300;

    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 4000;

    /// <summary>Widest margin of close calls, in tenths of a point.</summary>
    public const int WidestMargin = 100;

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime BeginsAt { get; private set; }

    public string Place { get; private set; } = "";
    public string Link { get; private set; } = "";
    public string Note { get; private set; } = "";
    public Guid? NoteTakerId { get; private set; }
    public bool HidesNames { get; private set; }
    public int MarginTenths { get; private set; }
    public IReadOnlyList<string> GroupCodes { get; private set; } = [];
    public SessionStage State { get; private set; }

    /// <summary>UTC instant of the last invitation; null = none yet.</summary>
    public DateTime? InvitedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? BegunAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The entry that is spoken about; null = none.</summary>
    public Guid? CurrentEntryId { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SessionSeat> Seats => _seats;
    public IReadOnlyList<SessionItem> Items => _items;
    public IReadOnlyList<SessionCalling> Callings => _callings;
    public IReadOnlyList<SessionAbsence> Absences => _absences;

    /// <summary>Not closed: its entries are on no other agenda.</summary>
    public bool IsOpen => State != SessionStage.Closed;

    /// <summary>Those who are there.</summary>
    public IEnumerable<Guid> Present => _seats.Where(seat => seat.Presence == Presence.Present).Select(seat => seat.PersonId);

    /// <summary>Those who are out of the room now.</summary>
    public IEnumerable<Guid> Out => _absences.Where(absence => absence.ReturnedAt is null).Select(absence => absence.PersonId);

    /// <summary>Its items in order.</summary>
    public IReadOnlyList<SessionItem> Agenda => [.. _items.OrderBy(item => item.Position)];

    /// <summary>Nothing is done in a session that does not run.</summary>
    public static Refusal NotRunning { get; } = new("session.not_running", "Diese Sitzung läuft nicht. Beginnen Sie sie zuerst, oder planen Sie eine neue.");

    /// <summary>Who has a conflict does not settle the entry.</summary>
    public static Refusal Recused { get; } = new("session.recused", "Bei diesem Beitrag sind Sie selbst befangen. Bitte lassen Sie eine andere Person das Ergebnis eintragen.");

    private static Refusal Over { get; } = new("session.closed", "Diese Sitzung ist geschlossen und ändert sich nicht mehr.");

    /// <summary>Plans a session. Refused without title, date, or place and link, and for what does not fit.</summary>
    public static Outcome<ConsensusSession> Plan(Call call, SessionPlan plan, WriteContext write) =>
        new ConsensusSession { Id = SecretId.New(), CallId = call.Id }.Set(call, plan, write);

    /// <summary>Changes what was planned; while it runs too. Refused once it is closed, and where somebody else changed it since.</summary>
    public Outcome<ConsensusSession> Change(Call call, SessionPlan plan, int seenVersion, WriteContext write)
    {
        if (!IsOpen) return Over;
        return Version != seenVersion ? Applications.ApplicationRules.Stale : Set(call, plan, write);
    }

    /// <summary>
    /// Puts entries on the agenda: while it is planned the whole agenda is made anew, while it runs what is new goes to the end, and what left comes back.
    /// Refused once it is closed.
    /// </summary>
    public Outcome<ConsensusSession> DrawUp(IReadOnlyList<AgendaPlace> places)
    {
        if (!IsOpen) return Over;
        if (State == SessionStage.Planned)
        {
            if (!Agenda.Select(item => new AgendaPlace(item.EntryId, item.Part)).SequenceEqual(places))
            {
                _items.Clear();
                _items.AddRange(places.Select((place, at) => SessionItem.Of(place, at + 1)));
            }
            return this;
        }
        foreach (var place in places)
        {
            if (Item(place.EntryId) is not { } known) _items.Add(SessionItem.Of(place, End()));
            else if (known.State == ItemState.Left) (known.State, known.Position) = (ItemState.Open, End());
        }
        return this;
    }

    /// <summary>Hides the names of reviewers, or shows them. Refused once it is closed.</summary>
    public Outcome<ConsensusSession> HideNames(bool hide)
    {
        if (!IsOpen) return Over;
        HidesNames = hide;
        return this;
    }

    /// <summary>Opens the session. Refused when it ran already, with an empty agenda, and when nobody is there.</summary>
    public Outcome<ConsensusSession> Begin(WriteContext write)
    {
        if (!IsOpen) return Over;
        if (State == SessionStage.Running) return new Refusal("session.begun", "Diese Sitzung läuft schon.");
        if (_items.Count == 0) return new Refusal("session.empty", "Auf der Tagesordnung steht kein Beitrag. Beraten wird über Beiträge, deren Prüfbögen beide abgegeben sind und die noch kein Ergebnis haben.");
        if (!Present.Any()) return new Refusal("session.nobody", "Bitte tragen Sie zuerst ein, wer teilnimmt.");
        (State, BegunAt) = (SessionStage.Running, write.When);
        return this;
    }

    /// <summary>
    /// Goes to an item: the one before ends, whoever must be out leaves and the others come back, all at this instant. Refused unless the session runs, and
    /// for what is not, or no longer, on the agenda.
    /// </summary>
    /// <param name="barred">Who has a conflict with the entry.</param>
    public Outcome<SessionItem> Go(Guid entryId, IReadOnlyCollection<Guid> barred, WriteContext write)
    {
        if (State != SessionStage.Running) return NotRunning;
        if (Item(entryId) is not { State: not ItemState.Left } item) return new Refusal("session.not_on_agenda", "Dieser Beitrag steht nicht mehr auf der Tagesordnung.");
        if (CurrentEntryId == entryId) return item;
        var now = After(write.When);
        EndCalling(now);
        CurrentEntryId = entryId;
        _callings.Add(SessionCalling.Of(entryId, now));
        Move(barred, now);
        return item;
    }

    /// <summary>Brings the room in line with conflicts declared since the item was called. Refused while nothing is called.</summary>
    public Outcome<ConsensusSession> Reseat(IReadOnlyCollection<Guid> barred, WriteContext write)
    {
        if (State != SessionStage.Running || CurrentEntryId is null) return NotRunning;
        Move(barred, After(write.When));
        return this;
    }

    /// <summary>Puts an item off to the end of the agenda. Refused unless the session runs, and for what is settled or not on the agenda.</summary>
    public Outcome<SessionItem> Postpone(Guid entryId)
    {
        if (State != SessionStage.Running) return NotRunning;
        if (Item(entryId) is not { State: ItemState.Open } item) return new Refusal("session.not_open", "Dieser Beitrag ist schon entschieden oder steht nicht mehr auf der Tagesordnung.");
        if (item.Position != End() - 1) item.Position = End();
        item.Postponed = true;
        return item;
    }

    /// <summary>Notes that the session settled an entry; the result itself lies at the entry. Refused unless it runs, and for what is not on the agenda.</summary>
    public Outcome<SessionItem> Settle(Guid entryId, bool inBlock, WriteContext write)
    {
        if (State != SessionStage.Running) return NotRunning;
        if (Item(entryId) is not { State: not ItemState.Left } item) return new Refusal("session.not_on_agenda", "Dieser Beitrag steht nicht mehr auf der Tagesordnung.");
        (item.State, item.InBlock, item.SettledAt) = (ItemState.Settled, inBlock, After(write.When));
        return item;
    }

    /// <summary>An entry is under seal again, because a review of it was reopened: it leaves the agenda, and if it was just spoken about, that ends.</summary>
    public void Leave(Guid entryId, WriteContext write)
    {
        if (!IsOpen || Item(entryId) is not { State: ItemState.Open } item) return;
        if (State == SessionStage.Planned)
        {
            _items.Remove(item);
            return;
        }
        item.State = ItemState.Left;
        if (CurrentEntryId != entryId) return;
        var now = After(write.When);
        EndCalling(now);
        CurrentEntryId = null;
        Move([], now);
    }

    /// <summary>Ends the session; everybody is back in the room. What is open stays open for the next one. Refused unless it runs.</summary>
    public Outcome<ConsensusSession> Close(WriteContext write)
    {
        if (State == SessionStage.Closed) return Over;
        if (State != SessionStage.Running) return NotRunning;
        var now = After(write.When);
        EndCalling(now);
        Move([], now);
        (State, EndedAt, CurrentEntryId) = (SessionStage.Closed, now, null);
        return this;
    }

    /// <summary>Notes that people were invited. Refused once it runs, and while nobody takes part.</summary>
    public Outcome<ConsensusSession> Invite(WriteContext write)
    {
        if (State != SessionStage.Planned) return new Refusal("session.too_late_to_invite", "Eingeladen wird, solange die Sitzung noch nicht begonnen hat.");
        if (!Present.Any()) return new Refusal("session.nobody", "Bitte tragen Sie zuerst ein, wer teilnimmt.");
        InvitedAt = write.When;
        return this;
    }

    /// <summary>The item of an entry; null = not on the agenda.</summary>
    public SessionItem? Item(Guid entryId) => _items.Find(item => item.EntryId == entryId);

    /// <summary>The item after the current one that is still open, else after it at all; null = none. Without a current item the first open one.</summary>
    public SessionItem? Next()
    {
        var after = CurrentEntryId is { } current ? Item(current)?.Position ?? 0 : 0;
        var there = Agenda.Where(item => item.State != ItemState.Left && item.EntryId != CurrentEntryId).ToList();
        return there.Find(item => item.Position > after && item.State == ItemState.Open) ?? there.Find(item => item.State == ItemState.Open) ?? there.Find(item => item.Position > after);
    }

    /// <summary>The item before the current one on the agenda; null = none.</summary>
    public SessionItem? Previous() => CurrentEntryId is { } current && Item(current) is { } here
        ? Agenda.LastOrDefault(item => item.State != ItemState.Left && item.Position < here.Position) : null;

    private int End() => _items.Count == 0 ? 1 : _items.Max(item => item.Position) + 1;

    // Requests overtake one another by milliseconds: no span may end before it began.
    private DateTime After(DateTime when) => _callings.Select(calling => calling.Until ?? calling.From).Concat(_absences.Select(absence => absence.ReturnedAt ?? absence.LeftAt)).Append(BegunAt ?? when).Append(when).Max();

    private void EndCalling(DateTime now)
    {
        foreach (var calling in _callings.Where(calling => calling.Until is null)) calling.Until = now;
    }

    private void Move(IReadOnlyCollection<Guid> barred, DateTime now)
    {
        var (present, here) = (Present.ToHashSet(), Out.ToHashSet());
        foreach (var absence in _absences.Where(absence => absence.ReturnedAt is null && !(barred.Contains(absence.PersonId) && present.Contains(absence.PersonId)))) absence.ReturnedAt = now;
        _absences.AddRange(barred.Where(person => present.Contains(person) && !here.Contains(person)).Distinct().Order().Select(person => SessionAbsence.Of(person, now)));
    }

    private Outcome<ConsensusSession> Set(Call call, SessionPlan plan, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(plan.Title)) return new Refusal("session.without_title", "Bitte geben Sie der Sitzung einen Titel.");
        if (string.IsNullOrWhiteSpace(plan.Place) && string.IsNullOrWhiteSpace(plan.Link)) return new Refusal("session.without_place", "Bitte geben Sie an, wo die Sitzung stattfindet: einen Ort oder die Adresse der Videokonferenz.");
        foreach (var (text, max) in new[] { (plan.Title, MaxLine), (plan.Place, MaxLine), (plan.Link, MaxLine), (plan.Note, MaxNote) })
            if (TextRules.Check(text, max).Refused(out var unfit)) return unfit;
        if (plan.MarginTenths is < 0 or > WidestMargin) return new Refusal("session.margin", "Bitte geben Sie für den Abstand 0 bis {0} Punkte ein.", WidestMargin / 10);
        if (plan.GroupCodes.FirstOrDefault(code => call.Definition.Group(code) is null) is { } unknown) return new Refusal("session.group", "Die Prämierungsgruppe „{0}“ gibt es in diesem Wettbewerb nicht.", unknown);
        (Title, BeginsAt, Place, Link, Note) = (plan.Title.Trim(), plan.BeginsAt, plan.Place.Trim(), plan.Link.Trim(), plan.Note.Trim());
        (NoteTakerId, HidesNames, MarginTenths) = (plan.NoteTakerId, plan.HidesNames, plan.MarginTenths);
        if (!GroupCodes.SequenceEqual(plan.GroupCodes)) GroupCodes = [.. plan.GroupCodes.Distinct()];
        Seat(plan.Seats, write);
        return this;
    }

    private void Seat(IReadOnlyList<(Guid Person, Presence Presence)> seats, WriteContext write)
    {
        var wanted = seats.DistinctBy(seat => seat.Person).ToDictionary(seat => seat.Person, seat => seat.Presence);
        foreach (var seat in _seats.Where(seat => wanted.ContainsKey(seat.PersonId) && seat.Presence != wanted[seat.PersonId])) seat.Presence = wanted[seat.PersonId];
        _seats.RemoveAll(seat => !wanted.ContainsKey(seat.PersonId));
        _seats.AddRange(wanted.Where(each => _seats.TrueForAll(seat => seat.PersonId != each.Key)).Select(each => SessionSeat.Of(each.Key, each.Value)));
        if (State == SessionStage.Running) Move([.. Out], After(write.When));
    }
}
