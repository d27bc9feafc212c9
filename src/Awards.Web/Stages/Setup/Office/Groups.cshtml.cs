using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Award groups, and which municipalities belong to them by type or by inhabitants.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class GroupsModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<GroupRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Groups, request.Call);
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()]))];

    public void OnGet()
    {
        Version = request.Call.Version;
        Rows = [.. request.Call.Definition.AwardGroups.Select((group, at) => GroupRow.Of(group, at + 1)), new GroupRow()];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, int?>();
        for (var at = 0; at < Rows.Count; at++)
        {
            if (Rows[at].Remove || Rows[at].IsEmpty) continue;
            SetupNumbers.Whole(ModelState, texts, $"Rows[{at}].{nameof(GroupRow.FromPopulation)}", Rows[at].FromPopulation, numbers);
            SetupNumbers.Whole(ModelState, texts, $"Rows[{at}].{nameof(GroupRow.BelowPopulation)}", Rows[at].BelowPopulation, numbers);
            if (string.IsNullOrWhiteSpace(Rows[at].LabelDe)) ModelState.AddModelError($"Rows[{at}].{nameof(GroupRow.LabelDe)}", texts["Bitte geben Sie eine Bezeichnung an."]);
        }
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => call with { AwardGroups = Read(call, numbers) }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Groups);
    }

    private List<AwardGroup> Read(CallDefinition call, Dictionary<string, int?> numbers)
    {
        var taken = Rows.Select(row => row.Code ?? "").ToHashSet();
        int? Number(GroupRow row, string field) => numbers.GetValueOrDefault($"Rows[{Rows.IndexOf(row)}].{field}");
        return [.. SetupRows.Kept(Rows).Select(row => (call.Group(row.Code ?? "") ?? new AwardGroup { Code = SetupRows.CodeOf(row, row.LabelDe!, taken), Label = "" }) with
        {
            Label = SetupInput.Needed(row.LabelDe, row.LabelEn),
            Types = [.. MunicipalityTypes.All.Select(type => type.Code()).Where(row.Types.Contains)],
            FromPopulation = Number(row, nameof(GroupRow.FromPopulation)),
            BelowPopulation = Number(row, nameof(GroupRow.BelowPopulation)),
            Special = row.Special,
        })];
    }
}

/// <summary>A group as it is typed.</summary>
public sealed class GroupRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public List<string> Types { get; set; } = [];
    public string? FromPopulation { get; set; }
    public string? BelowPopulation { get; set; }
    public bool Special { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(LabelEn) && Types.Count == 0;

    public static GroupRow Of(AwardGroup group, int place) => new()
    {
        Code = group.Code,
        LabelDe = group.Label.De,
        LabelEn = group.Label.En,
        Types = [.. group.Types],
        Special = group.Special,
        Place = place.ToString(CultureInfo.InvariantCulture),
        FromPopulation = group.FromPopulation?.ToString(CultureInfo.InvariantCulture),
        BelowPopulation = group.BelowPopulation?.ToString(CultureInfo.InvariantCulture),
    };
}
