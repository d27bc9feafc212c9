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

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.MaxSingleProjects == 0) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        Form = FormOf(own);
        Input = [.. own.Application.ProjectTexts().Select(project => new ProjectInput { Title = project.Title, Description = project.Description })];
        Fill(own);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.MaxSingleProjects == 0) return NotFound();
        Form = FormOf(own);
        Fill(own);
        List<ProjectText> typed = [.. Input.Select(project => project.Text)];
        for (var at = 0; at < typed.Count; at++)
            foreach (var (property, refusal) in typed[at].Faults()) ModelState.Add(texts, refusal, $"Input[{at}].{property}");
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(typed, own),
            (application, version, write) => application.Describe(own.Call, application.Texts, typed, version, write), cancellationToken) ?? Page();
    }

    private void Fill(OwnApplication own)
    {
        while (Input.Count < own.Call.Definition.MaxSingleProjects) Input.Add(new());
    }

    private FormPage FormOf(OwnApplication own) =>
        new(own, ApplicationLinks.Projects(own.Id), ApplicationSteps.Addresses(own), application => Pieces(application.ProjectTexts(), own));

    // Empty ones do not count, so that a gap between two projects is no difference to what is stored without it.
    private IReadOnlyList<Piece> Pieces(IReadOnlyList<ProjectText> projects, OwnApplication own)
    {
        var filled = projects.Where(project => !project.IsEmpty).ToList();
        return [.. Enumerable.Range(0, Math.Max(filled.Count, own.Call.Definition.MaxSingleProjects)).SelectMany(at => new[]
        {
            new Piece($"Input[{at}].Title", texts["Einzelprojekt {0}, Titel", at + 1], at < filled.Count ? filled[at].Title : ""),
            new Piece($"Input[{at}].Description", texts["Einzelprojekt {0}, Beschreibung", at + 1], at < filled.Count ? filled[at].Description : ""),
        })];
    }
}

/// <summary>What is typed for one single project.</summary>
public sealed class ProjectInput
{
    public string? Title { get; set; }
    public string? Description { get; set; }

    public ProjectText Text => new(TextRules.OneLine(Title), TextRules.Lines(Description));
}
