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
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>One review sheet beside its entry: filled while open, read-only afterwards, with the partner's once both have handed in.</summary>
public sealed class SheetModel(AwardsDbContext db, CallCache calls, RequestContext request, IStringLocalizer<Text> texts) : PageModel
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
        [.. Call.VoteRules().Select(rule => new Choice(rule.Vote.ToString(), texts[PreReviewWords.Of(rule.Vote)]))];

    /// <summary>How long the reasons of each vote are to be; one sentence where it is the same for all.</summary>
    public string ReasonsHint()
    {
        var sheet = Call.EntrySheet;
        var votes = Call.VoteRules().Select(rule => (rule.Vote, Min: sheet.MinReasons(rule.Vote), Max: sheet.MaxReasons(rule.Vote))).ToList();
        string Length(int min, int max) => max < Domain.PreReview.Review.MaxReasons ? texts["{0} bis {1} Zeichen", min, max] : texts["mindestens {0} Zeichen", min];
        return votes.Select(each => (each.Min, each.Max)).Distinct().Count() == 1 ? texts["Für die Abgabe {0}.", Length(votes[0].Min, votes[0].Max)]
            : texts["Für die Abgabe: {0}.", string.Join("; ", votes.Select(each => $"{texts[PreReviewWords.Of(each.Vote)]}: {Length(each.Min, each.Max)}"))];
    }

    private async Task<IActionResult> SaveAsync(Guid id, int version, bool handIn, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Form = SheetForm.Posted(Request.Form);
        var write = request.Write();
        var content = Form.Read(Call, Desk.Projects);
        var occasion = handIn ? VersionOccasion.HandedIn : IsAutosave ? VersionOccasion.Automatic : VersionOccasion.Saved;
        var outcome = content.Refused(out var refusal) ? refusal
            : await ReviewSaving.SaveAsync(db, calls, request.Call.Id, id, handIn ? AuditAction.ReviewHandedIn : AuditAction.ReviewSaved, occasion, (_, _) => content, version, write, cancellationToken);
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
        if (refusal.Code is "review.not_rated" or "review.not_commented") ShowAll(content.Fact);
        else ModelState.Add(texts, refusal, FieldOf(refusal));
        return Page();
    }

    // Everything that is missing at once: nobody hands in three times to learn of it.
    private void ShowAll(ReviewContent content)
    {
        foreach (var (project, criterion) in content.Missing(Call))
            ModelState.AddModelError(SheetForm.Prefix(ProjectOf(project)) + criterion, texts["Bitte bewerten Sie: {0}", Named(project, criterion)]);
        foreach (var (project, criterion) in content.Uncommented(Call))
            ModelState.AddModelError(SheetForm.Comment(ProjectOf(project), criterion), texts["Bitte schreiben Sie eine Anmerkung zu: {0}", Named(project, criterion)]);
        if (Domain.PreReview.Review.AgainstVote(Call, content.Vote, content.Reasons) is { } refusal) ModelState.Add(texts, refusal, FieldOf(refusal));
    }

    private ProjectLine? ProjectOf(Guid? id) => Desk.Projects.FirstOrDefault(each => each.Id == id);

    private string Named(Guid? project, string criterion)
    {
        var label = Call.CriterionLabel(criterion).In(RequestContext.Language);
        return ProjectOf(project) is { } known ? $"{texts["Einzelprojekt {0}", known.Position].Value}: {label}" : label;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "review.without_vote" or "review.unknown_vote" => SheetForm.VoteField,
        "review.reasons_too_short" or "review.reasons_too_long" => SheetForm.ReasonsField,
        _ => "",
    };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SheetDesk.LoadAsync(db, request.Call.Id, id, request.PersonId, ReviewVisibility.Of(request.Call, ReviewAudience.Partner, request.Began), cancellationToken) is not { } desk) return false;
        Desk = desk;
        return true;
    }
}
