using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Jury.Jury;

/// <summary>Where a jury member begins: the juries and what is to be done in them.</summary>
public sealed class IndexModel(AwardsDbContext db, CallCache cache, RequestContext request) : PageModel
{
    public IReadOnlyList<Call> Calls { get; private set; } = [];
    public IReadOnlyDictionary<Guid, JuryProgress> Progress { get; private set; } = new Dictionary<Guid, JuryProgress>();

    public bool IsChair(Call call) => User.Holds(call.Id, CallRole.JuryChair);

    public bool IsClosed(Call call) => call.HasReached(PhaseKind.Publication, request.Began);

    /// <summary>First day of the jury phase, where it is still to come.</summary>
    public DateTime? Begins(Call call) => call.Phase(PhaseKind.Jury) is { } phase && request.Began < phase.From ? phase.From : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Calls = await cache.ListAsync(db, User.CallsWith(CallRole.JuryMember, CallRole.JuryDeputy, CallRole.JuryChair), cancellationToken);
        Progress = await JuryQueries.ProgressAsync(db, [.. Calls.Select(call => call.Id)], cancellationToken);
    }
}
