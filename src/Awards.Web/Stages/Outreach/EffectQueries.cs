using Awards.Domain.Outreach;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Outreach;

/// <summary>What each wave of a call brought.</summary>
public static class EffectQueries
{
    /// <summary>All waves that began, newest first, in four queries however many addresses they had.</summary>
    public static async Task<IReadOnlyList<(Wave Wave, WaveEffect Effect)>> EffectsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken)
    {
        var waves = await db.Waves.AsNoTracking().Where(wave => wave.CallId == callId && wave.StartedAt != null).OrderByDescending(wave => wave.StartedAt).ThenBy(wave => wave.Id).ToListAsync(cancellationToken);
        if (waves.Count == 0) return [];
        var mails = (await db.WaveMails.AsNoTracking().Where(mail => mail.CallId == callId)
            .Select(mail => new
            {
                mail.WaveId,
                mail.MunicipalityId,
                mail.State,
                mail.Type,
                mail.At,
                mail.Outcome,
                Sent = db.Outbox.Where(sent => sent.Id == mail.MailId).Select(sent => (OutboxState?)sent.State).FirstOrDefault(),
                Bounced = db.Bounces.Any(bounce => bounce.MailId != null && bounce.MailId == mail.MailId && bounce.Kind == BounceKind.Hard),
            }).ToListAsync(cancellationToken)).ToLookup(mail => mail.WaveId, mail => new EffectMail(mail.MunicipalityId, mail.State, mail.Type, mail.At, mail.Outcome,
                mail.Sent == OutboxState.Sent, mail.Outcome == WaveOutcome.OptedOut || mail.Sent == OutboxState.Suppressed, mail.Bounced || mail.Sent == OutboxState.Failed));
        var letters = await OutreachQueries.LettersAsync(db, callId, cancellationToken);
        var applications = await OutreachQueries.ApplicationsAsync(db, callId, cancellationToken);
        return [.. waves.Select(wave => (wave, WaveEffect.Count([.. mails[wave.Id]], letters, applications)))];
    }
}
