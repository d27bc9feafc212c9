using Awards.Domain.PreReview.Sessions;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>All joint sessions of a call, the latest first.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class SessionsModel(AwardsDbContext db, EntryLines lines, RequestContext request) : PageModel
{
    /// <summary>A session in the list.</summary>
    public sealed record Row(Guid Id, string Title, DateTime BeginsAt, SessionStage State, int Items, int Settled);

    public string Slug => request.Call.Slug;
    public IReadOnlyList<Row> Sessions { get; private set; } = [];

    /// <summary>Entries that could be settled: unsealed and without a result.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var call = request.Call.Id;
        Sessions = await db.ConsensusSessions.Where(session => session.CallId == call).OrderByDescending(session => session.BeginsAt).ThenBy(session => session.Id)
            .Select(session => new Row(session.Id, session.Title, session.BeginsAt, session.State, session.Items.Count, session.Items.Count(item => item.State == ItemState.Settled))).ToListAsync(cancellationToken);
        var settled = (await db.ConsensusResults.Where(result => result.CallId == call).Select(result => result.EntryId).ToListAsync(cancellationToken)).ToHashSet();
        Waiting = (await lines.OfAsync(db, call, cancellationToken)).Count(line => line.Pair.IsUnsealed && !settled.Contains(line.Id));
    }
}
