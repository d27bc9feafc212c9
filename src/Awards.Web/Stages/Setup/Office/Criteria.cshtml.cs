using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
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

    /// <summary>As stored, a municipality would read something before publication.</summary>
    public bool TellsEarly => request.Call.Definition.VisibilityRules().TellsMunicipalityEarly;

    public IReadOnlyList<Choice> VoteChoices => [.. Enum.GetValues<Vote>().Select(vote => new Choice(vote.ToString(), texts[PreReview.PreReviewWords.Of(vote)]))];

    public IReadOnlyList<Choice> CommentChoices => [new(nameof(CommentRule.Allowed), texts["möglich"]), new(nameof(CommentRule.Required), texts["vor der Abgabe verlangt"])];

    public IReadOnlyList<Choice> VisibilityChoices =>
    [
        .. ReviewVisibility.Phases.SelectMany(phase => new[] { (ScaleInput.Names, texts["wer sie geschrieben hat"]), (ScaleInput.Contents, texts["was darin steht"]) }
            .Select(what => new Choice($"{phase}.{what.Item1}", $"{texts[Domain.Calls.Calendar.Name(phase)].Value}: {what.Item2.Value}"))),
    ];

    public void OnGet()
    {
        var call = request.Call.Definition;
        Version = request.Call.Version;
        Input = ScaleInput.Of(call);
        Rows = [.. call.Criteria.Select((criterion, at) => CriterionRow.Of(criterion, at + 1, Weight(call.EntrySheet, criterion), Weight(call.ProjectSheet, criterion), CriterionRow.ShownItem(call, criterion.Code))), new CriterionRow(), new CriterionRow()];
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
        var longest = SetupNumbers.Whole(ModelState, texts, "Input.MaxReasonLength", Input.MaxReasonLength);
        var lengths = new Dictionary<string, int?>();
        for (var at = 0; at < Input.Lengths.Count; at++)
        {
            SetupNumbers.Whole(ModelState, texts, $"Input.Lengths[{at}].{nameof(VoteLength.Min)}", Input.Lengths[at].Min, lengths);
            SetupNumbers.Whole(ModelState, texts, $"Input.Lengths[{at}].{nameof(VoteLength.Max)}", Input.Lengths[at].Max, lengths);
        }
        CheckAnchors("Input", Input.AnchorsDe, Input.AnchorsEn);
        for (var at = 0; at < Rows.Count; at++) if (weights.ContainsKey(Rows[at])) CheckAnchors($"Rows[{at}]", Rows[at].AnchorsDe, Rows[at].AnchorsEn);
        var days = SetupNumbers.Days(ModelState, texts, "Input.Reminders", Input.Reminders);
        if (min >= max) ModelState.AddModelError("Input.Max", texts["Der höchste Punktwert muss über dem niedrigsten liegen."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => WithVotes(Changed(call, weights, min!.Value, max!.Value), reasons!.Value, longest, lengths) with
        {
            Visibility = Input.Visibility(),
            ReviewReminderDays = days.Count == 0 ? null : days,
        }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Criteria);
    }

    private CallDefinition Changed(CallDefinition call, Dictionary<CriterionRow, (int? Entry, int? Project)> weights, int min, int max)
    {
        var taken = Rows.Select(row => row.Code ?? "").ToHashSet();
        var rows = SetupRows.Kept(Rows).Select(row => (row, Code: SetupRows.CodeOf(row, row.LabelDe!, taken))).ToList();
        SheetDefinition Sheet(SheetDefinition sheet, Func<(int? Entry, int? Project), int?> weight) => sheet with
        {
            Min = min,
            Max = max,
            MinLabel = SetupInput.Text(Input.MinDe, Input.MinEn),
            MaxLabel = SetupInput.Text(Input.MaxDe, Input.MaxEn),
            Anchors = SheetAnchors.Read(Input.AnchorsDe, Input.AnchorsEn).Fact is { Count: > 0 } anchors ? anchors : null,
            Items = [.. rows.Where(each => weight(weights[each.row]) is not null)
                .Select(each => each.row.Applied(sheet.Items.FirstOrDefault(item => item.Criterion == each.Code), CriterionRow.ShownItem(call, each.Code)) with { Criterion = each.Code, WeightTenths = weight(weights[each.row])!.Value })],
        };
        var projects = Sheet(call.ProjectSheet ?? NewCalls.ProjectSheet, weight => weight.Project);
        return call with
        {
            Criteria = [.. rows.Select(each => new Criterion(each.Code, SetupInput.Needed(each.row.LabelDe, each.row.LabelEn)))],
            EntrySheet = Sheet(call.EntrySheet, weight => weight.Entry),
            ProjectSheet = projects.Items.Count == 0 ? null : projects,
        };
    }

    private CallDefinition WithVotes(CallDefinition call, int reasons, int? longest, Dictionary<string, int?> lengths) => call with
    {
        EntrySheet = call.EntrySheet with { MinReasonLength = reasons, MaxReasonLength = longest ?? Review.MaxReasons, Votes = Votes(call, lengths, Input) },
        ProjectSheet = call.ProjectSheet is { } project ? project with { MinReasonLength = reasons } : null,
    };

    private static List<VoteRule>? Votes(CallDefinition call, Dictionary<string, int?> lengths, ScaleInput input)
    {
        var rules = input.Lengths.Select((length, at) => new VoteRule(length.Vote, lengths[$"Input.Lengths[{at}].{nameof(VoteLength.Min)}"], lengths[$"Input.Lengths[{at}].{nameof(VoteLength.Max)}"]))
            .Where(rule => input.Votes.Contains(rule.Vote.ToString())).ToList();
        // What is usual is not written down, so that a special category brings its vote along.
        return rules.SequenceEqual((call with { EntrySheet = call.EntrySheet with { Votes = null } }).VoteRules()) ? null : rules;
    }

    private void CheckAnchors(string prefix, string? german, string? english)
    {
        if (SheetAnchors.Read(german, english).Refused(out var refusal)) ModelState.Add(texts, refusal, $"{prefix}.{nameof(ScaleInput.AnchorsDe)}");
    }

    private static int? Weight(SheetDefinition? sheet, Criterion criterion) => sheet?.Items.FirstOrDefault(item => item.Criterion == criterion.Code)?.WeightTenths;
}
