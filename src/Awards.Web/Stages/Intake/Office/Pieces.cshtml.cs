using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>What the office asked for beside an application, and what came back.</summary>
[Authorize(Policy = IntakeRights.Work)]
public sealed class PiecesModel(AwardsDbContext db, DecisionDesk desk, MissingPieces pieces, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public DateOnly? LastDay { get; set; }
    [BindProperty] public Guid Piece { get; set; }
    [BindProperty] public int Version { get; set; }

    public string Slug => request.Call.Slug;
    public DateTime Now => request.Began;
    public Application Application { get; private set; } = null!;
    public IReadOnlyList<PieceLine> Lines { get; private set; } = [];
    public bool MayAsk => Application.Status is ApplicationState.Submitted or ApplicationState.Admitted;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.AskAsync(id, Text, LastDay, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code is "piece.without_date" or "piece.date" ? nameof(LastDay) : refusal.Code == "piece.not_submitted" ? "" : nameof(Text));
        return Done(id, outcome.Fact.Mail is null ? texts["Nachgefordert. Die Bewerbung nennt keine E-Mail-Adresse; bitte teilen Sie es auf anderem Weg mit."] : texts["Nachgefordert. Die E-Mail geht an die Kontaktadresse."]);
    }

    public async Task<IActionResult> OnPostRemindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var outcome = await desk.RemindAsync(id, Piece, Version, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, "");
        return Done(id, outcome.Fact.Mail is null ? texts["Die Bewerbung nennt keine E-Mail-Adresse; bitte erinnern Sie auf anderem Weg."] : texts["Die Erinnerung geht an die Kontaktadresse."]);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var outcome = await desk.CloseAsync(id, Piece, Request.Form[$"Note-{Piece}"], Version, cancellationToken);
        return outcome.Refused(out var refusal) ? Show(refusal, "") : Done(id, texts["Die Nachforderung ist erledigt."]);
    }

    private LocalRedirectResult Done(Guid id, string said)
    {
        TempData.Say(said);
        return LocalRedirect(IntakeLinks.Pieces(Slug, id));
    }

    private PageResult Show(Refusal refusal, string field)
    {
        ModelState.Add(texts, refusal, field);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await IntakeQueries.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } details) return false;
        Application = details.Application;
        Lines = await pieces.OfAsync(id, cancellationToken);
        return true;
    }
}
