using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>One mail of a call: its text, what happened to it, and what a person may do about it.</summary>
[Authorize(Policy = MailRights.Read)]
public sealed class MailModel(AwardsDbContext db, MailKinds kinds, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public string? Reason { get; set; }

    public string Slug => request.Call.Slug;
    public OutboxMessage Mail { get; private set; } = null!;
    public IReadOnlyList<MailEvent> History { get; private set; } = [];

    /// <summary>The kind's name, where it has one.</summary>
    public string? Kind => kinds.Find(Mail.Kind)?.Label;

    /// <summary>Not for the person who looks.</summary>
    public bool IsSealed => kinds.Find(Mail.Kind)?.SealedFrom(User, request.Call.Id) == true;

    /// <summary>Given up or unsure: waits for a person.</summary>
    public bool IsOpen => Mail.State is OutboxState.Failed or OutboxState.Unsure;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostSendAgainAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, AuditAction.MailSentAgain, (mail, write) => mail.SendAgain(write.When), /*text*/ "Die Mail wird in den nächsten Sekunden erneut gesendet.", cancellationToken);

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, AuditAction.MailSettledByHand, (mail, write) => mail.SettleByHand(write), /*text*/ "Die Mail ist als gesendet vermerkt.", cancellationToken);

    private async Task<IActionResult> ChangeAsync(Guid id, AuditAction action, Func<OutboxMessage, WriteContext, Outcome<OutboxMessage>> change, string done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var write = request.Write(Reason);
        var outcome = await db.WriteAsync(write, action, async () =>
        {
            var mail = await db.Outbox.SingleAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken);
            var before = mail.State;
            var changed = change(mail, write);
            // Mails leave no rows by themselves: their text would be kept twice.
            if (!changed.Refused(out _)) db.Record(write, action, nameof(OutboxMessage), id, $$"""{"State":["{{before}}","{{mail.State}}"]}""");
            return changed;
        }, cancellationToken: cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts[done]);
            return LocalRedirect(MailLinks.Mail(Slug, id));
        }
        ModelState.Add(texts, refusal, refusal.Code == "mail.settle_needs_reason" ? nameof(Reason) : "");
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await MailQueries.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } mail) return false;
        Mail = mail;
        History = await MailQueries.HistoryAsync(db, id, cancellationToken);
        return true;
    }
}
