using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>Agenda of the joint session: per group diverging votes first, the largest difference on top.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class ConsensusModel(AwardsDbContext db, EntryLines known, RequestContext request) : PageModel
{
    /// <summary>An entry on the agenda with what is settled so far.</summary>
    public sealed record Item(EntryLine Line, ConsensusOutcome? Settled);

    /// <summary>Agenda of one group.</summary>
    /// <param name="Sealed">Entries that are not on the agenda yet, because a review is missing.</param>
    public sealed record Agenda(AwardGroup Group, IReadOnlyList<Item> Items, int Sealed)
    {
        public int Settled => Items.Count(item => item.Settled is not null);
        public int Proposed => Items.Count(item => item.Settled is not null and not ConsensusOutcome.DoNotPropose);
        public int Diverging => Items.Count(item => item.Line.Pair.IsDiverging);
    }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public IReadOnlyList<Agenda> Agendas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var lines = (await known.OfAsync(db, request.Call.Id, cancellationToken)).ToLookup(line => line.GroupCode);
        var settled = await db.ConsensusResults.Where(result => result.CallId == request.Call.Id)
            .Select(result => new { result.EntryId, result.Outcome }).ToDictionaryAsync(result => result.EntryId, result => result.Outcome, cancellationToken);
        Agendas = [.. Call.AwardGroups.Where(group => lines.Contains(group.Code)).Select(group => new Agenda(group,
            [.. lines[group.Code].Where(line => line.Pair.IsUnsealed)
                .OrderByDescending(line => line.Pair.IsDiverging).ThenByDescending(line => line.Pair.Spread ?? -1).ThenBy(line => line.Number)
                .Select(line => new Item(line, settled.TryGetValue(line.Id, out var outcome) ? outcome : null))],
            lines[group.Code].Count(line => !line.Pair.IsUnsealed)))];
    }
}
