using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>Mails that belong to no call and what became of them. Their texts are shown to nobody: most of them hold a link that signs in.</summary>
[Authorize(Policy = MailRights.Accounts)]
public sealed class AccountMailsModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public string Slug => request.Call.Slug;
    public MailListView View { get; private set; } = null!;
    public int Total => View.List.Counts.Values.Sum();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = MailFilter.Read(Request.Query);
        View = new(await MailQueries.ListAsync(db, null, filter, cancellationToken), filter, other => MailLinks.AccountMails(Slug, other), Open: null);
    }
}
