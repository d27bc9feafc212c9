using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Statistics;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Tables of the documentation: which question each counts, over which entries.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class TablesModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<TableRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Tables, request.Call);

    /// <summary>Questions that can be counted.</summary>
    public IReadOnlyList<Choice> Questions => [.. Countable.Select(question => new Choice(question.Code, question.Text.In(RequestContext.Language)))];

    /// <summary>Answers that a base can ask for: "question=option".</summary>
    public IReadOnlyList<Choice> Answers => [.. Countable.SelectMany(question => question.Choices.Select(option =>
        new Choice($"{question.Code}={option.Code}", $"{question.Text.In(RequestContext.Language)}: {option.Label.In(RequestContext.Language)}")))];

    private IEnumerable<Question> Countable => request.Call.Definition.Questionnaire.Questions.Where(question => question.Choices.Count > 0);

    public void OnGet()
    {
        Version = request.Call.Version;
        Rows = [.. request.Call.Definition.Tables.Select(TableRow.Of), new TableRow()];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var tables = new List<TableDefinition>();
        for (var at = 0; at < Rows.Count; at++)
        {
            var row = Rows[at];
            if (row.Remove || row.IsEmpty) continue;
            var no = SetupNumbers.Whole(ModelState, texts, $"Rows[{at}].{nameof(row.No)}", row.No, needed: true);
            if (request.Call.Definition.Questionnaire.Find(row.Question ?? "") is not { } question) ModelState.AddModelError($"Rows[{at}].{nameof(row.Question)}", texts["Bitte wählen Sie eine Frage."]);
            else if (row.IsMixed) ModelState.AddModelError($"Rows[{at}].{nameof(row.BaseOr)}", texts["Bitte wählen Sie zwei Antworten auf dieselbe Frage."]);
            else if (no is { } number) tables.Add(row.Table(number, question, request.Call.Definition.Tables.FirstOrDefault(table => table.No.ToString(CultureInfo.InvariantCulture) == row.Code)));
        }
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => call with { Tables = [.. tables.OrderBy(table => table.No)] }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Tables);
    }
}

/// <summary>A table as it is typed.</summary>
public sealed class TableRow
{
    /// <summary>Number of the table before this form; empty for a new one.</summary>
    public string? Code { get; set; }
    public string? No { get; set; }
    public string? Question { get; set; }
    public string? TitleDe { get; set; }
    public string? TitleEn { get; set; }

    /// <summary>"question=option"; empty = all entries.</summary>
    public string? Base { get; set; }

    /// <summary>Another answer to the same question that counts, too; empty = none.</summary>
    public string? BaseOr { get; set; }
    public bool Descending { get; set; }
    public bool Remove { get; set; }

    /// <summary>The base is more than one answer: it stays as it is while none is chosen.</summary>
    public bool KeepsBase { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(No) && string.IsNullOrWhiteSpace(Question);

    public static TableRow Of(TableDefinition table) => new()
    {
        Code = table.No.ToString(CultureInfo.InvariantCulture),
        No = table.No.ToString(CultureInfo.InvariantCulture),
        Question = table.Question,
        TitleDe = table.Title?.De,
        TitleEn = table.Title?.En,
        Base = Options(table.Base).ElementAtOrDefault(0),
        BaseOr = Options(table.Base).ElementAtOrDefault(1),
        KeepsBase = IsComposed(table.Base),
        Descending = table.Order == RowOrder.Descending,
    };

    public TableDefinition Table(int no, Question question, TableDefinition? before) => new()
    {
        No = no,
        Question = question.Code,
        Kind = question is MultipleChoiceQuestion ? TableKind.MultipleResponse : TableKind.ByType,
        Title = SetupInput.Text(TitleDe, TitleEn),
        Order = Descending ? RowOrder.Descending : RowOrder.AsDefined,
        Base = Chosen() ?? (IsComposed(before?.Base) ? before!.Base : null),
    };

    /// <summary>The two answers belong to different questions.</summary>
    public bool IsMixed => !string.IsNullOrEmpty(BaseOr) && BaseOr.Split('=')[0] != Base?.Split('=')[0];

    private ChosenCondition? Chosen() => Base?.Split('=') is not [var code, var option] ? null : BaseOr?.Split('=') is [_, var other] && other != option ? new(code, [option, other]) : new(code, [option]);

    private static bool IsComposed(Condition? condition) => condition is not null && Options(condition).Count == 0;

    /// <summary>"question=option" of a base with one or two answers; empty for any other.</summary>
    private static IReadOnlyList<string> Options(Condition? condition) => condition is ChosenCondition { AnyOf.Count: 1 or 2 } chosen ? [.. chosen.AnyOf.Select(option => $"{chosen.Question}={option}")] : [];
}
