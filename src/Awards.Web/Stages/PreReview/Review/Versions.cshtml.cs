using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>What the author saved of a review before: to compare with what it holds now, and to restore while it is open.</summary>
public sealed class VersionsModel(AwardsDbContext db, CallCache calls, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public SheetDesk Desk { get; private set; } = null!;
    public string Number => request.Call.Definition.EntryNumber(Desk.Number);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReviewVersion> Versions { get; private set; } = [];

    public ReviewVersion? Chosen { get; private set; }
    public IReadOnlyList<SheetDifference> Differences { get; private set; } = [];

    public string Link(ReviewVersion version) => $"{PreReviewLinks.Versions(Slug, Desk.Id)}?fassung={version.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? fassung, CancellationToken cancellationToken) => await LoadAsync(id, fassung, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, Guid chosen, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, chosen, cancellationToken)) return NotFound();
        var outcome = await ReviewSaving.SaveAsync(db, calls, request.Call.Id, id, AuditAction.ReviewRestored, VersionOccasion.Restored, (call, _) => Chosen!.Restorable(call), version, request.Write(), cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Die frühere Fassung ist wiederhergestellt."]);
        return LocalRedirect(PreReviewLinks.Sheet(Slug, id));
    }

    private async Task<bool> LoadAsync(Guid id, Guid? chosen, CancellationToken cancellationToken)
    {
        var partner = ReviewVisibility.Of(request.Call, ReviewAudience.Partner, request.Began);
        if (await SheetDesk.LoadAsync(db, request.Call.Id, id, request.PersonId, partner, cancellationToken) is not { Own: { } own } desk) return false;
        Desk = desk;
        Versions = await db.ReviewVersions.AsNoTracking().Where(version => version.ReviewId == id).OrderByDescending(version => version.At).ThenByDescending(version => version.Id).ToListAsync(cancellationToken);
        Chosen = Versions.FirstOrDefault(version => version.Id == chosen);
        if (chosen is not null && Chosen is null) return false;
        if (Chosen is not null) Differences = SheetDifference.Between(Chosen.Read(), own.Content, request.Call.Definition, desk.Projects, texts);
        return true;
    }
}
