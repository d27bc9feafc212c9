using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Title, short version and text of the contribution.</summary>
public sealed class ContributionModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public ContributionInput Input { get; set; } = new();

    public FormPage Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        Form = FormOf(own);
        Input = ContributionInput.Of(own.Application.Texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        Form = FormOf(own);
        var typed = Input.In(own.Application.Texts);
        foreach (var (property, refusal) in typed.Faults()) ModelState.Add(texts, refusal, "Input." + property);
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(typed),
            (application, version, write) => application.Describe(own.Call, Input.In(application.Texts), application.ProjectTexts(), version, write), cancellationToken) ?? Page();
    }

    private FormPage FormOf(OwnApplication own) =>
        new(own, ApplicationLinks.Contribution(own.Id), ApplicationSteps.Addresses(own), application => Pieces(application.Texts));

    private IReadOnlyList<Piece> Pieces(ApplicationTexts written) =>
    [
        Piece.Of(nameof(written.Title), written.Title, texts),
        Piece.Of(nameof(written.Summary), written.Summary, texts),
        Piece.Of(nameof(written.Description), written.Description, texts),
    ];
}

/// <summary>What is typed on the page of the contribution.</summary>
public sealed class ContributionInput
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Description { get; set; }

    public static ContributionInput Of(ApplicationTexts texts) => new() { Title = texts.Title, Summary = texts.Summary, Description = texts.Description };

    /// <summary>The texts of an application with these in place of its own.</summary>
    public ApplicationTexts In(ApplicationTexts texts) => texts with
    {
        Title = TextRules.OneLine(Title),
        Summary = TextRules.Lines(Summary),
        Description = TextRules.Lines(Description),
    };
}
