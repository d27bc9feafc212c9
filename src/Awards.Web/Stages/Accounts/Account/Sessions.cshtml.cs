using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Where the person is signed in; ends one session or all. It takes effect with the next request of that device.</summary>
public sealed class SessionsModel(AwardsDbContext db, SignIns signIns, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Guid Own => request.Session.Id;
    public IReadOnlyList<Session> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await AccountQueries.Living(db, request.PersonId, request.Began).AsNoTracking().OrderByDescending(each => each.LastSeenAt).ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (id == Own)
        {
            await signIns.SignOutAsync(cancellationToken);
            return LocalRedirect(AccountLinks.SignIn);
        }
        var ended = await EndAsync(() => db.Sessions.Where(each => each.Id == id && each.PersonId == request.PersonId && each.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, request.Began), cancellationToken), cancellationToken);
        if (ended == 0) return NotFound();
        TempData.Say(texts["Die Sitzung ist beendet."]);
        return LocalRedirect(AccountLinks.Sessions);
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancellationToken)
    {
        await EndAsync(() => signIns.EndAsync(request.PersonId, except: null, cancellationToken), cancellationToken);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData.Say(texts["Sie sind auf allen Geräten abgemeldet."]);
        return LocalRedirect(AccountLinks.SignIn);
    }

    private async Task<int> EndAsync(Func<Task<int>> end, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return (await db.WriteAsync(write, AuditAction.SessionsEnded, async () =>
        {
            var ended = await end();
            if (ended > 0) db.Record(write, AuditAction.SessionsEnded, nameof(Person), request.PersonId, $$"""{"Sessions":{{ended}}}""");
            return (Outcome<int>)ended;
        }, cancellationToken: cancellationToken)).Fact;
    }
}
