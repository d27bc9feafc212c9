using System.Globalization;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Who may enter, how much an application may hold, and how its text is typeset.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class ScopeModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public ScopeInput Input { get; set; } = new();
    [BindProperty] public List<LabelRow> Contributions { get; set; } = [];
    [BindProperty] public List<LabelRow> Fields { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Scope, request.Call);
    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ApplicantKind>().Select(kind => new Choice(kind.ToString(), texts[kind.German()]))];
    public IReadOnlyList<Choice> Fonts => [.. PageSettings.Fonts.Select(font => new Choice(font, font))];

    public void OnGet()
    {
        var call = request.Call.Definition;
        (Version, Input) = (request.Call.Version, ScopeInput.Of(call));
        Contributions = LabelRow.All(call.Contributions ?? [], (kind, place) => LabelRow.Of(kind.Code, kind.Label, place));
        Fields = LabelRow.All(call.LimitRules().ProjectFields, (field, place) => LabelRow.Of(field.Code, field.Label, place, field.Required));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        int Number(string field, string? typed) => SetupNumbers.Whole(ModelState, texts, $"Input.{field}", typed, needed: true) ?? 0;
        var projects = Number(nameof(Input.Projects), Input.Projects);
        var limits = new CallLimits
        {
            Pages = Number(nameof(Input.Pages), Input.Pages),
            SummaryWords = Number(nameof(Input.SummaryWords), Input.SummaryWords),
            ProjectCharacters = Number(nameof(Input.ProjectCharacters), Input.ProjectCharacters),
            Attachments = Number(nameof(Input.Attachments), Input.Attachments),
            AttachmentMegabytes = Number(nameof(Input.Megabytes), Input.Megabytes),
            ProjectFields = [.. LabelRow.Kept(Fields).Select(each => new ProjectField(each.Code, each.Row.Label, each.Row.Required))],
        };
        var reports = new Domain.PreReview.ReportRules
        {
            DescriptionWords = Number(nameof(Input.ReportDescriptionWords), Input.ReportDescriptionWords),
            ReasonsWords = Number(nameof(Input.ReportReasonsWords), Input.ReportReasonsWords),
        };
        var page = new PageSettings
        {
            Font = Input.Font ?? "",
            SizeTenths = SetupNumbers.Tenths(ModelState, texts, "Input.Size", Input.Size) ?? 0,
            LinePercent = Number(nameof(Input.Line), Input.Line),
            MarginMillimetres = Number(nameof(Input.Margin), Input.Margin),
        };
        List<ApplicantKind> kinds = [.. Enum.GetValues<ApplicantKind>().Where(kind => Input.MayEnter.Contains(kind.ToString()))];
        List<ContributionKind> contributions = [.. LabelRow.Kept(Contributions).Select(each => new ContributionKind(each.Code, each.Row.Label))];
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => call with
        {
            WhoMayEnter = SetupInput.Needed(Input.WhoDe, Input.WhoEn),
            MayEnter = kinds.Count == 0 ? null : kinds,
            Contributions = contributions.Count == 0 ? null : contributions,
            MaxSingleProjects = projects,
            Limits = limits,
            // What is usual is not written down.
            Reports = reports == Domain.PreReview.ReportRules.Default ? null : reports,
            Page = page,
        }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Scope);
    }
}

/// <summary>Who and how much, as it is typed.</summary>
public sealed class ScopeInput
{
    public string? WhoDe { get; set; }
    public string? WhoEn { get; set; }
    public List<string> MayEnter { get; set; } = [];
    public string? Projects { get; set; }
    public string? Pages { get; set; }
    public string? SummaryWords { get; set; }
    public string? ProjectCharacters { get; set; }
    public string? Attachments { get; set; }
    public string? Megabytes { get; set; }
    public string? ReportDescriptionWords { get; set; }
    public string? ReportReasonsWords { get; set; }
    public string? Font { get; set; }
    public string? Size { get; set; }
    public string? Line { get; set; }
    public string? Margin { get; set; }

    public static ScopeInput Of(CallDefinition call)
    {
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        var (limits, page) = (call.LimitRules(), call.PageRules());
        return new()
        {
            WhoDe = call.WhoMayEnter.De,
            WhoEn = call.WhoMayEnter.En,
            MayEnter = [.. (call.MayEnter ?? []).Select(kind => kind.ToString())],
            Projects = Text(call.MaxSingleProjects),
            Pages = Text(limits.Pages),
            SummaryWords = Text(limits.SummaryWords),
            ProjectCharacters = Text(limits.ProjectCharacters),
            Attachments = Text(limits.Attachments),
            Megabytes = Text(limits.AttachmentMegabytes),
            ReportDescriptionWords = Text(call.ReportLimits().DescriptionWords),
            ReportReasonsWords = Text(call.ReportLimits().ReasonsWords),
            Font = page.Font,
            Size = SetupNumbers.Show(page.SizeTenths),
            Line = Text(page.LinePercent),
            Margin = Text(page.MarginMillimetres),
        };
    }
}
