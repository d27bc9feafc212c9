using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview.Offline;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>The own open sheets as a workbook, and back: read, shown with what would change, and saved only then. One stale sheet, and nothing is saved.</summary>
[UploadLimits]
public sealed class OfflineModel(AwardsDbContext db, CallCache calls, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>A sheet of the file that differs from what is stored.</summary>
    public sealed record Preview(Guid Id, int Seen, string Title, string Content, IReadOnlyList<SheetDifference> Lines);

    [BindProperty] public IFormFile? Upload { get; set; }

    private IReadOnlyList<OfflineSheet> _own = [];

    public string Slug => request.Call.Slug;
    public int Open => _own.Count;
    public IReadOnlyList<WorkbookFault> Faults { get; private set; } = [];
    public IReadOnlyList<Preview> Previews { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Upload is null)
        {
            ModelState.Add(texts, FileRefusals.None, nameof(Upload));
            return Page();
        }
        await using var content = Upload.OpenReadStream();
        var reading = new SheetWorkbookReading(request.Call.Definition, _own, request.Write(), texts).Read(content);
        Faults = reading.Faults;
        if (Faults.Count > 0) ModelState.AddModelError(nameof(Upload), texts["Die Datei hat Fehler: {0}. Nichts ist übernommen.", Faults.Count]);
        else Show(reading.Sheets);
        if (Faults.Count == 0 && Previews.Count == 0) ModelState.AddModelError(nameof(Upload), texts["In der Datei steht nichts, was nicht schon in den Prüfbögen steht."]);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var form = await Request.ReadFormAsync(cancellationToken);
        var (ids, seen, contents) = (form["Id"], form["Seen"], form["Content"]);
        if (ids.Count == 0 || ids.Count != seen.Count || ids.Count != contents.Count) return BadRequest();
        var taken = new List<(OfflineSheet Sheet, int Seen, ReviewContent Content)>();
        for (var at = 0; at < ids.Count; at++)
        {
            if (_own.FirstOrDefault(each => each.Stored.Id.ToString() == ids[at]) is not { } sheet) return Refused(ApplicationRules.Stale);
            if (!int.TryParse(seen[at], out var version) || Values(contents[at]) is not { } values) return BadRequest();
            var read = new SheetForm(values).Read(request.Call.Definition, sheet.Projects);
            if (read.Refused(out var bad)) return Refused(bad);
            taken.Add((sheet, version, read.Fact));
        }
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ReviewSaved, async () =>
        {
            foreach (var (sheet, version, content) in taken)
            {
                var saved = await ReviewSaving.SaveInsideAsync(db, calls, request.Call.Id, sheet.Stored.Id, VersionOccasion.Saved, (_, _) => content, version, write, cancellationToken);
                if (saved.Refused(out var refused)) return (Outcome<int>)refused;
            }
            return taken.Count;
        }, lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal)) return Refused(refusal);
        TempData.Say(texts["Aus der Datei übernommen: {0} Prüfbögen. Abgegeben sind sie damit noch nicht.", outcome.Fact]);
        return LocalRedirect(PreReviewLinks.Start);
    }

    private void Show(IReadOnlyList<OfflineRead> sheets) => Previews =
    [
        .. from sheet in sheets
           let lines = SheetDifference.Between(sheet.Content, ReviewContent.Of(sheet.Sheet.Stored), request.Call.Definition, sheet.Sheet.Projects, texts)
           where lines.Count > 0
           select new Preview(sheet.Sheet.Stored.Id, sheet.Sheet.Stored.Version, $"{request.Call.Definition.EntryNumber(sheet.Sheet.Number)}, {sheet.Sheet.Name}", JsonSerializer.Serialize(sheet.Values), lines),
    ];

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Add(texts, refusal);
        return Page();
    }

    private static Dictionary<string, string>? Values(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => _own = await OfflineSheet.LoadAsync(db, request.Call.Id, request.PersonId, cancellationToken);
}
