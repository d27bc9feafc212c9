using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Municipality;

/// <summary>What the office asked for: read by who works on the application, answered by who edits it. The application itself stays as handed in.</summary>
[UploadLimits]
public sealed class PiecesModel(ApplicationDesk applications, MissingPieces pieces, FileSettings files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public Guid Piece { get; set; }
    [BindProperty] public int Version { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<PieceLine> Lines { get; private set; } = [];
    public DateTime Now => request.Began;
    public string Limit => FileRefusals.Megabytes(files.MaxBytes);

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, MemberRight.Read, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, MemberRight.Edit, cancellationToken)) return NotFound();
        var field = $"Answer-{Piece}";
        var typed = Request.Form[field].ToString();
        ModelState.SetModelValue(field, typed, typed);
        var outcome = await pieces.AnswerAsync(id, Piece, typed, Version, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, field);
        return Done(id, texts["Ihre Antwort ist abgesendet. Die Geschäftsstelle sieht sie jetzt."]);
    }

    public async Task<IActionResult> OnPostUploadAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, MemberRight.Edit, cancellationToken)) return NotFound();
        var field = $"Upload-{Piece}";
        if (Request.Form.Files[field] is not { } upload) return Show(FileRefusals.None, field);
        var outcome = await pieces.AddFileAsync(id, Piece, Own.Call.Id, upload, cancellationToken);
        return outcome.Refused(out var refusal) ? Show(refusal, field) : Done(id, texts["„{0}“ ist hochgeladen.", outcome.Fact]);
    }

    private PageResult Show(Refusal refusal, string field)
    {
        ModelState.Add(texts, refusal, field);
        return Page();
    }

    private LocalRedirectResult Done(Guid id, string said)
    {
        TempData.Say(said);
        return LocalRedirect(IntakeLinks.OwnPieces(id));
    }

    private async Task<bool> LoadAsync(Guid id, MemberRight least, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(id, least, cancellationToken) is not { } own) return false;
        Own = own;
        Lines = await pieces.OfAsync(id, cancellationToken);
        return true;
    }
}
