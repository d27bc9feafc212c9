using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>One plan of pairs: loads, pairs, mix, what it changes; moved by hand, and made known.</summary>
[Authorize(Policy = PreReviewRights.Assign)]
public sealed class PlanModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? EntryId { get; set; }
    [BindProperty] public Guid? From { get; set; }
    [BindProperty] public Guid? To { get; set; }

    /// <summary>"entry person": what comes back in a swap.</summary>
    [BindProperty] public string? With { get; set; }

    public string Slug => request.Call.Slug;
    public PlanView Plan { get; private set; } = null!;

    /// <summary>The plan it is compared with; null = the reviews as they stand.</summary>
    public PairDraft? Other { get; private set; }

    /// <summary>Other plans of the call.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>Entries whose pair differs from what it is compared with.</summary>
    public IReadOnlySet<Guid> Changed { get; private set; } = new HashSet<Guid>();

    /// <summary>The entry that is being changed; null = none.</summary>
    public PairEntry? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "vergleich")] Guid? other, [FromQuery(Name = "beitrag")] int? number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, other, cancellationToken)) return NotFound();
        if (number is { } wanted) Open = Plan.Facts.Entries.FirstOrDefault(entry => entry.Number == request.Call.Definition.EntryNumber(wanted));
        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, (draft, facts) => EntryId is { } entry && From is { } from && To is { } to ? draft.Move(facts, entry, from, to, Version) : Incomplete, cancellationToken);

    public Task<IActionResult> OnPostSwapAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, (draft, facts) => EntryId is { } entry && From is { } from && With?.Split(' ') is [var other, var person] && Guid.TryParse(other, out var second) && Guid.TryParse(person, out var back)
            ? draft.Swap(facts, (entry, from), (second, back), Version) : Incomplete, cancellationToken);

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken)) return NotFound();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.PairsAssigned, () => PairDesk.ReleaseAsync(db, request.Call, id, Version, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Der Plan ist freigegeben: {0} Prüfbögen sind neu zugeordnet.", outcome.Fact]);
            return LocalRedirect(PreReviewLinks.Pairs(Slug));
        }
        ModelState.Add(texts, refusal);
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken)) return NotFound();
        var outcome = await db.WriteAsync(request.Write(), AuditAction.PairPlanDropped, async () =>
        {
            if (await db.PairDrafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.ReleasedAt == null, cancellationToken) is not { } draft) return PairDesk.Gone;
            db.PairDrafts.Remove(draft);
            return (Outcome<bool>)true;
        }, lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Der Plan ist verworfen."]);
            return LocalRedirect(PreReviewLinks.Pairs(Slug));
        }
        ModelState.Add(texts, refusal);
        return Page();
    }

    public string GroupLabel(string code) => request.Call.Definition.Group(code)?.Label.In(RequestContext.Language) ?? code;

    /// <summary>Who has the open entry and could hand it on.</summary>
    public IReadOnlyList<Choice> Team() => Open is not { } open ? [] :
        [.. Plan.Team(open).Where(person => !open.Held.Any(held => held.ReviewerId == person.Id && held.State == ReviewState.HandedIn)).Select(person => new Choice(person.Id.ToString(), person.Name))];

    /// <summary>Who could have it instead.</summary>
    public IReadOnlyList<Choice> Candidates() => Open is not { } open ? [] :
        [.. Plan.Candidates(open).Where(each => each.Against is null).Select(each => new Choice(each.Person.Id.ToString(), each.Person.Name, texts["{0} Beiträge", each.Entries]))];

    /// <summary>What could come back for an entry of somebody: entries of others that this person may have.</summary>
    public IReadOnlyList<Choice> Swaps() => Open is not { } open ? [] :
    [
        .. from entry in Plan.Facts.Entries
           where entry.Id != open.Id
           from person in Plan.Team(entry)
           where Plan.Team(open).All(own => own.Id != person.Id) && PairDraft.AgainstHaving(Plan.Facts, person.Id, open.Id) is null && !entry.Held.Any(held => held.ReviewerId == person.Id && held.State == ReviewState.HandedIn)
           select new Choice($"{entry.Id} {person.Id}", $"{person.Name}: {entry.Number} {entry.Name}"),
    ];

    private static Refusal Incomplete { get; } = new("pairs.choose", "Bitte wählen Sie aus, wer den Beitrag abgibt und wer ihn bekommt.");

    private async Task<IActionResult> ChangeAsync(Guid id, Func<PairDraft, PairFacts, Outcome<PairDraft>> change, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken)) return NotFound();
        var outcome = await db.WriteAsync(request.Write(), AuditAction.PairPlanChanged, () => PairDesk.ChangeAsync(db, request.Call, id, change, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Der Plan ist geändert. Freigegeben ist er damit noch nicht."]);
            return LocalRedirect(PreReviewLinks.Plan(Slug, id));
        }
        ModelState.Add(texts, refusal);
        Open = EntryId is { } entry ? Plan.Facts.Entry(entry) : null;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid? other, CancellationToken cancellationToken)
    {
        var drafts = await db.PairDrafts.AsNoTracking().Where(draft => draft.CallId == request.Call.Id).OrderByDescending(draft => draft.MadeAt).Take(20).ToListAsync(cancellationToken);
        if (drafts.FirstOrDefault(draft => draft.Id == id) is not { } own) return false;
        var facts = await PairQueries.FactsAsync(db, request.Call, cancellationToken);
        Plan = new(facts, own);
        Other = drafts.FirstOrDefault(draft => draft.Id == other && draft.Id != id);
        Others = [.. drafts.Where(draft => draft.Id != id).Select(draft => new Choice(draft.Id.ToString(), draft.Name))];
        Changed = Plan.ChangedFrom(Other?.Pairs() ?? facts.Present());
        return true;
    }
}
