using Awards.Domain.Applications;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Title, kind, short version and what it centres on.</summary>
public sealed class ContributionModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly TextFields Fields = new(nameof(ApplicationTexts.Title), nameof(ApplicationTexts.Contribution), nameof(ApplicationTexts.Novelty), nameof(ApplicationTexts.Summary), nameof(ApplicationTexts.Focus), nameof(ApplicationTexts.ThirdParties), nameof(ApplicationTexts.Embedding));

    public FormPage Form { get; private set; } = null!;

    /// <summary>What stands in the fields: as typed, else as stored.</summary>
    public ApplicationTexts Input { get; private set; } = ApplicationTexts.Empty;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        (Form, Input) = (FormOf(own), own.Application.Texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        (Form, Input) = (FormOf(own), Fields.Read(await Request.ReadFormAsync(cancellationToken), own.Application.Texts));
        Fields.Check(Input, ModelState, texts);
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(own, Input),
            (application, values, write) => TextFields.Put(own.Call, application, values, write), cancellationToken) ?? Page();
    }

    private FormPage FormOf(OwnApplication own) => new(own, ApplicationLinks.Contribution(own.Id), application => Pieces(own, application.Texts));

    private IReadOnlyList<Piece> Pieces(OwnApplication own, ApplicationTexts written) => Fields.Pieces(written, own.Call.Definition, RequestContext.Language, texts);
}
