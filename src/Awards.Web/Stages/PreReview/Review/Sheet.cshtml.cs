using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>One review sheet beside its entry: filled while open, read-only afterwards, with the partner's once both have handed in.</summary>
public sealed class SheetModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private bool IsAutosave => Request.Headers.ContainsKey("X-Autosave");

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public SheetDesk Desk { get; private set; } = null!;

    /// <summary>What the fields hold: as stored, or as typed where it could not be saved.</summary>
    public SheetForm? Form { get; private set; }

    /// <summary>Somebody, or another window, saved in between: both versions are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Typed, but refused because the sheet is closed.</summary>
    public bool HasUnsaved => HttpMethods.IsPost(Request.Method) && !Desk.IsOpen;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (Desk.Own is { } own) Form = SheetForm.Stored(own, Desk.Projects);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancellationToken) => SaveAsync(id, version, handIn: false, cancellationToken);

    public Task<IActionResult> OnPostHandInAsync(Guid id, int version, CancellationToken cancellationToken) => SaveAsync(id, version, handIn: !IsAutosave, cancellationToken);

    public IReadOnlyList<Choice> Votes() =>
        [.. Enum.GetValues<Vote>().Where(vote => vote != Vote.SuitableForSpecial || Call.AwardGroups.Any(group => group.Special))
            .Select(vote => new Choice(vote.ToString(), texts[PreReviewWords.Of(vote)]))];

    private async Task<IActionResult> SaveAsync(Guid id, int version, bool handIn, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Form = SheetForm.Posted(Request.Form);
        var write = request.Write();
        var content = Form.Read(Call, Desk.Projects);
        var outcome = content.Refused(out var refusal) ? refusal : await db.WriteAsync(write, handIn ? AuditAction.ReviewHandedIn : AuditAction.ReviewSaved, async () =>
        {
            if (await db.Conflicts.AnyAsync(conflict => conflict.PersonId == request.PersonId && conflict.EntryId == db.Reviews.First(review => review.Id == id).EntryId, cancellationToken) && Desk.State == ReviewState.Open)
                return ConflictOfInterest.BarsReview;
            var review = await db.Reviews.Include(each => each.Sheets).SingleAsync(each => each.Id == id, cancellationToken);
            var saved = review.Save(Call, content.Fact, version, write);
            return saved.Refused(out _) || !handIn ? saved : review.HandIn(Call, version, write);
        }, cancellationToken: cancellationToken);
        var time = GermanTime.Local(request.Began).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        if (outcome.Refused(out refusal)) return IsAutosave ? Autosaved(new { conflict = refusal == ApplicationRules.Stale, message = texts.Show(refusal) }) : Show(refusal, content);
        if (IsAutosave) return Autosaved(new { savedAt = time, version = outcome.Fact.Version });
        TempData.Say(handIn ? texts["Der Prüfbogen ist abgegeben. Vielen Dank!"] : texts["Gespeichert um {0} Uhr. Abgegeben ist der Prüfbogen damit noch nicht.", time]);
        return LocalRedirect(PreReviewLinks.Sheet(Slug, id));
    }

    private static JsonResult Autosaved(object answer) => new(answer);

    private PageResult Show(Refusal refusal, Outcome<ReviewContent> content)
    {
        IsStale = refusal == ApplicationRules.Stale;
        if (refusal.Code == "review.not_rated")
        {
            foreach (var (project, criterion) in content.Fact.Missing(Call))
                ModelState.AddModelError(SheetForm.Prefix(Desk.Projects.FirstOrDefault(each => each.Id == project)) + criterion, texts["Bitte bewerten Sie: {0}", Call.CriterionLabel(criterion).In(RequestContext.Language)]);
        }
        else ModelState.Add(texts, refusal, refusal.Code switch { "review.without_vote" => SheetForm.VoteField, "review.reasons_too_short" => SheetForm.ReasonsField, _ => "" });
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SheetDesk.LoadAsync(db, request.Call.Id, id, request.PersonId, cancellationToken) is not { } desk) return false;
        Desk = desk;
        return true;
    }
}
