using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Enquiries;
using Awards.Web.Stages.Intake;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Calls.Office;

/// <summary>Where a call stands, by award group, with the bottleneck named.</summary>
public sealed class DashboardModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public bool IsLead => User.Holds(Call.Id, CallRole.Lead);
    public CallStanding Standing { get; private set; } = new([]);
    public Sentence Bottleneck => Standing.Bottleneck(Call, request.Began, RequestContext.Language);

    public bool MayAnswer => User.Holds(Call.Id, CallRole.Lead, CallRole.Editor);

    /// <summary>Questions that wait for an answer; 0 for whoever may not answer them.</summary>
    public int OpenEnquiries { get; private set; }

    /// <summary>Requests for missing pieces that should have been answered.</summary>
    public IReadOnlyList<WaitingPiece> Overdue { get; private set; } = [];

    /// <summary>Entries from paper and mail that no second person has compared yet.</summary>
    public int Unchecked { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Standing = (await CallQueries.StandingsAsync(db, [Call], cancellationToken))[Call.Id];
        if (MayAnswer) OpenEnquiries = await EnquiryQueries.OpenAsync(db, Call.Id, cancellationToken);
        Overdue = await MissingPieces.OverdueAsync(db, Call.Id, request.Began, cancellationToken);
        Unchecked = await db.Applications.CountAsync(application => application.CallId == Call.Id && application.AwaitsCheck, cancellationToken);
    }
}
