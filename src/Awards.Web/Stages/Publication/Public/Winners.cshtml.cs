using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Publication.Public;

/// <summary>Who won what.</summary>
public sealed class WinnersModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public bool Published => Call.HasReached(PhaseKind.Publication, request.Began);
    public IReadOnlyList<PublicWinner> Winners { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Published) Winners = await PublicationQueries.WinnersAsync(db, Call.Id, cancellationToken);
    }
}
