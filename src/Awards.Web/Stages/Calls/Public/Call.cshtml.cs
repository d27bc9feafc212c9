using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Enquiries;
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

    /// <summary>Frequent questions and answers in the language of the page, as far as there are such; in order.</summary>
    public IReadOnlyList<(Guid Id, string Question, string Answer, string Language)> Faq { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Faq = [.. (await EnquiryQueries.FaqAsync(db, request.Call.Id, cancellationToken)).Select(entry => (entry, Said: entry.In(RequestContext.Language))).Select(each => (each.entry.Id, each.Said.Question, each.Said.Answer, each.Said.Language))];
        Downloads = await CallDownloads.ListAsync(db, request.Call.Id, DownloadAudience.Everybody, cancellationToken);
    }

    public bool IsNow(Phase phase) => phase.Contains(request.Began);

    public bool IsOver(Phase phase) => phase.Until is { } until && request.Began >= until;
}
