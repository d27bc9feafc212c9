using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Calls.Office;

/// <summary>Where the office begins: its calls and what each of them waits for.</summary>
public sealed class IndexModel(AwardsDbContext db, CallCache cache, RequestContext request) : PageModel
{
    public IReadOnlyList<Call> Calls { get; private set; } = [];
    public IReadOnlyDictionary<Guid, CallStanding> Standings { get; private set; } = new Dictionary<Guid, CallStanding>();

    /// <summary>Short reports that wait in the office; for lead and editor.</summary>
    public IReadOnlyDictionary<Guid, Reports.ReportsWaiting> Reports { get; private set; } = new Dictionary<Guid, Reports.ReportsWaiting>();

    public bool MayCreate => User.CallsWith(CallRole.Lead).Count > 0;

    public Sentence Bottleneck(Call call) => Standings[call.Id].Bottleneck(call, request.Began, RequestContext.Language);

    /// <summary>The phases that run now.</summary>
    public IEnumerable<PhaseKind> Running(Call call) => call.Definition.Phases.Where(phase => phase.Contains(request.Began)).Select(phase => phase.Kind);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Calls = await cache.ListAsync(db, User.CallsWith(CallRole.Lead, CallRole.Editor, CallRole.Finance), cancellationToken);
        Standings = await CallQueries.StandingsAsync(db, Calls, cancellationToken);
        Reports = await Stages.Reports.ReportQueries.WaitingAsync(db, User.CallsWith(CallRole.Lead, CallRole.Editor), cancellationToken);
    }
}
