using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>What a reviewer has to do now, in all calls.</summary>
public sealed class IndexModel(AwardsDbContext db, CallCache cache, RequestContext request) : PageModel
{
    /// <summary>The desk of one call.</summary>
    public sealed record Desk(Call Call, IReadOnlyList<DeskSheet> Open, IReadOnlyList<DeskSheet> Done)
    {
        public int All => Open.Count + Done.Count;

        /// <summary>Criteria that a sheet asks for, single projects included.</summary>
        public int Criteria(DeskSheet sheet) =>
            Call.Definition.EntrySheet.Items.Count + sheet.Projects * (Call.Definition.ProjectSheet?.Items.Count ?? 0);

        /// <summary>How far each sheet of a review is.</summary>
        public IReadOnlyList<SheetProgress> Progress(DeskSheet sheet) => [.. sheet.Sheets.Select(each => SheetProgress.Of(Call.Definition.SheetOf(each.ProjectId), each.ProjectId, each.Content))];
    }

    public IReadOnlyList<Desk> Desks { get; private set; } = [];

    /// <summary>Short reports to write, by call.</summary>
    public ILookup<Guid, Reports.ReportTask> Reports { get; private set; } = Array.Empty<Reports.ReportTask>().ToLookup(task => task.CallId);

    /// <summary>Open joint sessions in which the reviewer takes part, by call.</summary>
    public ILookup<Guid, Consensus.SeatLine> Sessions { get; private set; } = Array.Empty<Consensus.SeatLine>().ToLookup(seat => seat.CallId);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var calls = request.User.CallsWith(CallRole.Reviewer);
        var sheets = (await ReviewerWork.DeskAsync(db, request.PersonId, calls, cancellationToken)).ToLookup(sheet => sheet.CallId);
        Reports = (await Stages.Reports.ReportQueries.TasksAsync(db, request.PersonId, calls, cancellationToken)).ToLookup(task => task.CallId);
        Sessions = (await Consensus.SessionReading.SeatsAsync(db, request.PersonId, calls, cancellationToken)).ToLookup(seat => seat.CallId);
        var desks = new List<Desk>();
        foreach (var id in calls)
        {
            desks.Add(new(await cache.GetAsync(db, id, cancellationToken),
                [.. sheets[id].Where(sheet => sheet.State == ReviewState.Open)], [.. sheets[id].Where(sheet => sheet.State == ReviewState.HandedIn)]));
        }
        Desks = [.. desks.OrderByDescending(desk => desk.Open.Count).ThenBy(desk => desk.Call.Slug, StringComparer.Ordinal)];
    }
}
