using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Consensus;

/// <summary>Somebody who can take part in a session.</summary>
/// <param name="IsReviewer">Has a page of the session without being in the office.</param>
public sealed record SessionPerson(Guid Id, string Name, bool IsReviewer);

/// <summary>An open session in which somebody takes part.</summary>
public sealed record SeatLine(Guid CallId, Guid Id, string Title, DateTime BeginsAt);

/// <summary>An item as the agenda shows it.</summary>
/// <param name="Outcome">What is settled; null = nothing.</param>
/// <param name="Out">Who of those present has a conflict with it.</param>
/// <param name="Change">Who goes out and comes in before it, when the order is followed.</param>
public sealed record AgendaRow(SessionItem Item, EntryLine Line, ConsensusOutcome? Outcome, IReadOnlyList<Guid> Out, RoomChange Change);

/// <summary>A session with what is known of its entries now.</summary>
/// <param name="Rows">In order, without those that left.</param>
/// <param name="Names">Of all that take part.</param>
public sealed record SessionView(ConsensusSession Session, IReadOnlyList<AgendaRow> Rows, IReadOnlyDictionary<Guid, string> Names, ILookup<Guid, Guid> Barred)
{
    /// <summary>How many times somebody leaves the room, when the order is followed.</summary>
    public int Leavings => Rows.Sum(row => row.Change.Leaving.Count);

    /// <summary>Who has a conflict with an entry and is in the room all the same.</summary>
    public IEnumerable<Guid> StillInside(Guid entryId) => Barred[entryId].Intersect(Session.Present).Except(Session.Out);

    /// <summary>Names of people, in order.</summary>
    public string NamesOf(IEnumerable<Guid> people) => string.Join(", ", people.Select(person => Names.GetValueOrDefault(person, "?")).Order(StringComparer.CurrentCulture));
}

/// <summary>Reads sessions.</summary>
public static class SessionReading
{
    /// <summary>Sessions with all their parts.</summary>
    public static IQueryable<ConsensusSession> Whole(AwardsDbContext db) =>
        db.ConsensusSessions.Include(session => session.Seats).Include(session => session.Items).Include(session => session.Callings).Include(session => session.Absences).AsSplitQuery();

    /// <summary>Sessions that are not closed and have an entry on their agenda.</summary>
    public static Task<List<ConsensusSession>> OpenWithAsync(AwardsDbContext db, Guid entryId, CancellationToken cancellationToken) =>
        Whole(db).Where(session => session.State != SessionStage.Closed && session.Items.Any(item => item.EntryId == entryId)).ToListAsync(cancellationToken);

    /// <summary>A session of a call as it stands; null = there is none.</summary>
    public static Task<ConsensusSession?> FindAsync(AwardsDbContext db, Guid callId, Guid id, CancellationToken cancellationToken) =>
        Whole(db).AsNoTracking().FirstOrDefaultAsync(session => session.Id == id && session.CallId == callId, cancellationToken);

    /// <summary>A session with its agenda: the same number of queries however many entries.</summary>
    public static async Task<SessionView> ViewAsync(AwardsDbContext db, EntryLines lines, ConsensusSession session, CancellationToken cancellationToken)
    {
        var known = (await lines.OfAsync(db, session.CallId, cancellationToken)).ToDictionary(line => line.Id);
        var outcomes = await OutcomesAsync(db, session.CallId, cancellationToken);
        var barred = await BarredAsync(db, session.CallId, [.. session.Seats.Select(seat => seat.PersonId)], cancellationToken);
        Guid[] people = [.. session.Seats.Select(seat => seat.PersonId), .. session.Absences.Select(absence => absence.PersonId), session.NoteTakerId ?? Guid.Empty];
        var names = await db.Users.Where(person => people.Contains(person.Id)).Select(person => new { person.Id, person.DisplayName }).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        // What was excluded after the session stayed open in it.
        var items = session.Agenda.Where(item => item.State != ItemState.Left && known.ContainsKey(item.EntryId)).ToList();
        var outs = items.ConvertAll(item => barred[item.EntryId].Intersect(session.Present).ToHashSet());
        var changes = RoomChange.Along(outs);
        return new(session, [.. items.Select((item, at) => new AgendaRow(item, known[item.EntryId], outcomes.TryGetValue(item.EntryId, out var outcome) ? outcome : null, [.. outs[at]], changes[at]))], names, barred);
    }

