using Awards.Domain.Calls;
using Awards.Domain.PreReview.Sessions;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Checking;

/// <summary>What must hold of joint sessions: results of their own call, spans of time inside the session, no entry on two open agendas.</summary>
internal static class ConsensusCheck
{
    /// <summary>Faults of a call, a German sentence each.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        var foreign = await db.ConsensusResults.Where(result => result.CallId == call.Id && ((result.SessionId != null && !db.ConsensusSessions.Any(session => session.Id == result.SessionId && session.CallId == call.Id))
                || result.Earlier.Any(earlier => earlier.SessionId != null && !db.ConsensusSessions.Any(session => session.Id == earlier.SessionId && session.CallId == call.Id))))
            .Select(result => result.EntryId).ToListAsync(cancellationToken);
        faults.AddRange(foreign.Select(entry => $"{call.Slug}, Beitrag {entry}: Das Ergebnis nennt eine Sitzung eines anderen Wettbewerbs."));
        var sessions = await db.ConsensusSessions.AsNoTracking().Include(session => session.Items).Include(session => session.Callings).Include(session => session.Absences).AsSplitQuery()
            .Where(session => session.CallId == call.Id).ToListAsync(cancellationToken);
        foreach (var twice in sessions.Where(session => session.IsOpen).SelectMany(session => session.Items).Where(item => item.State == ItemState.Open).GroupBy(item => item.EntryId).Where(group => group.Count() > 1))
            faults.Add($"{call.Slug}, Beitrag {twice.Key}: steht auf der Tagesordnung von {twice.Count()} Sitzungen.");
        foreach (var session in sessions)
        {
            var spans = session.Callings.Select(calling => (calling.From, calling.Until)).Concat(session.Absences.Select(absence => (From: absence.LeftAt, Until: absence.ReturnedAt))).ToList();
            if (spans.Exists(span => session.BegunAt is not { } begun || span.From < begun || span.Until < span.From || (session.EndedAt is { } ended && (span.Until is not { } until || until > ended))))
                faults.Add($"{call.Slug}, Sitzung {session.Id}: Ein Aufruf oder eine Abwesenheit liegt nicht innerhalb der Sitzung.");
            if (session.Callings.Count(calling => calling.Until is null) != (session.CurrentEntryId is null ? 0 : 1)) faults.Add($"{call.Slug}, Sitzung {session.Id}: Der aufgerufene Punkt ist nicht eindeutig.");
        }
        return faults;
    }
}
