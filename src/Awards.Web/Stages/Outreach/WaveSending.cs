using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Outreach;

/// <summary>
/// Writes the mails of waves, a few at a time, at the pace that is set (src/decisions/0030). Each step is one transaction that notes an address and
/// puts its mail into the outbox, or does neither: whatever breaks off, the next run goes on where the last one was.
/// </summary>
public sealed class WaveSending(AwardsDbContext db, CallCache calls, PublicAddress address, MailOptions options, BounceDesk bounces, TimeProvider clock)
{
    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Contacts in one transaction.</summary>
    private const int Most = 25;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One run; gives the number of mails written.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await bounces.NoteRefusedAsync(Now, cancellationToken);
        await BeginDueAsync(cancellationToken);
        var written = 0;
        foreach (var id in await db.Waves.Where(wave => wave.State == WaveState.Running).OrderBy(wave => wave.StartedAt).ThenBy(wave => wave.Id).Select(wave => wave.Id).ToListAsync(cancellationToken))
        {
            var room = await RoomAsync(cancellationToken) - written;
            while (room > 0 && await StepAsync(id, Math.Min(room, Most), cancellationToken) is { } step)
            {
                (written, room) = (written + step, room - step);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        return written;
    }

    /// <summary>Decides about the next contacts of a wave; gives the number of mails written, null when it is over or does not run.</summary>
    public async Task<int?> StepAsync(Guid waveId, int most, CancellationToken cancellationToken)
    {
        var write = WriteContext.System(Now, "Aussendung");
        var outcome = await db.WriteAsync(write, AuditAction.WaveSent, async () =>
        {
            if (await db.Waves.SingleOrDefaultAsync(each => each.Id == waveId && each.State == WaveState.Running, cancellationToken) is not { } wave) return (Outcome<int?>)(int?)null;
            var next = await db.Contacts.AsNoTracking().Where(each => each.ListId == wave.ListId && each.AddressHash != null && !db.WaveMails.Any(mail => mail.WaveId == waveId && mail.AddressHash == each.AddressHash))
                .OrderBy(each => each.Id).Take(most).ToListAsync(cancellationToken);
            if (next.Count > 0) return await DecideAsync(wave, next, write.When, cancellationToken);
            wave.Finish(write.When);
            return (int?)null;
        }, lockOn: waveId, cancellationToken);
        db.ChangeTracker.Clear();
        return outcome.Refused(out _) ? 0 : outcome.Fact;
    }

    private async Task<int?> DecideAsync(Wave wave, List<Contact> contacts, DateTime now, CancellationToken cancellationToken)
    {
        var call = await calls.GetAsync(db, wave.CallId, cancellationToken);
        var hashes = contacts.ConvertAll(each => each.AddressHash!);
        var places = contacts.Where(each => each.MunicipalityId is not null).Select(each => each.MunicipalityId).Distinct().ToList();
        var optedOut = await OutreachQueries.OptedOut(db, wave.CallId).Where(hash => hashes.Contains(hash)).ToHashSetAsync(cancellationToken);
        var dead = await OutreachQueries.Undeliverable(db, wave.CallId).Where(hash => hashes.Contains(hash)).ToHashSetAsync(cancellationToken);
        var before = await db.WaveMails.Where(mail => mail.CallId == wave.CallId && mail.WaveId != wave.Id && mail.Outcome == WaveOutcome.Written && (hashes.Contains(mail.AddressHash) || places.Contains(mail.MunicipalityId)))
            .Select(mail => new { mail.AddressHash, mail.MunicipalityId }).ToListAsync(cancellationToken);
        var (written, reached) = (before.Select(each => each.AddressHash).ToHashSet(), before.Select(each => each.MunicipalityId).OfType<Guid>().ToHashSet());
        var letters = await OutreachQueries.LettersAsync(db, wave.CallId, cancellationToken);
        var applied = await OutreachQueries.AppliedAsync(db, wave.CallId, places, cancellationToken);
        var count = 0;
        foreach (var contact in contacts)
        {
            var (hash, place) = (contact.AddressHash!, contact.MunicipalityId ?? Guid.Empty);
            var facts = new ContactFacts(optedOut.Contains(hash), dead.Contains(hash), written.Contains(hash) || reached.Contains(place), letters.Contains(place), applied.Contains(place));
            var outcome = OutreachRules.Decide(wave.Kind, wave.Audience, facts);
            var mail = outcome == WaveOutcome.Written ? WaveTexts.Write(wave, contact, call, address, now) : null;
            if (mail is not null) db.Outbox.Add(mail);
            db.WaveMails.Add(WaveMail.Note(wave, contact, outcome, mail?.Id, now));
            if (mail is not null) count++;
        }
        return count;
    }

    /// <summary>Mails that may be written now: a share of the minute, and no more in any minute than is set, whichever node wrote them.</summary>
    private async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        var since = Now - Minute;
        var recent = await db.WaveMails.CountAsync(mail => mail.At > since && mail.Outcome == WaveOutcome.Written, cancellationToken);
        return Math.Min(options.WavePerMinute - recent, (int)Math.Ceiling(options.WavePerMinute * (Rhythm / Minute)));
    }

    private async Task BeginDueAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        foreach (var id in await db.Waves.Where(wave => wave.State == WaveState.Planned && wave.PlannedFor <= now).Select(wave => wave.Id).ToListAsync(cancellationToken))
            await db.WriteAsync(WriteContext.System(now, "Aussendung"), AuditAction.WaveSent, async () =>
            {
                (await db.Waves.SingleAsync(wave => wave.Id == id, cancellationToken)).Begin(now);
                return (Outcome<bool>)true;
            }, lockOn: id, cancellationToken);
    }
}
