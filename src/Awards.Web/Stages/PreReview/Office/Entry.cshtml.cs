using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
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

/// <summary>One entry with its reviews, the result of the joint session, and who reviews it.</summary>
[Authorize(Policy = PreReviewRights.Read)]
public sealed class EntryModel(AwardsDbContext db, EntryLines lines, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public string? Reasons { get; set; }
    [BindProperty] public Guid? ReviewId { get; set; }
    [BindProperty] public string? Successor { get; set; }
    [BindProperty] public string? ReplacementReason { get; set; }
    [BindProperty] public Guid? ReopenId { get; set; }
    [BindProperty] public string? ReopenReason { get; set; }
    [BindProperty] public string? ConflictPerson { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? ExclusionReason { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public EntryText Text { get; private set; } = null!;
    public IReadOnlyList<ProjectLine> Projects { get; private set; } = [];
    public IReadOnlyList<ReviewHead> Heads { get; private set; } = [];
    public IReadOnlyList<ReviewRead> Readable { get; private set; } = [];
    public IReadOnlyList<EntryPerson> People { get; private set; } = [];
    public ConsensusResult? Settled { get; private set; }

    /// <summary>The pair's points; null under seal.</summary>
    public PairShown? Shown { get; private set; }

    public IReadOnlyList<ReopeningRead> Reopenings { get; private set; } = [];

    /// <summary>Handed-in reviews that may be opened again: none once the entry is settled.</summary>
    public List<ReviewHead> Reopenable => Settled is not null ? [] : [.. Heads.Where(head => head.State == ReviewState.HandedIn)];

    /// <summary>Reviews that count.</summary>
    public IEnumerable<ReviewHead> Pair => Heads.Where(head => head.State != ReviewState.Replaced);

    /// <summary>Both reviews are handed in.</summary>
    public bool IsUnsealed => Seal.IsBroken(Heads.Select(head => head.State));

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSettleAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        var choice = ConsensusForm.Read(Outcome, Reasons);
        if (choice.Refused(out var refusal)) return Show(refusal, nameof(Outcome));
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ConsensusSettled,
            () => PreReviewWrites.SettleAsync(db, request.Call, Text.Id, choice.Fact, Version, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out refusal)) return Show(refusal, refusal.Code is "consensus.without_reasons" or "text.too_long" ? nameof(Reasons) : "");
        return Done(texts["Das Ergebnis der gemeinsamen Sitzung ist gespeichert."]);
    }

    public async Task<IActionResult> OnPostReplaceAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        if (ReviewId is not { } review) return Show(new Refusal("replacement.without_review", "Bitte wählen Sie, wessen Prüfbogen neu vergeben wird."), nameof(ReviewId));
        if (Heads.All(head => head.Id != review)) return NotFound();
        if (People.FirstOrDefault(person => person.Id.ToString() == Successor) is not { } successor)
            return Show(new Refusal("replacement.without_person", "Bitte wählen Sie, wer den Prüfbogen übernimmt."), nameof(Successor));
        var write = request.Write(ReplacementReason);
        var outcome = await db.WriteAsync(write, AuditAction.ReviewerReplaced,
            () => PreReviewWrites.ReplaceAsync(db, request.Call, Text.Id, review, successor.Id, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code switch { "replacement.without_reason" => nameof(ReplacementReason), "replacement.not_possible" => nameof(Successor), _ => "" });
        return Done(texts["Der Prüfbogen ist jetzt bei {0}.", successor.Name]);
    }

    public async Task<IActionResult> OnPostReopenAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        if (ReopenId is not { } review) return Show(new Refusal("review.reopen_which", "Bitte wählen Sie, wessen Prüfbogen geöffnet wird."), nameof(ReopenId));
        if (Heads.FirstOrDefault(each => each.Id == review) is not { } head) return NotFound();
        var write = request.Write(ReopenReason);
        var outcome = await db.WriteAsync(write, AuditAction.ReviewReopened, () => ReviewSaving.ReopenAsync(db, Text.Id, review, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code is "review.reopened_without_reason" or "text.too_long" ? nameof(ReopenReason) : "");
        return Done(texts["Der Prüfbogen von {0} ist wieder geöffnet. Bitte sagen Sie es der Person.", head.Reviewer]);
    }

    /// <summary>Excludes the entry after its admission.</summary>
    public async Task<IActionResult> OnPostExcludeAsync(int number, [FromServices] Intake.DecisionDesk intake, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        var application = await db.Entries.Where(entry => entry.Id == Text.Id).Select(entry => (Guid?)entry.ApplicationId).SingleOrDefaultAsync(cancellationToken) ?? Guid.Empty;
        var outcome = await intake.ExcludeEntryAsync(application, ExclusionReason, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code == "intake.exclusion_needs_reason" ? nameof(ExclusionReason) : "");
        TempData.Say(outcome.Fact.Mail is not null
            ? texts["Die Bewerbung ist ausgeschlossen. Die Begründung geht per E-Mail an die Kontaktadresse."]
            : texts["Die Bewerbung ist ausgeschlossen. Sie nennt keine E-Mail-Adresse; bitte drucken Sie das Schreiben unten auf dieser Seite."]);
        return LocalRedirect(Intake.IntakeLinks.Application(Slug, application));
    }

    public async Task<IActionResult> OnPostConflictAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        var person = People.FirstOrDefault(each => each.Id.ToString() == ConflictPerson);
        if (person is null) ModelState.AddModelError(nameof(ConflictPerson), texts["Bitte wählen Sie, wer befangen ist."]);
        if (PreReviewWords.ReadConflict(Kind) is not { } kind) ModelState.AddModelError(nameof(Kind), texts["Bitte wählen Sie die Art der Befangenheit."]);
        else if (person is not null)
        {
            var write = request.Write();
            var outcome = await db.WriteAsync(write, AuditAction.ConflictDeclared,
                () => PreReviewWrites.DeclareAsync(db, person.Id, [Text.Id], kind, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
            if (outcome.Refused(out var refusal)) return Show(refusal, "");
            if (outcome.Fact == 0) return Show(new Refusal("conflict.known", "Für diese Person ist bei diesem Beitrag schon eine Befangenheit vermerkt."), nameof(ConflictPerson));
            return Done(Heads.Any(head => head.ReviewerId == person.Id && head.State == ReviewState.Open)
                ? texts["Die Befangenheit ist vermerkt. {0} hat hier einen offenen Prüfbogen: Bitte vergeben Sie ihn neu.", person.Name]
                : texts["Die Befangenheit ist vermerkt."]);
        }
        return Page();
    }

    public string Group(string code) => Call.Group(code)?.Label.In(RequestContext.Language) ?? code;

    public IReadOnlyList<Choice> OutcomeChoices() => ConsensusForm.Choices(Call, Text, Projects, texts, RequestContext.Language);

    /// <summary>Who can take over a review of this entry, the least loaded first.</summary>
    public IReadOnlyList<Choice> Successors() =>
        [.. People.Where(person => Replacement.MayTakeOver(person.Id, Heads.Select(head => head.ReviewerId), People.Where(each => each.Conflict is not null).Select(each => each.Id)))
            .Select(person => new Choice(person.Id.ToString(), person.Name, texts["{0} offen", person.Open]))];

    private LocalRedirectResult Done(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect(PreReviewLinks.Entry(Slug, Text.Number));
    }

    private PageResult Show(Refusal refusal, string field)
    {
        ModelState.Add(texts, refusal, field);
        return Page();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        var call = request.Call.Id;
        if (await ReviewReading.TextAsync(db.Entries.Where(entry => entry.CallId == call && entry.Number == number), cancellationToken) is not { } text) return false;
        Text = text;
        Projects = await ReviewReading.ProjectsAsync(db, text.Id, cancellationToken);
        Heads = await ReviewReading.HeadsAsync(db, text.Id, cancellationToken);
        Readable = await ReviewReading.ContentsAsync(db, text.Id, Heads, request.PersonId, readerIsLead: true, cancellationToken);
        Reopenings = await ReviewReading.ReopeningsAsync(db, [.. Heads.Select(head => head.Id)], cancellationToken);
        People = await EntryPeople.LoadAsync(db, call, text.Id, Pair.Any(head => head.State == ReviewState.Open), cancellationToken);
        Settled = await db.ConsensusResults.AsNoTracking().FirstOrDefaultAsync(result => result.EntryId == text.Id, cancellationToken);
        if (IsUnsealed) Shown = await PairAsync(cancellationToken);
        return true;
    }

    private async Task<PairShown?> PairAsync(CancellationToken cancellationToken)
    {
        var reviews = Readable.Where(review => review is { Head.State: ReviewState.HandedIn, Vote: not null })
            .Select(review => new ScoredReview(review.Head.ReviewerId, review.Vote!.Value, review.Score, review.Sheets.First(sheet => sheet.ProjectId is null).Ratings));
        if (ScoredEntry.Of(Text.Id, Text.Number, Text.Type, Text.GroupCode, reviews) is not { } entry) return null;
        var ranked = (await lines.OfAsync(db, request.Call.Id, cancellationToken)).Where(line => line.GroupCode == Text.GroupCode && line.Rank is not null).ToList();
        return new(Slug, Call, entry, ranked.FirstOrDefault(line => line.Id == Text.Id)?.Rank, ranked.Count);
    }
}

/// <summary>The points of a pair for the partial _PairScores.</summary>
/// <param name="Ranked">Entries of the group that have a rank.</param>
public sealed record PairShown(string Slug, CallDefinition Call, ScoredEntry Entry, int? Rank, int Ranked);
