using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>How far a wave is; interrupting, going on, ending it.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class ProgressModel(AwardsDbContext db, MailOptions options, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public int PerMinute => options.WavePerMinute;
    public Wave Wave { get; private set; } = null!;
    public IReadOnlyDictionary<WaveOutcome, int> Outcomes { get; private set; } = new Dictionary<WaveOutcome, int>();
    public IReadOnlyDictionary<OutboxState, int> Mails { get; private set; } = new Dictionary<OutboxState, int>();

    /// <summary>Addresses about which was decided.</summary>
    public int Decided => Outcomes.Values.Sum();

    /// <summary>All addresses; of a wave that is over, those about which was decided.</summary>
    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostPauseAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, AuditAction.WavePaused, wave => wave.Pause(), texts["Die Aussendung ist angehalten. Mails, die schon geschrieben sind, gehen noch hinaus."], cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, AuditAction.WaveResumed, wave => wave.Resume(request.Began), texts["Die Aussendung geht weiter."], cancellationToken);

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, AuditAction.WaveStopped, wave => wave.Stop(request.Began), texts["Die Aussendung ist abgebrochen."], cancellationToken);

    private async Task<IActionResult> ChangeAsync(Guid id, AuditAction action, Func<Wave, Outcome<Wave>> change, string done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var outcome = await db.WriteAsync(request.Write(), action, async () => change(await db.Waves.SingleAsync(wave => wave.Id == id, cancellationToken)), lockOn: id, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(OutreachLinks.Progress(Slug, id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Waves.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken) is not { } wave) return false;
        Wave = wave;
        Outcomes = await OutreachQueries.OutcomesAsync(db, id, cancellationToken);
        Mails = await db.WaveMails.Where(mail => mail.WaveId == id).Join(db.Outbox, mail => mail.MailId, sent => (Guid?)sent.Id, (_, sent) => sent.State).GroupBy(state => state)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancellationToken);
        Total = wave.FinishedAt is not null ? Decided : await db.Contacts.CountAsync(each => each.ListId == wave.ListId && each.AddressHash != null, cancellationToken);
        return true;
    }
}
