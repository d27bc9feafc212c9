using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Municipalities;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities.Office;

/// <summary>Takes a register file and checks it; nothing of it counts before somebody has seen what it would change.</summary>
[Authorize(Policy = MunicipalityRights.Write)]
[UploadLimits]
public sealed class ImportModel(AwardsDbContext db, FileSettings files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public DateOnly? Edition { get; private set; }
    public Guid? Waiting { get; private set; }
    public IReadOnlyList<RegisterFault> Faults { get; private set; } = [];
    public int FaultCount { get; private set; }
    public string Limit => FileRefusals.Megabytes(files.MaxBytes);

    public string Show(RegisterFault fault) => fault.Line == 0 ? texts.Show(fault.What) : texts["Zeile {0}: {1}", fault.Line, texts.Show(fault.What)];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length == 0) ModelState.Add(texts, Upload is null ? FileRefusals.None : FileRefusals.Empty, nameof(Upload));
        else if (Upload.Length > files.MaxBytes) ModelState.Add(texts, FileRefusals.TooBig(files.MaxBytes), nameof(Upload));
        else if (await KeepAsync(Upload, cancellationToken) is { } kept) return Redirect(MunicipalityLinks.Preview(kept));
        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>The id under which a faultless file waits; null when it has faults or is refused.</summary>
    private async Task<Guid?> KeepAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var reading = RegisterFile.Read(content.ToArray());
        (Faults, FaultCount) = (reading.Faults, reading.FaultCount);
        if (reading.Edition is not { } edition)
        {
            ModelState.AddModelError(nameof(Upload), texts["Die Datei hat Fehler und wurde ganz abgelehnt: {0}. Bitte laden Sie eine unveränderte Ausgabe des Gemeindeverzeichnisses hoch.", FaultCount]);
            return null;
        }
        if ((await RegisterImport.PreviewAsync(db, edition, cancellationToken)).Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, nameof(Upload));
            return null;
        }
        var write = request.Write();
        var upload = RegisterUpload.Of(file.FileName, content.ToArray(), write);
        await db.WriteAsync(write, AuditAction.RegisterUploaded, async () =>
        {
            db.RegisterUploads.RemoveRange(await db.RegisterUploads.ToListAsync(cancellationToken));
            db.RegisterUploads.Add(upload);
            return (Outcome<Guid>)upload.Id;
        }, cancellationToken: cancellationToken);
        return upload.Id;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Edition = await MunicipalityQueries.EditionAsync(db, cancellationToken);
        Waiting = await db.RegisterUploads.Select(upload => (Guid?)upload.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
