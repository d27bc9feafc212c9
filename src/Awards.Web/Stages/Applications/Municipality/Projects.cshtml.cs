using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Parts of the contribution that are described on their own.</summary>
public sealed class ProjectsModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>As many as the call allows, empty ones included.</summary>
    [BindProperty]
    public List<ProjectInput> Input { get; set; } = [];

    public FormPage Form { get; private set; } = null!;
    public CallLimits Limits => Form.Own.Call.Definition.LimitRules();

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.MaxSingleProjects == 0) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        Form = FormOf(own);
        Input = [.. own.Application.ProjectTexts().Select(ProjectInput.Of)];
        Fill(own);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.MaxSingleProjects == 0) return NotFound();
        Form = FormOf(own);
        Fill(own);
        List<ProjectText> typed = [.. Input.Select(project => project.Text(Limits))];
        for (var at = 0; at < typed.Count; at++)
            foreach (var (property, refusal) in typed[at].Faults()) ModelState.Add(texts, refusal, $"Input[{at}].{property}");
        // Empty ones do not count: positions are those that would be stored. While one cannot be read, nobody knows which.
        return await desk.SaveAsync(this, Form, seen, goOn is not null, ModelState.IsValid ? Pieces(typed, own) : [],
            (application, values, write) => TextFields.Put(own.Call, application, values, write), cancellationToken) ?? Page();
    }

    private void Fill(OwnApplication own)
    {
        while (Input.Count < own.Call.Definition.MaxSingleProjects) Input.Add(new());
    }

    private FormPage FormOf(OwnApplication own) => new(own, ApplicationLinks.Projects(own.Id), application => Pieces(application.ProjectTexts(), own));

    private IReadOnlyList<Piece> Pieces(IReadOnlyList<ProjectText> projects, OwnApplication own)
    {
        var (call, filled) = (own.Call.Definition, projects.Where(project => !project.IsEmpty).ToList());
        Piece Of(int at, string key, string name, Func<ProjectText, string> value) =>
            new(key, $"Input[{at}].{name}", FieldLabels.Of(key, call, RequestContext.Language, texts), at < filled.Count ? value(filled[at]) : "");
        return [.. Enumerable.Range(0, Math.Max(filled.Count, call.MaxSingleProjects)).SelectMany(at => new[]
        {
            Of(at, ApplicationFields.Project(at + 1, nameof(ProjectText.Title)), "Title", project => project.Title),
            Of(at, ApplicationFields.Project(at + 1, nameof(ProjectText.Description)), "Description", project => project.Description),
        }.Concat(call.LimitRules().ProjectFields.Select(field => Of(at, ApplicationFields.ProjectField(at + 1, field.Code), $"Fields[{field.Code}]", project => project.Fields[field.Code]))))];
    }
}

/// <summary>What is typed for one single project.</summary>
public sealed class ProjectInput
{
    public string? Title { get; set; }
    public string? Description { get; set; }

    /// <summary>The call's further fields, by code.</summary>
    public Dictionary<string, string?> Fields { get; set; } = [];

    public static ProjectInput Of(ProjectText text) =>
        new() { Title = text.Title, Description = text.Description, Fields = text.Fields.Questions.ToDictionary(code => code, code => (string?)text.Fields[code]) };

    /// <summary>The project as typed; fields that the call does not have are passed over.</summary>
    public ProjectText Text(CallLimits limits) => new(TextRules.OneLine(Title), TextRules.Lines(Description))
    {
        Fields = limits.ProjectFields.Aggregate(AnswerSet.Empty, (set, field) => set.With(field.Code, TextRules.Lines(Fields.GetValueOrDefault(field.Code)).Trim())),
    };
}
