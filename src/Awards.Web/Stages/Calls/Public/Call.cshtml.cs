using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Calls.Public;

/// <summary>What a competition is about, who may enter, and when.</summary>
public sealed class CallModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public CallDefinition Definition => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public IReadOnlyList<DownloadLine> Downloads { get; private set; } = [];
    public bool Published => request.Call.HasReached(PhaseKind.Publication, request.Began);

    /// <summary>The application phase while it runs, else null.</summary>
    public Phase? Open => request.Call.IsIn(PhaseKind.Application, request.Began) ? request.Call.Phase(PhaseKind.Application) : null;

    /// <summary>Forms to fill in elsewhere, until the deadline.</summary>
    public bool OffersForms => request.Call.Phase(PhaseKind.Application)?.Until is not { } until || request.Began < until;

    /// <summary>Whole days left; null where the phase has no end.</summary>
    public int? DaysLeft => Open?.Until is { } until ? GermanTime.DaysLeft(until, request.Began) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Downloads = await CallDownloads.ListAsync(db, request.Call.Id, DownloadAudience.Everybody, cancellationToken);

    public bool IsNow(Phase phase) => phase.Contains(request.Began);

    public bool IsOver(Phase phase) => phase.Until is { } until && request.Began >= until;
}
