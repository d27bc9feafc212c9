using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Consensus;

/// <summary>What the lead does with a session. One write of a call at a time, so that two leads never decide the same item.</summary>
public sealed class SessionDesk(AwardsDbContext db, EntryLines lines, RequestContext request, MailTemplates mails, PublicAddress address)
{
    private static readonly Refusal NotCurrent = new("session.not_current", "Inzwischen ist ein anderer Punkt aufgerufen. Ihr Ergebnis wurde nicht gespeichert; bitte gehen Sie zu dem Beitrag zurück.");
    private static readonly Refusal StillInRoom = new("session.still_in_room", "Bei diesem Beitrag ist noch jemand im Raum, für den eine Befangenheit vermerkt ist. Bitte vermerken Sie zuerst, wer hinausgeht.");

    /// <summary>Plans a session, with its agenda.</summary>
    public Task<Outcome<ConsensusSession>> PlanAsync(SessionPlan plan, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.SessionPlanned, async () =>
        {
            var planned = ConsensusSession.Plan(request.Call, plan, write);
            if (planned.Refused(out _)) return planned;
            db.ConsensusSessions.Add(planned.Fact);
            return planned.Fact.DrawUp(await SessionReading.AgendaAsync(db, lines, request.Call, planned.Fact, cancellationToken));
        }, lockOn: request.Call.Id, cancellationToken);
    }

    /// <summary>Changes what was planned; null = there is no such session.</summary>
    public Task<Outcome<ConsensusSession>?> ChangeAsync(Guid id, SessionPlan plan, int seenVersion, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionChanged, async (session, write) =>
    {
        var changed = session.Change(request.Call, plan, seenVersion, write);
        if (changed.Refused(out _)) return changed;
        if (session is { State: SessionStage.Running, CurrentEntryId: { } entry }) return session.Reseat(await BarredAsync(session, entry, cancellationToken), write);
        return session.State == SessionStage.Planned ? await DrawUpAsync(session, cancellationToken) : session;
    }, cancellationToken);

    /// <summary>Makes the agenda anew, or while the session runs adds what is new.</summary>
    public Task<Outcome<ConsensusSession>?> DrawUpAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, AuditAction.SessionChanged, (session, _) => DrawUpAsync(session, cancellationToken), cancellationToken);

    /// <summary>Shows or hides the names of reviewers.</summary>
    public Task<Outcome<ConsensusSession>?> HideNamesAsync(Guid id, bool hide, CancellationToken cancellationToken) =>
        ActAsync(id, AuditAction.SessionChanged, (session, _) => Task.FromResult(session.HideNames(hide)), cancellationToken);

    /// <summary>Begins with the agenda as it is at this moment.</summary>
    public Task<Outcome<ConsensusSession>?> BeginAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionBegun, async (session, write) =>
    {
        if (session.State == SessionStage.Planned && (await DrawUpAsync(session, cancellationToken)).Refused(out var refusal)) return refusal;
        return session.Begin(write);
    }, cancellationToken);

    /// <summary>Goes to an item; who must be out leaves, the others come back.</summary>
    public Task<Outcome<ConsensusSession>?> GoAsync(Guid id, Guid entryId, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionItemCalled, async (session, write) =>
        session.Go(entryId, await BarredAsync(session, entryId, cancellationToken), write).Refused(out var refusal) ? refusal : session, cancellationToken);

    /// <summary>Puts an item off to the end, and goes to the next one if it was the current.</summary>
    public Task<Outcome<ConsensusSession>?> PostponeAsync(Guid id, Guid entryId, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionItemCalled, async (session, write) =>
    {
        var next = session.CurrentEntryId == entryId ? session.Next() : null;
        if (session.Postpone(entryId).Refused(out var refusal)) return refusal;
        return next is not null && session.Go(next.EntryId, await BarredAsync(session, next.EntryId, cancellationToken), write).Refused(out refusal) ? refusal : session;
    }, cancellationToken);

    /// <summary>Notes who goes out now, after a conflict became known since the item was called.</summary>
    public Task<Outcome<ConsensusSession>?> ReseatAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionRecused, async (session, write) =>
        session.CurrentEntryId is { } entry ? session.Reseat(await BarredAsync(session, entry, cancellationToken), write) : ConsensusSession.NotRunning, cancellationToken);

    /// <summary>Notes a conflict declared in the session, for the current item; the person leaves at once.</summary>
    public Task<Outcome<ConsensusSession>?> RecuseAsync(Guid id, Guid personId, ConflictKind kind, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionRecused, async (session, write) =>
    {
        if (session is not { State: SessionStage.Running, CurrentEntryId: { } entry }) return ConsensusSession.NotRunning;
        if (!session.Present.Contains(personId)) return new Refusal("session.not_there", "Diese Person nimmt an der Sitzung nicht teil.");
        if ((await PreReviewWrites.DeclareAsync(db, personId, [entry], kind, write, cancellationToken)).Refused(out var refusal)) return refusal;
        return session.Reseat([.. (await BarredAsync(session, entry, cancellationToken)).Append(personId)], write);
    }, cancellationToken);

    /// <summary>Settles the current item. Refused for another one, to who has a conflict, and while somebody who has one is in the room.</summary>
    public Task<Outcome<ConsensusSession>?> SettleAsync(Guid id, Guid entryId, ConsensusChoice choice, int seenVersion, CancellationToken cancellationToken) => ActAsync(id, AuditAction.ConsensusSettled, async (session, write) =>
    {
        if (session.State != SessionStage.Running) return ConsensusSession.NotRunning;
        if (session.CurrentEntryId != entryId) return NotCurrent;
        if (await RoomRefusalAsync(session, entryId, write, cancellationToken) is { } room) return room;
        var settled = await PreReviewWrites.SettleAsync(db, request.Call, entryId, choice with { SessionId = session.Id }, seenVersion, write, cancellationToken);
        return settled.Refused(out var refusal) || session.Settle(entryId, inBlock: false, write).Refused(out refusal) ? refusal : session;
    }, cancellationToken);

    /// <summary>Settles agreeing entries in one act, all or none.</summary>
    public Task<Outcome<ConsensusSession>?> SettleBlockAsync(Guid id, IReadOnlyList<BlockEntry> block, string sentence, List<(int Number, Refusal Refusal)> faults, CancellationToken cancellationToken) => ActAsync(id, AuditAction.ConsensusBlockSettled, async (session, write) =>
    {
        if (session.State != SessionStage.Running) return ConsensusSession.NotRunning;
        var facts = await BlockFacts.LoadAsync(db, lines, request.Call, [.. block.Select(entry => entry.EntryId)], cancellationToken);
        var barred = await SessionReading.BarredAsync(db, session.CallId, [.. session.Present.Append(write.Who ?? Guid.Empty)], cancellationToken);
        foreach (var entry in block.Where(entry => facts.ContainsKey(entry.EntryId)))
        {
            var fact = facts[entry.EntryId];
            var refusal = fact.Refusal(session, entry.Seen) ?? RoomRefusal(session, [.. barred[entry.EntryId]], write);
            if (refusal is null)
            {
                var choice = new ConsensusChoice(ConsensusWords.Following(fact.Line.Pair.Votes[0]), fact.Reasons(sentence)) { SessionId = session.Id };
                if (!(await PreReviewWrites.SettleAsync(db, request.Call, entry.EntryId, choice, PreReviewWrites.NotSettled, write, cancellationToken)).Refused(out refusal))
                    session.Settle(entry.EntryId, inBlock: true, write).Refused(out refusal);
            }
            if (refusal is not null) faults.Add((fact.Line.Number, refusal));
        }
        return faults.Count == 0 ? session : new Refusal("session.block_refused", "Es wurde nichts entschieden: Bei einzelnen Beiträgen geht es so nicht. Bitte sehen Sie sich die Liste noch einmal an.");
    }, cancellationToken);

    /// <summary>Ends the session.</summary>
    public Task<Outcome<ConsensusSession>?> CloseAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, AuditAction.SessionClosed, (session, write) => Task.FromResult(session.Close(write)), cancellationToken);

    /// <summary>Writes a mail to everybody who takes part and is not excused.</summary>
    public Task<Outcome<ConsensusSession>?> InviteAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, AuditAction.SessionInvited, async (session, write) =>
    {
        var invited = session.Invite(write);
        if (invited.Refused(out _)) return invited;
        var present = session.Present.ToList();
        var reviewers = (await SessionReading.PeopleAsync(db, session.CallId, cancellationToken)).Where(person => person.IsReviewer).Select(person => person.Id).ToHashSet();
        foreach (var person in await db.Users.Where(each => present.Contains(each.Id) && each.Email != null).OrderBy(each => each.Id).Select(each => new { each.Id, each.Email }).ToListAsync(cancellationToken))
            db.Outbox.Add(await mails.WriteAsync(SessionMails.Invitation, request.Call, session.Id, person.Email!, "de",
                SessionMails.Values(request.Call, session, reviewers.Contains(person.Id) ? address.Of(ConsensusLinks.Seat(request.Call.Slug, session.Id)) : "", "de"), write.When, null, cancellationToken));
        return invited;
    }, cancellationToken);

    private async Task<Outcome<ConsensusSession>?> ActAsync(Guid id, AuditAction action, Func<ConsensusSession, WriteContext, Task<Outcome<ConsensusSession>>> act, CancellationToken cancellationToken)
    {
        var (call, write) = (request.Call.Id, request.Write());
        if (!await db.ConsensusSessions.AnyAsync(session => session.Id == id && session.CallId == call, cancellationToken)) return null;
        return await db.WriteAsync(write, action, async () => await act(await SessionReading.Whole(db).SingleAsync(session => session.Id == id, cancellationToken), write), lockOn: call, cancellationToken);
    }

    private async Task<Outcome<ConsensusSession>> DrawUpAsync(ConsensusSession session, CancellationToken cancellationToken) =>
        session.DrawUp(await SessionReading.AgendaAsync(db, lines, request.Call, session, cancellationToken));

    private async Task<IReadOnlyCollection<Guid>> BarredAsync(ConsensusSession session, Guid entryId, CancellationToken cancellationToken) =>
        [.. (await SessionReading.BarredAsync(db, session.CallId, [.. session.Present], cancellationToken))[entryId]];

    private async Task<Refusal?> RoomRefusalAsync(ConsensusSession session, Guid entryId, WriteContext write, CancellationToken cancellationToken) =>
        RoomRefusal(session, [.. (await SessionReading.BarredAsync(db, session.CallId, [.. session.Present.Append(write.Who ?? Guid.Empty)], cancellationToken))[entryId]], write);

    private static Refusal? RoomRefusal(ConsensusSession session, IReadOnlyCollection<Guid> barred, WriteContext write) =>
        write.Who is { } who && barred.Contains(who) ? ConsensusSession.Recused
        : barred.Intersect(session.Present).Except(session.Out).Any() ? StillInRoom : null;
}
