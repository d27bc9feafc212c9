using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Statistics;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Statistics.Office;

/// <summary>The tables of a call, counted now from the admitted entries, and its data states.</summary>
public sealed class TablesModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public DateTime Now => request.Began;
    public bool IsLead => User.Holds(Call.Id, CallRole.Lead);
    public int Entries { get; private set; }
    public IReadOnlyList<StatisticTable> Tables { get; private set; } = [];
    public IReadOnlyList<SnapshotLine> Snapshots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var entries = await CountedEntries.LoadAsync(db, Call.Id, cancellationToken);
        Entries = entries.Count;
        Tables = CountedEntries.Tables(Call, entries, RequestContext.Language);
        Snapshots = await StatisticsQueries.SnapshotsAsync(db, Call.Id, cancellationToken);
    }
}
