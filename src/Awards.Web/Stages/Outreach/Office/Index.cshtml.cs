using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>All contact lists and waves of a call.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class IndexModel(AwardsDbContext db, Unsubscribing unsubscribing, RequestContext request) : PageModel
{
    public string Slug => request.Call.Slug;
    public bool CanSend => unsubscribing.IsPossible;
    public IReadOnlyList<ListLine> Lists { get; private set; } = [];
    public IReadOnlyList<WaveLine> Waves { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lists = await OutreachQueries.ListsAsync(db, request.Call.Id, cancellationToken);
        Waves = await OutreachQueries.WavesAsync(db, request.Call.Id, cancellationToken);
    }
}
