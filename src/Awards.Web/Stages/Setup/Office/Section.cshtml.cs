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

/// <summary>The questions of a section: order, removal, and the way to each.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class SectionModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<QuestionRow> Rows { get; set; } = [];

    public string Slug => request.Call.Slug;
    public Questionnaire Questionnaire => request.Call.Definition.Questionnaire;
    public Section Section { get; private set; } = null!;
    public IReadOnlyList<Choice> Kinds => [.. QuestionKinds.All.Select(kind => new Choice(kind.Name, texts[kind.Label], texts[kind.Example]))];

    public Question QuestionOf(int at) => Questionnaire.Find(Rows[at].Code ?? "")!;

    public IActionResult OnGet(string section)
    {
        if (Questionnaire.FindSection(section) is not { } found) return NotFound();
        (Section, Version) = (found, request.Call.Version);
        Rows = [.. found.Questions.Select((question, at) => new QuestionRow { Code = question.Code, Section = section, Place = (at + 1).ToString(CultureInfo.InvariantCulture) })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string section, CancellationToken cancellationToken)
    {
        if (Questionnaire.FindSection(section) is not { } found) return NotFound();
        Section = found;
        Rows.RemoveAll(row => Questionnaire.Find(row.Code ?? "") is null);
        var outcome = await desk.ChangeAsync(Version, call => call with { Questionnaire = Moved(call.Questionnaire, section) }, why: null, cancellationToken);
        return this.Saved(outcome, texts, slug => SetupLinks.Section(slug, section));
    }

    private Questionnaire Moved(Questionnaire questionnaire, string here)
    {
        var kept = SetupRows.Kept(Rows);
        Question Of(QuestionRow row) => questionnaire.Find(row.Code!)!;
        return questionnaire with
        {
            Sections = [.. questionnaire.Sections.Select(each => each with
            {
                Questions = each.Code == here ? [.. kept.Where(row => row.Section == here).Select(Of)] : [.. each.Questions, .. kept.Where(row => row.Section == each.Code).Select(Of)],
            })],
        };
    }
}

/// <summary>A question in its section, as it is typed.</summary>
public sealed class QuestionRow : ISetupRow
{
    public string? Code { get; set; }

    /// <summary>Where it goes to.</summary>
    public string? Section { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }
    public bool IsEmpty => string.IsNullOrEmpty(Code);
}
