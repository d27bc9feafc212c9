using System.Globalization;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.PreReview;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Rules by which pairs of reviewers are assigned, and the disciplines that reviewers may have.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class PairsModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Min { get; set; }
    [BindProperty] public string? Max { get; set; }
    [BindProperty] public string? PairCap { get; set; }
    [BindProperty] public bool DistinctDepartments { get; set; }
    [BindProperty] public bool Wishes { get; set; }
    [BindProperty] public string? Order { get; set; }
    [BindProperty] public List<LabelRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Pairs, request.Call);
    public IReadOnlyList<Choice> Orders => PairOrders.Choices(texts);

    public void OnGet()
    {
        var rules = request.Call.Definition.PairingRules();
        (Version, DistinctDepartments, Wishes, Order) = (request.Call.Version, rules.DistinctDepartments, rules.Wishes, PairOrders.Code(rules.Order()));
        (Min, Max, PairCap) = (rules.Min == 0 ? null : Typed(rules.Min), Typed(rules.Max), Typed(rules.PairCap));
        Rows = LabelRow.All(rules.Disciplines ?? [], (each, place) => LabelRow.Of(each.Code, each.Label, place, rules.Require?.Contains(each.Code) == true));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } rules) return Page();
        var outcome = await desk.ChangeAsync(Version, call => call with { Pairs = rules == PairRules.Default ? null : rules }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Pairs, refusal => refusal.Code == "change.discipline_gone" && Rows.FindIndex(row => row.Remove) is var at and >= 0 ? $"Rows[{at}].{nameof(LabelRow.Remove)}" : "");
    }

    private PairRules? Read()
    {
        var (min, max, cap) = (SetupNumbers.Whole(ModelState, texts, nameof(Min), Min), SetupNumbers.Whole(ModelState, texts, nameof(Max), Max), SetupNumbers.Whole(ModelState, texts, nameof(PairCap), PairCap));
        if (PairOrders.Read(Order) is not { } order) ModelState.AddModelError(nameof(Order), texts["Bitte wählen Sie eine Reihenfolge aus der Liste."]);
        else
        {
            for (var at = 0; at < Rows.Count; at++)
                if (!Rows[at].Remove && !Rows[at].IsEmpty && string.IsNullOrWhiteSpace(Rows[at].LabelDe)) ModelState.AddModelError($"Rows[{at}].{nameof(LabelRow.LabelDe)}", texts["Bitte geben Sie eine Bezeichnung an."]);
            var disciplines = LabelRow.Kept(Rows);
            var required = disciplines.Where(each => each.Row.Required).Select(each => each.Code).ToList();
            var rules = new PairRules
            {
                Min = min ?? 0,
                Max = max,
                PairCap = cap,
                DistinctDepartments = DistinctDepartments,
                Wishes = Wishes,
                Disciplines = disciplines.Count == 0 ? null : [.. disciplines.Select(each => new Discipline(each.Code, each.Row.Label))],
                Require = required.Count == 0 ? null : required,
                Goals = order.SequenceEqual(PairRules.Orders[0]) ? null : order,
            };
            foreach (var fault in rules.Faults()) ModelState.Add(texts, fault, fault.Code is "pairs.cap" ? nameof(PairCap) : nameof(Max));
            if (ModelState.IsValid) return rules;
        }
        return null;
    }

    private static string? Typed(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
