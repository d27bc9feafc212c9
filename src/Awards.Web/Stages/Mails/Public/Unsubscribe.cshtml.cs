using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Mails.Public;

/// <summary>
/// Ends mailings to the receiver whom the token names. Only a POST acts, as mail scanners open links. The token is the right: mail programs post
/// here without cookies (RFC 8058), so there is no antiforgery token to ask for.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(AwardsDbContext db, CallCache calls, Unsubscribing unsubscribing, RequestContext request) : PageModel
{
    private Subscriber _subscriber = null!;

    /// <summary>The call of the mailing; null = one of the installation.</summary>
    public Call? Call { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>The address, so that only who knows it recognises it.</summary>
    public string Masked => _subscriber.Address.Split('@') is [{ Length: > 0 } name, var host] ? $"{name[..1]}…@{host}" : "…";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => await LoadAsync(token, cancellationToken) ? Page() : NotFound();

    /// <summary>Ends those of the call, or with <paramref name="alle"/> all. Doing it twice changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(string token, [FromForm] bool alle, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(token, cancellationToken)) return NotFound();
        var scope = alle ? null : _subscriber.CallId;
        var hash = MailSuppression.HashOf(_subscriber.Address);
        await db.WriteAsync(request.Write(), AuditAction.MailingsUnsubscribed, async () =>
        {
            if (!await db.MailSuppressions.AnyAsync(each => each.AddressHash == hash && (each.CallId == null || each.CallId == scope), cancellationToken))
                db.MailSuppressions.Add(MailSuppression.Create(_subscriber.Address, scope, request.Began));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        IsDone = true;
        return Page();
    }

    private async Task<bool> LoadAsync(string token, CancellationToken cancellationToken)
    {
        if (unsubscribing.Read(token) is not { } subscriber) return false;
        _subscriber = subscriber;
        if (subscriber.CallId is { } id) Call = await calls.GetAsync(db, id, cancellationToken);
        return true;
    }
}
