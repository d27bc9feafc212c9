using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>Every mail of a call and what became of it.</summary>
[Authorize(Policy = MailRights.Read)]
public sealed class MailsModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public string Slug => request.Call.Slug;
    public MailListView View { get; private set; } = null!;
    public int Total => View.List.Counts.Values.Sum();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = MailFilter.Read(Request.Query);
        View = new(await MailQueries.ListAsync(db, request.Call.Id, filter, cancellationToken), filter, other => MailLinks.Mails(Slug, other), id => MailLinks.Mail(Slug, id));
    }

    public int Count(OutboxState state) => View.List.Counts.GetValueOrDefault(state);
}