    /// <summary>
    /// The agenda of a session as it would be made now: entries of its groups whose pair has handed in, without a result, and on no other open agenda.
    /// </summary>
    public static async Task<IReadOnlyList<AgendaPlace>> AgendaAsync(AwardsDbContext db, EntryLines lines, Call call, ConsensusSession session, CancellationToken cancellationToken)
    {
        var outcomes = await OutcomesAsync(db, call.Id, cancellationToken);
        var taken = (await db.ConsensusSessions.Where(other => other.CallId == call.Id && other.Id != session.Id && other.State != SessionStage.Closed)
            .SelectMany(other => other.Items).Where(item => item.State == ItemState.Open).Select(item => item.EntryId).ToListAsync(cancellationToken)).ToHashSet();
        var present = session.Present.ToList();
        var barred = await BarredAsync(db, call.Id, present, cancellationToken);
        var entries = (await lines.OfAsync(db, call.Id, cancellationToken)).Where(line => session.GroupCodes.Count == 0 || session.GroupCodes.Contains(line.GroupCode))
            .Select(line => new AgendaEntry(line.Id, line.Number, line.GroupCode, line.Pair, outcomes.TryGetValue(line.Id, out var outcome) ? outcome != ConsensusOutcome.DoNotPropose : null)).ToList();
        var agenda = ConsensusAgenda.Of([.. call.Definition.AwardGroups.Select(group => group.Code)], entries, barred, session.MarginTenths);
        return [.. agenda.Where(place => !taken.Contains(place.EntryId))];
    }

    /// <summary>By entry who of some people has a conflict with it: declared, set or found, or on the applicant's side.</summary>
    public static async Task<ILookup<Guid, Guid>> BarredAsync(AwardsDbContext db, Guid callId, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var conflicts = await db.Conflicts.Where(conflict => people.Contains(conflict.PersonId) && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == callId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancellationToken);
        return conflicts.Select(conflict => (conflict.EntryId, conflict.PersonId))
            .Concat((await Grants.ApplicantsAsync(db, callId, cancellationToken)).Where(each => people.Contains(each.PersonId)).Select(each => (each.EntryId, each.PersonId)))
            .Distinct().ToLookup(each => each.EntryId, each => each.PersonId);
    }

    /// <summary>Open sessions of some calls in which a person takes part and is not excused, the next one first.</summary>
    public static Task<List<SeatLine>> SeatsAsync(AwardsDbContext db, Guid personId, IReadOnlyList<Guid> calls, CancellationToken cancellationToken) =>
        db.ConsensusSessions.Where(session => calls.Contains(session.CallId) && session.State != SessionStage.Closed && session.Seats.Any(seat => seat.PersonId == personId && seat.Presence == Presence.Present))
            .OrderBy(session => session.BeginsAt).Select(session => new SeatLine(session.CallId, session.Id, session.Title, session.BeginsAt)).ToListAsync(cancellationToken);

    /// <summary>Reviewers of the call and people of the office, by name.</summary>
    public static async Task<List<SessionPerson>> PeopleAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        [.. (await (from role in db.RoleAssignments
                    where role.CallId == callId && (role.Role == CallRole.Reviewer || role.Role == CallRole.Lead || role.Role == CallRole.Editor || role.Role == CallRole.Finance)
                    join person in db.Users on role.PersonId equals person.Id
                    select new { person.Id, person.DisplayName, role.Role }).ToListAsync(cancellationToken))
            .GroupBy(each => (each.Id, each.DisplayName)).Select(person => new SessionPerson(person.Key.Id, person.Key.DisplayName, person.Any(each => each.Role == CallRole.Reviewer)))
            .OrderBy(person => person.Name, StringComparer.CurrentCulture).ThenBy(person => person.Id)];

    private static Task<Dictionary<Guid, ConsensusOutcome>> OutcomesAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        db.ConsensusResults.Where(result => result.CallId == callId).Select(result => new { result.EntryId, result.Outcome }).ToDictionaryAsync(result => result.EntryId, result => result.Outcome, cancellationToken);
}
