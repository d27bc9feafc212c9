using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>The formal check of one application: the call's list and what the program noticed, line by line.</summary>
[Authorize(Policy = IntakeRights.Work)]
public sealed class CheckModel(AwardsDbContext db, DecisionDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public List<CheckLine> Rows { get; set; } = [];
    [BindProperty] public Guid? Other { get; set; }
    [BindProperty] public string? WantedReason { get; set; }

    public string Slug => request.Call.Slug;
    public Application Application { get; private set; } = null!;
    private FormalStanding Standing { get; set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Rows = [.. Standing.Items.Select(item => CheckLine.Of(item.Item.Code, item.Check)), .. Standing.Findings.Select(finding => CheckLine.Of(finding.Finding.Code, finding.Check))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return Page();
        // A line that says what is stored already is nobody's business, whoever stored it.
        var stored = Standing.Items.Select(item => item.Check).Concat(Standing.Findings.Select(finding => finding.Check)).OfType<FormalCheck>().ToDictionary(check => check.Code);
        var changed = Rows.Where(row => !row.Says(stored.GetValueOrDefault(row.Code))).ToList();
        var (outcome, code) = await desk.CheckAsync(id, [.. changed.Select(row => new PostedCheck(row.Code, row.State, row.Note, row.Seen))], cancellationToken);
        if (!outcome.Refused(out var refusal)) return Done(changed.Count == 0 ? texts["Es war nichts zu ändern."] : texts["Gespeichert."]);
        var at = Rows.FindIndex(row => row.Code == code);
        ModelState.Add(texts, refusal, at < 0 ? "" : $"Rows[{at}].Note");
        return Page();
    }

    public async Task<IActionResult> OnPostWantedAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var outcome = await desk.WantBothAsync(id, Other ?? Guid.Empty, WantedReason, cancellationToken);
        TempData.Say(outcome.Refused(out var refusal) ? texts["Nicht gespeichert: {0}", texts.Show(refusal)] : texts["Die beiden Bewerbungen sind als gewollt gekennzeichnet."]);
        return LocalRedirect(IntakeLinks.Application(Slug, id));
    }

    public string LabelOf(string code) => Standing.Items.FirstOrDefault(item => item.Item.Code == code)?.Item.Label.In(RequestContext.Language)
        ?? (Standing.Findings.FirstOrDefault(finding => finding.Finding.Code == code) is { } found ? $"{texts["Vom Programm bemerkt:"]} {texts.Show(found.Finding.Sentence)}" : code);

    public string? HelpOf(string code) => Standing.Items.FirstOrDefault(item => item.Item.Code == code)?.Item.Help?.In(RequestContext.Language);

    public IReadOnlyList<Choice> ChoicesOf(string code) => Standing.Items.Any(item => item.Item.Code == code)
        ? [.. Enum.GetValues<CheckState>().Select(state => new Choice(state.ToString(), texts[IntakeWords.Of(state)]))]
        : [new(nameof(CheckState.Open), texts["besteht"]), new(nameof(CheckState.Accepted), texts[IntakeWords.Of(CheckState.Accepted)])];

    private LocalRedirectResult Done(string said)
    {
        TempData.Say(said);
        return LocalRedirect(IntakeLinks.Application(Slug, Application.Id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await IntakeQueries.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } details) return false;
        Application = details.Application;
        var twins = await IntakeFacts.TwinsAsync(db, Application, request.User.MaySeeContacts(request.Call.Id), cancellationToken);
        (Standing, _) = await IntakeFacts.StandingAsync(db, request.Call, Application, cancellationToken, twins.Count(twin => twin.Wanted is null));
        return true;
    }
}

/// <summary>A line as it is posted.</summary>
public sealed class CheckLine
{
    public string Code { get; set; } = "";
    public CheckState State { get; set; }
    public string? Note { get; set; }
    public int Seen { get; set; }

    public static CheckLine Of(string code, FormalCheck? check) => new() { Code = code, State = check?.State ?? CheckState.Open, Note = check?.Note, Seen = FormalCheck.Seen(check) };

    /// <summary>True when it is what is stored.</summary>
    public bool Says(FormalCheck? check) => (check?.State ?? CheckState.Open) == State && (check?.Note ?? "") == Domain.Calls.TextRules.Lines(Note).Trim();
}
