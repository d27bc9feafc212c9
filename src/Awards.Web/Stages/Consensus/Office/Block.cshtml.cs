using Awards.Domain.Calls;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>Settles agreeing entries of a group in one act, each with its own reasons made from one sentence.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class BlockModel(AwardsDbContext db, EntryLines lines, SessionDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>An entry of the block.</summary>
    /// <param name="Inside">Who has a conflict with it and is in the room; such an entry is called alone.</param>
    public sealed record Row(BlockFacts Facts, string Inside);

    /// <summary>The block of an award group.</summary>
    public sealed record BlockGroup(string Code, string Label, IReadOnlyList<Row> Rows);

    [BindProperty] public string? Group { get; set; }
    [BindProperty] public List<string> Ticked { get; set; } = [];
    [BindProperty] public string? Sentence { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public SessionView View { get; private set; } = null!;
    public IReadOnlyList<BlockGroup> Groups { get; private set; } = [];

    /// <summary>Why single entries stand in the way.</summary>
    public List<(int Number, Refusal Refusal)> Faults { get; } = [];

    public string Placeholders { get; } = string.Join(", ", BlockFacts.Placeholders.Select(name => "{{" + name + "}}"));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var block = Ticked.Select(BlockFacts.Read).OfType<BlockEntry>().DistinctBy(entry => entry.EntryId).ToList();
        if (block.Any(entry => View.Session.Item(entry.EntryId) is null)) return NotFound();
        if (BlockFacts.Check(Sentence) is { } wrong) return Show(wrong, nameof(Sentence));
        if (block.Count == 0) return Show(new Refusal("session.block_empty", "Bitte kreuzen Sie mindestens einen Beitrag an."), "");
        if (await desk.SettleBlockAsync(id, block, Sentence!, Faults, cancellationToken) is not { } outcome) return NotFound();
        if (outcome.Refused(out var refusal))
        {
            await LoadAsync(id, cancellationToken);
            return Show(refusal, "");
        }
        TempData.Say(texts["Im Block entschieden: {0}", block.Count]);
        return LocalRedirect(ConsensusLinks.Session(Slug, id));
    }

    /// <summary>Ticked as it was posted, or all of a fresh page.</summary>
    public bool IsTicked(Row row, string group) => Group is null || (Group == group && Ticked.Exists(posted => BlockFacts.Read(posted)?.EntryId == row.Facts.Line.Id));

    public string SentenceOf(string group) => Group == group ? Sentence ?? "" : texts["Beide Voten lauten „{{votum}}“ (Mittelwert {{punkte}} Punkte). Die Sitzung folgt ihnen ohne weitere Aussprache."];

    /// <summary>A refusal in the language of the page.</summary>
    public string Say(Refusal refusal) => texts.Show(refusal);

    private PageResult Show(Refusal refusal, string field)
    {
        ModelState.Add(texts, refusal, field);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SessionReading.FindAsync(db, request.Call.Id, id, cancellationToken) is not { State: SessionStage.Running } session) return false;
        View = await SessionReading.ViewAsync(db, lines, session, cancellationToken);
        var open = View.Rows.Where(row => row is { Item: { State: ItemState.Open, Part: AgendaPart.Agreeing }, Outcome: null, Line.Pair: { IsUnsealed: true, IsDiverging: false } }).ToList();
        var facts = await BlockFacts.LoadAsync(db, lines, request.Call, open.ConvertAll(row => row.Line.Id), cancellationToken);
        Groups = [.. from code in Call.AwardGroups.Select(each => each.Code).Union(open.Select(row => row.Line.GroupCode))
                     let rows = open.Where(row => row.Line.GroupCode == code).Select(row => new Row(facts[row.Line.Id], View.NamesOf(View.StillInside(row.Line.Id)))).ToList()
                     where rows.Count > 0
                     select new BlockGroup(code, Call.Group(code)?.Label.In(RequestContext.Language) ?? code, rows)];
        return true;
    }
}
