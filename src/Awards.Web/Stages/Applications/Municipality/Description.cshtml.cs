using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>The text of the contribution: written here, its pages counted as it is printed, or sent as PDF.</summary>
[UploadLimits]
public sealed class DescriptionModel(ApplicationDesk desk, SentFiles files, TextMeasuring measuring, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly TextFields Fields = new(nameof(ApplicationTexts.Description));

    public FormPage Form { get; private set; } = null!;

    /// <summary>What stands in the editor: as typed, else as stored.</summary>
    public ApplicationTexts Input { get; private set; } = ApplicationTexts.Empty;

    /// <summary>What is known of the length: a sentence for people, and whether it is within the limit.</summary>
    public (string Words, bool Fits) Length { get; private set; }

    public AttachedFile? Sent => Form.Own.Application.Files.Text;
    public CallDefinition Call => Form.Own.Call.Definition;
    public IEnumerable<Refusal> Warnings => Sent is { } file ? ApplicationFiles.Warnings(file, Call.PageRules()) : [];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        if (Form.Own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        await MeasureAsync(cancellationToken);
        return Page();
    }

    /// <summary>The length of what is stored, for the script.</summary>
    public async Task<IActionResult> OnGetPagesAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        await MeasureAsync(cancellationToken);
        return new JsonResult(new { words = Length.Words, fits = Length.Fits });
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        Input = Fields.Read(await Request.ReadFormAsync(cancellationToken), Form.Own.Application.Texts);
        Fields.Check(Input, ModelState, texts);
        var own = Form.Own;
        var answer = await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(Input),
            (application, values, write) => TextFields.Put(own.Call, application, values, write), cancellationToken);
        if (answer is null) await MeasureAsync(cancellationToken);
        return answer ?? Page();
    }

    public async Task<IActionResult> OnPostUploadAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        var upload = (await Request.ReadFormAsync(cancellationToken)).Files is [var first, ..] ? first : null;
        var outcome = upload is null ? FileRefusals.None : await files.SendTextAsync(Form.Own, upload, request.Write(), cancellationToken);
        if (!outcome.Refused(out var refusal)) return Back(texts["„{0}“ ist hochgeladen.", outcome.Fact]);
        ModelState.Add(texts, refusal, "Datei");
        await MeasureAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        var outcome = await files.RemoveTextAsync(Form.Own, cancellationToken);
        return Back(outcome.Refused(out var refusal) ? texts.Show(refusal) : texts["Das PDF ist entfernt. Jetzt gilt der Text, der hier geschrieben ist."]);
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return false;
        (Form, Input) = (new(own, ApplicationLinks.Text(own.Id), application => Pieces(application.Texts)), own.Application.Texts);
        return true;
    }

    private LocalRedirectResult Back(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect(Form.Here);
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var most = Call.LimitRules().Pages;
        Outcome<int> counted = Sent is { } file ? file.Pages ?? 0 : await measuring.PagesAsync(Form.Own, cancellationToken);
        Length = counted.Refused(out var refusal) ? (texts.Show(refusal), true)
            : counted.Fact <= most ? (texts["{0} von höchstens {1} Seiten", counted.Fact, most], true)
            : (texts["{0} Seiten, erlaubt sind {1}. Bitte kürzen Sie den Text: So lässt er sich nicht einreichen.", counted.Fact, most], false);
    }

    private IReadOnlyList<Piece> Pieces(ApplicationTexts written) => [Piece.Of(nameof(written.Description), written, texts)];
}
