using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Shell.Public;

/// <summary>Start page: which calls are open, which are decided.</summary>
public sealed class IndexModel(AwardsDbContext db, CallCache cache, RequestContext request) : PageModel
{
    /// <summary>A call as the start page shows it.</summary>
    public sealed record CallTile(string Slug, string Title, string Summary, string? Deadline, bool Published);

    public IReadOnlyList<CallTile> Calls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var tiles = new List<CallTile>();
        foreach (var slug in await db.Calls.OrderByDescending(call => call.Slug).Select(call => call.Slug).ToListAsync(cancellationToken))
        {
            var call = (await cache.FindAsync(db, slug, cancellationToken))!;
            if (call.Definition.Draft) continue;
            var open = call.IsIn(PhaseKind.Application, request.Began);
            tiles.Add(new(slug, call.Definition.Title.In(RequestContext.Language), call.Definition.Summary.In(RequestContext.Language),
                open && call.Phase(PhaseKind.Application)!.Until is { } until ? GermanTime.Deadline(until, RequestContext.Language) : null,
                call.HasReached(PhaseKind.Publication, request.Began)));
        }
        Calls = [.. tiles.OrderByDescending(tile => tile.Deadline is not null)];
    }
}
