using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Money the jury may spend, and kinds of prizes.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class PrizesModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Budget { get; set; }
    [BindProperty] public List<PrizeRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Prizes, request.Call);
    public IReadOnlyList<Choice> Groups => [.. request.Call.Definition.AwardGroups.Select(group => new Choice(group.Code, group.Label.In(RequestContext.Language)))];

    public void OnGet()
    {
        (Version, Budget) = (request.Call.Version, PrizeRow.Typed(request.Call.Definition.BudgetCents));
        Rows = [.. request.Call.Definition.Prizes.Select((prize, at) => PrizeRow.Of(prize, at + 1)), new PrizeRow()];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var budget = Amount(nameof(Budget), Budget);
        var amounts = new Dictionary<PrizeRow, long>();
        for (var at = 0; at < Rows.Count; at++)
        {
            if (Rows[at].Remove || Rows[at].IsEmpty) continue;
            if (string.IsNullOrWhiteSpace(Rows[at].LabelDe)) ModelState.AddModelError($"Rows[{at}].{nameof(PrizeRow.LabelDe)}", texts["Bitte geben Sie eine Bezeichnung an."]);
            amounts[Rows[at]] = Amount($"Rows[{at}].{nameof(PrizeRow.Amount)}", Rows[at].Amount);
        }
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call =>
        {
            var taken = Rows.Select(row => row.Code ?? "").ToHashSet();
            return call with
            {
                BudgetCents = budget,
                Prizes = [.. SetupRows.Kept(Rows).Select(row => new PrizeKind(SetupRows.CodeOf(row, row.LabelDe!, taken), SetupInput.Needed(row.LabelDe, row.LabelEn), amounts[row],
                    [.. call.AwardGroups.Select(group => group.Code).Where(row.Groups.Contains)]))],
            };
        }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Prizes);
    }

    private long Amount(string field, string? typed)
    {
        var read = Money.Parse(typed ?? "");
        if (!read.Refused(out var refusal)) return read.Fact;
        ModelState.Add(texts, refusal, field);
        return 0;
    }
}

/// <summary>A kind of prize as it is typed.</summary>
public sealed class PrizeRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public string? Amount { get; set; }
    public List<string> Groups { get; set; } = [];
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(Amount);

    public static PrizeRow Of(PrizeKind prize, int place) => new()
    {
        Code = prize.Code,
        LabelDe = prize.Label.De,
        LabelEn = prize.Label.En,
        Amount = Typed(prize.Cents),
        Groups = [.. prize.Groups],
        Place = place.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>An amount as it stands in a field: <see cref="Money.Parse"/> reads it.</summary>
    public static string Typed(long cents) => new MoneyQuestion { Code = "amount", Text = "" }.Edit(cents.ToString(CultureInfo.InvariantCulture));
}
