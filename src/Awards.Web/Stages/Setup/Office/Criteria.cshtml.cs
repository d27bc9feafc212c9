using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Criteria, and the sheets on which reviewers rate them.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class CriteriaModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public ScaleInput Input { get; set; } = new();
    [BindProperty] public List<CriterionRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Criteria, request.Call);

    public void OnGet()
    {
        var call = request.Call.Definition;
        Version = request.Call.Version;
        Input = ScaleInput.Of(call.EntrySheet);
        Rows = [.. call.Criteria.Select((criterion, at) => CriterionRow.Of(criterion, at + 1, Weight(call.EntrySheet, criterion), Weight(call.ProjectSheet, criterion))), new CriterionRow(), new CriterionRow()];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var weights = new Dictionary<CriterionRow, (int? Entry, int? Project)>();
        for (var at = 0; at < Rows.Count; at++)
        {
            var row = Rows[at];
            if (row.Remove || row.IsEmpty) continue;
            if (string.IsNullOrWhiteSpace(row.LabelDe)) ModelState.AddModelError($"Rows[{at}].{nameof(row.LabelDe)}", texts["Bitte geben Sie eine Bezeichnung an."]);
            weights[row] = (SetupNumbers.Tenths(ModelState, texts, $"Rows[{at}].{nameof(row.EntryWeight)}", row.EntryWeight), SetupNumbers.Tenths(ModelState, texts, $"Rows[{at}].{nameof(row.ProjectWeight)}", row.ProjectWeight));
        }
        var min = SetupNumbers.Whole(ModelState, texts, "Input.Min", Input.Min, needed: true);
        var max = SetupNumbers.Whole(ModelState, texts, "Input.Max", Input.Max, needed: true);
        var reasons = SetupNumbers.Whole(ModelState, texts, "Input.MinReasonLength", Input.MinReasonLength, needed: true);
        if (min >= max) ModelState.AddModelError("Input.Max", texts["Der höchste Punktwert muss über dem niedrigsten liegen."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => Changed(call, weights, min!.Value, max!.Value, reasons!.Value), why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Criteria);
    }

    private CallDefinition Changed(CallDefinition call, Dictionary<CriterionRow, (int? Entry, int? Project)> weights, int min, int max, int reasons)
    {
        var taken = Rows.Select(row => row.Code ?? "").ToHashSet();
        var rows = SetupRows.Kept(Rows).Select(row => (row, Code: SetupRows.CodeOf(row, row.LabelDe!, taken))).ToList();
        SheetDefinition Sheet(SheetDefinition sheet, Func<(int? Entry, int? Project), int?> weight) => sheet with
        {
            Min = min,
            Max = max,
            MinReasonLength = reasons,
            MinLabel = SetupInput.Text(Input.MinDe, Input.MinEn),
            MaxLabel = SetupInput.Text(Input.MaxDe, Input.MaxEn),
            Items = [.. rows.Where(each => weight(weights[each.row]) is not null).Select(each => new SheetItem(each.Code, weight(weights[each.row])!.Value))],
        };
        var projects = Sheet(call.ProjectSheet ?? NewCalls.ProjectSheet, weight => weight.Project);
        return call with
        {
            Criteria = [.. rows.Select(each => new Criterion(each.Code, SetupInput.Needed(each.row.LabelDe, each.row.LabelEn)))],
            EntrySheet = Sheet(call.EntrySheet, weight => weight.Entry),
            ProjectSheet = projects.Items.Count == 0 ? null : projects,
        };
    }

    private static int? Weight(SheetDefinition? sheet, Criterion criterion) => sheet?.Items.FirstOrDefault(item => item.Criterion == criterion.Code)?.WeightTenths;
}

/// <summary>The scale as it is typed; the same for both sheets.</summary>
public sealed class ScaleInput
{
    public string? Min { get; set; }
    public string? Max { get; set; }
    public string? MinDe { get; set; }
    public string? MinEn { get; set; }
    public string? MaxDe { get; set; }
    public string? MaxEn { get; set; }
    public string? MinReasonLength { get; set; }

    public static ScaleInput Of(SheetDefinition sheet) => new()
    {
        Min = sheet.Min.ToString(CultureInfo.InvariantCulture),
        Max = sheet.Max.ToString(CultureInfo.InvariantCulture),
        MinReasonLength = sheet.MinReasonLength.ToString(CultureInfo.InvariantCulture),
        MinDe = sheet.MinLabel?.De,
        MinEn = sheet.MinLabel?.En,
        MaxDe = sheet.MaxLabel?.De,
        MaxEn = sheet.MaxLabel?.En,
    };
}

/// <summary>A criterion as it is typed.</summary>
public sealed class CriterionRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public string? EntryWeight { get; set; }
    public string? ProjectWeight { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(LabelEn);

    public static CriterionRow Of(Criterion criterion, int place, int? entry, int? project) => new()
    {
        Code = criterion.Code,
        LabelDe = criterion.Label.De,
        LabelEn = criterion.Label.En,
        Place = place.ToString(CultureInfo.InvariantCulture),
        EntryWeight = entry is { } one ? SetupNumbers.Show(one) : null,
        ProjectWeight = project is { } other ? SetupNumbers.Show(other) : null,
    };
}
