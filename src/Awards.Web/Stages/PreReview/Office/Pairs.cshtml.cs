using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>Reviewers with their load, and the assignment of pairs.</summary>
[Authorize(Policy = PreReviewRights.Assign)]
public sealed class PairsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public IReadOnlyList<ReviewerLoad> Reviewers { get; private set; } = [];
    public IReadOnlyList<ConflictedReview> Conflicted { get; private set; } = [];
    public int Entries { get; private set; }

    /// <summary>Entries that have fewer than two reviewers.</summary>
    public int Lacking { get; private set; }

    public string Number(int number) => request.Call.Definition.EntryNumber(number);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await db.WriteAsync(request.Write(), AuditAction.PairsAssigned,
            () => Pairing.AssignAsync(db, request.Call, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            await LoadAsync(cancellationToken);
            return Page();
        }
        TempData.Say(outcome.Fact == 0
            ? texts["Alle Beiträge hatten schon zwei Prüfende. Es wurde nichts geändert."]
            : texts["{0} Prüfbögen sind neu zugeordnet.", outcome.Fact]);
        return LocalRedirect(PreReviewLinks.Pairs(Slug));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var call = request.Call.Id;
        Reviewers = await Pairing.LoadsAsync(db, call, cancellationToken);
        Conflicted = await Pairing.ConflictedAsync(db, call, cancellationToken);
        Entries = await db.Entries.CountAsync(entry => entry.CallId == call, cancellationToken);
        Lacking = await db.Entries.CountAsync(entry => entry.CallId == call
            && db.Reviews.Count(review => review.EntryId == entry.Id && review.State != ReviewState.Replaced) < PairPlanner.PairSize, cancellationToken);
    }
}
