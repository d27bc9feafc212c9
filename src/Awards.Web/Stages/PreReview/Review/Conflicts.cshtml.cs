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

/// <summary>A reviewer ticks the entries with which there is a conflict. Shows names only.</summary>
public sealed class ConflictsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>An entry by number and name, and what is noted.</summary>
    /// <param name="Own">The conflict that the reviewer declared, who alone can take it back.</param>
    public sealed record EntryName(Guid Id, int Number, string Name, ConflictKind? Noted, Guid? Own);

    [BindProperty(Name = "Beitrag")] public List<Guid> Ticked { get; set; } = [];
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public Guid? Conflict { get; set; }
    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public List<Guid> Gladly { get; set; } = [];
    [BindProperty] public List<Guid> Reluctantly { get; set; } = [];

    private bool _assigned;

    public string Slug => request.Call.Slug;
    public IReadOnlyList<EntryName> Entries { get; private set; } = [];

    /// <summary>What the reviewer said last; null = nothing yet.</summary>
    public ConflictStatement? Given { get; private set; }

    /// <summary>Entries are there that the last statement does not know.</summary>
    public bool IsDue => Entries.Count > 0 && Entries.Max(entry => entry.Number) > (Given?.UpTo ?? 0);

    public string Number(EntryName entry) => request.Call.Definition.EntryNumber(entry.Number);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Ticked.Except(Entries.Select(entry => entry.Id)).Any()) return NotFound();
        if (Ticked.Count == 0) ModelState.AddModelError("Beitrag", texts["Bitte kreuzen Sie mindestens einen Beitrag an."]);
        if (PreReviewWords.ReadConflict(Kind) is not { } kind) ModelState.AddModelError(nameof(Kind), texts["Bitte wählen Sie die Art der Befangenheit."]);
        else if (Ticked.Count > 0)
        {
            var write = request.Write();
            var outcome = await db.WriteAsync(write, AuditAction.ConflictDeclared,
                () => PreReviewWrites.DeclareAsync(db, request.PersonId, Ticked, kind, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["Ihre Befangenheit ist vermerkt: {0} neu. Prüfbögen, die Sie dazu schon haben, vergibt die Geschäftsstelle neu.", outcome.Fact]);
                return LocalRedirect(PreReviewLinks.Conflicts(Slug));
            }
            ModelState.Add(texts, refusal);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostStateAsync(CancellationToken cancellationToken)
    {
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ConflictsStated, () => PreReviewWrites.StateAsync(db, request.Call.Id, request.PersonId, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Vielen Dank. Ihre Erklärung ist vermerkt."]);
            return LocalRedirect(PreReviewLinks.Start);
        }
        ModelState.Add(texts, refusal);
        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Takes back what the reviewer declared; a sheet that somebody else has by now stays there.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var write = request.Write(Reason);
        var outcome = await db.WriteAsync(write, AuditAction.ConflictDismissed, async () => Entries.Any(entry => entry.Own is { } own && own == Conflict)
            ? (await db.Conflicts.IgnoreQueryFilters().SingleAsync(conflict => conflict.Id == Conflict && conflict.PersonId == request.PersonId, cancellationToken)).Dismiss(write)
            : new Refusal("conflict.choose_own", "Bitte wählen Sie, welche Befangenheit nicht besteht."), lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Sie haben die Befangenheit zurückgenommen. Ihre Begründung sieht die Geschäftsstelle. Ein Prüfbogen, der schon neu vergeben ist, bleibt dort."]);
            return LocalRedirect(PreReviewLinks.Conflicts(Slug));
        }
        ModelState.Add(texts, refusal, refusal.Code is "conflict.without_reason" or "text.too_long" ? nameof(Reason) : nameof(Conflict));
        return Page();
    }

    public async Task<IActionResult> OnPostWishAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var known = Entries.Select(entry => entry.Id).ToHashSet();
        IEnumerable<EntryWish> Read(List<Guid> entries, bool likes) => entries.Where(known.Contains).Select(entry => new EntryWish(entry, likes));
        if (Gladly.Intersect(Reluctantly).Any()) ModelState.AddModelError(nameof(Reluctantly), texts["Ein Beitrag ist in beiden Listen angekreuzt. Bitte entscheiden Sie sich."]);
        else
        {
            var outcome = await db.WriteAsync(request.Write(), AuditAction.WishesStated, () => PreReviewWrites.WishAsync(db, request.Call, request.PersonId, [.. Read(Gladly, true), .. Read(Reluctantly, false)], cancellationToken), lockOn: request.Call.Id, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["Ihre Wünsche sind gespeichert. Erfüllt werden sie, soweit alle gleich viel zu prüfen haben."]);
                return LocalRedirect(PreReviewLinks.Conflicts(Slug));
            }
            ModelState.Add(texts, refusal);
        }
        return Page();
    }

    /// <summary>The reviewer is asked for wishes: as long as nothing is assigned.</summary>
    public bool AsksWishes => request.Call.Definition.PairingRules().Wishes && !_assigned;

    /// <summary>What the reviewer declared and can take back.</summary>
    public IReadOnlyList<Choice> Declared() => [.. Entries.Where(entry => entry.Own is not null).Select(entry => new Choice(entry.Own!.Value.ToString(), $"{Number(entry)}, {entry.Name}"))];

    public IReadOnlyList<Choice> Kinds() => [.. PreReviewWords.Conflicts.Select(kind => new Choice(kind.Code, texts[PreReviewWords.Of(kind.Kind)]))];

    public IReadOnlyList<Choice> Names() => [.. Entries.Where(entry => entry.Noted is null).Select(entry => new Choice(entry.Id.ToString(), entry.Name, Number(entry)))];

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (request.Call.Definition.PairingRules().Wishes)
        {
            _assigned = await db.Reviews.AnyAsync(review => review.CallId == request.Call.Id && review.ReviewerId == request.PersonId, cancellationToken);
            if (HttpMethods.IsGet(Request.Method) && await db.ReviewerProfiles.AsNoTracking().SingleOrDefaultAsync(profile => profile.CallId == request.Call.Id && profile.PersonId == request.PersonId, cancellationToken) is { } own)
                (Gladly, Reluctantly) = ([.. own.Wishes.Where(wish => wish.Likes).Select(wish => wish.EntryId)], [.. own.Wishes.Where(wish => !wish.Likes).Select(wish => wish.EntryId)]);
        }
        Given = await db.ConflictStatements.AsNoTracking().SingleOrDefaultAsync(statement => statement.CallId == request.Call.Id && statement.PersonId == request.PersonId, cancellationToken);
        Entries = await (
        from entry in db.Entries
        where entry.CallId == request.Call.Id
        join noted in db.Conflicts.Where(conflict => conflict.PersonId == request.PersonId) on entry.Id equals noted.EntryId into all
        from conflict in all.DefaultIfEmpty()
        orderby entry.ApplicantSort, entry.Number
        select new EntryName(entry.Id, entry.Number, entry.ApplicantName, conflict == null ? null : conflict.Kind, conflict != null && conflict.Source == ConflictSource.Reviewer ? conflict.Id : null)).ToListAsync(cancellationToken);
    }
}
