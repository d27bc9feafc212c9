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

/// <summary>Reviewers with their load, what keeps them from entries, and the plans of pairs.</summary>
[Authorize(Policy = PreReviewRights.Assign)]
public sealed class PairsModel(AwardsDbContext db, RequestContext request, TimeProvider clock, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Order { get; set; }
    [BindProperty] public int Seed { get; set; } = 1;
    [BindProperty] public bool Smallest { get; set; }

    public string Slug => request.Call.Slug;
    public PairFacts Facts { get; private set; } = null!;
    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];
    public IReadOnlyList<ReviewerLoad> Reviewers { get; private set; } = [];
    public IReadOnlyList<ConflictedReview> Conflicted { get; private set; } = [];

    /// <summary>Reviewers who have not yet said with which entries they are in conflict, or not for the latest ones.</summary>
    public IReadOnlySet<Guid> Silent { get; private set; } = new HashSet<Guid>();

    /// <summary>Entries that have fewer than two reviewers.</summary>
    public int Lacking => Facts.Entries.Count(entry => entry.Held.Count < PairFacts.PairSize);

    public bool HasReviews => Facts.Entries.Any(entry => entry.Held.Count > 0);

    public string Number(int number) => request.Call.Definition.EntryNumber(number);

    public IReadOnlyList<Choice> Orders => PairOrders.Choices(texts);

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Order = PairOrders.Code(request.Call.Definition.PairingRules().Order());
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (PairOrders.Read(Order) is not { } goals) return BadRequest();
        var write = request.Write();
        var wish = new PairWish(string.IsNullOrWhiteSpace(Name) ? texts["Plan vom {0}", GermanTime.DateAndTime(write.When, RequestContext.Language)] : Name, Seed, goals, Smallest);
        var outcome = await db.WriteAsync(write, AuditAction.PairsPlanned, () => PairDesk.MakeAsync(db, request.Call, wish, clock, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal)) return LocalRedirect(PreReviewLinks.Plan(Slug, outcome.Fact.Id));
        ModelState.Add(texts, refusal, refusal.Code.StartsWith("text.", StringComparison.Ordinal) ? nameof(Name) : "");
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync(CancellationToken cancellationToken)
    {
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ConflictsFound, async () => (Outcome<int>)await PairQueries.ScanAsync(db, request.Call, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        TempData.Say(outcome.Fact == 0 ? texts["Es ist keine Befangenheit dazugekommen."] : texts["Neu gefundene Befangenheiten: {0}. Bitte sehen Sie sie durch.", outcome.Fact]);
        return LocalRedirect(PreReviewLinks.ConflictList(Slug));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var call = request.Call;
        Facts = await PairQueries.FactsAsync(db, call, cancellationToken);
        Reviewers = await Pairing.LoadsAsync(db, call.Id, cancellationToken);
        Conflicted = await Pairing.ConflictedAsync(db, call.Id, cancellationToken);
        Plans = [.. (await db.PairDrafts.AsNoTracking().Where(draft => draft.CallId == call.Id).OrderByDescending(draft => draft.MadeAt).Take(20).ToListAsync(cancellationToken)).Select(draft => new PlanView(Facts, draft).Line())];
        var latest = await db.Entries.Where(entry => entry.CallId == call.Id).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0;
        var spoken = await db.ConflictStatements.Where(statement => statement.CallId == call.Id && statement.UpTo >= latest).Select(statement => statement.PersonId).ToListAsync(cancellationToken);
        // Once all is handed in, nobody is asked any more.
        Silent = latest == 0 || (Lacking == 0 && Reviewers.All(reviewer => reviewer.Open == 0)) ? new HashSet<Guid>() : Reviewers.Where(reviewer => reviewer.IsReviewer).Select(reviewer => reviewer.Id).Except(spoken).ToHashSet();
    }
}
