using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.PreReview.Sessions;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>The lead's second window: the current item in big letters. Shows nothing while no session runs.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class ProjectionModel(AwardsDbContext db, EntryLines lines, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ConsensusSession Session { get; private set; } = null!;
    public ItemShown? Shown { get; private set; }

    /// <summary>Names of those who must be out.</summary>
    public string Out { get; private set; } = "";

    /// <summary>Changes with every change of the session.</summary>
    public string State => Session.Version.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SessionReading.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } session) return NotFound();
        Session = session;
        if (session.CurrentEntryId is not { } current) return Page();
        Shown = await ItemReading.LoadAsync(db, lines, request.Call, current, session.HidesNames, texts, cancellationToken);
        var view = await SessionReading.ViewAsync(db, lines, session, cancellationToken);
        Out = view.NamesOf(session.Out.Union(view.StillInside(current)));
        return Page();
    }

    public async Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken cancellationToken)
    {
        var version = await db.ConsensusSessions.Where(session => session.Id == id && session.CallId == request.Call.Id).Select(session => (int?)session.Version).FirstOrDefaultAsync(cancellationToken);
        return version is { } number ? Content(number.ToString(CultureInfo.InvariantCulture), "text/plain") : NotFound();
    }
}
