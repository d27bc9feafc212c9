using Awards.Domain.Calls;
using Awards.Domain.Publication;
using Awards.Domain.Statistics;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Statistics.Public;

/// <summary>The tables of the latest data state, once the results are public. Nothing here is counted live.</summary>
public sealed class TablesModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public bool Published => Call.HasReached(PhaseKind.Publication, request.Began);
    public Snapshot? Snapshot { get; private set; }
    public IReadOnlyList<StatisticTable> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Published) return;
        Snapshot = await StatisticsQueries.LatestAsync(db, Call.Id, cancellationToken);
        Tables = Snapshot?.Tables(RequestContext.Language) ?? [];
    }
}
