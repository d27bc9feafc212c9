using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>Takes a file with contacts and checks it; nothing of it counts before somebody has seen what it would change.</summary>
[Authorize(Policy = OutreachRights.Manage)]
[UploadLimits]
public sealed class ImportModel(AwardsDbContext db, ContactImport import, FileSettings files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Faults that are listed.</summary>
    public const int MaxShown = 100;

    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public string? Source { get; set; }

    public string Slug => request.Call.Slug;
    public ContactList List { get; private set; } = null!;
    public bool Waiting { get; private set; }
    public IReadOnlyList<ContactFault> Faults { get; private set; } = [];
    public string Limit => FileRefusals.Megabytes(files.MaxBytes);

    public IReadOnlyList<(string, string)> Columns { get; } =
    [
        (ContactFile.Key, /*text*/ "amtlicher Schlüssel der Kommune; dann darf der Name fehlen"), (ContactFile.Name, /*text*/ "Name der Kommune oder einer anderen Organisation"),
        (ContactFile.State, /*text*/ "Kürzel des Landes, zum Beispiel NW; unterscheidet gleiche Namen"), (ContactFile.Office, /*text*/ "zum Beispiel Integrationsbeauftragte; darf fehlen"),
        (ContactFile.Mail, /*text*/ "E-Mail-Adresse, immer nötig"), (ContactFile.Source, /*text*/ "woher die Adresse stammt"), (ContactFile.Language, /*text*/ "de oder en; leer heißt de"),
        (ContactFile.OptOut, /*text*/ "ja, wenn die Adresse nichts mehr erhalten will; wer schon abbestellt hat, bleibt es in jedem Fall"),
    ];

    public string Show(ContactFault fault) => (fault.Line, fault.Column) switch
    {
        (0, _) => texts.Show(fault.What),
        (_, null) => texts["Zeile {0}: {1}", fault.Line, texts.Show(fault.What)],
        _ => texts["Zeile {0}, Spalte „{1}“: {2}", fault.Line, fault.Column, texts.Show(fault.What)],
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var source = ContactText.Of(null, null, null, null, Source, null);
        foreach (var (_, fault) in source.Faults()) ModelState.Add(texts, fault, nameof(Source));
        if (Upload is null || Upload.Length == 0) ModelState.Add(texts, Upload is null ? FileRefusals.None : FileRefusals.Empty, nameof(Upload));
        else if (Upload.Length > files.MaxBytes) ModelState.Add(texts, FileRefusals.TooBig(files.MaxBytes), nameof(Upload));
        if (!ModelState.IsValid) return Page();

        using var content = new MemoryStream();
        await Upload!.CopyToAsync(content, cancellationToken);
        var plan = await import.PreviewAsync(List, content.ToArray(), source.Source, request.Began, cancellationToken);
        if ((Faults = plan.Faults).Count > 0)
        {
            ModelState.AddModelError(nameof(Upload), Faults.Count == 1 ? texts["Die Datei hat einen Fehler. Er steht unten."] : texts["Die Datei hat {0} Fehler. Sie stehen unten.", Faults.Count]);
            return Page();
        }
        var write = request.Write();
        await db.WriteAsync(write, AuditAction.ContactsUploaded, async () =>
        {
            db.ContactUploads.RemoveRange(await db.ContactUploads.Where(each => each.ListId == id).ToListAsync(cancellationToken));
            db.ContactUploads.Add(ContactUpload.Of(id, Upload.FileName, source.Source, content.ToArray(), write));
            return (Outcome<bool>)true;
        }, lockOn: id, cancellationToken);
        return LocalRedirect(OutreachLinks.Preview(Slug, id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OutreachQueries.ListAsync(db, request.Call.Id, id, cancellationToken) is not { } list) return false;
        List = list;
        Waiting = await db.ContactUploads.AnyAsync(each => each.ListId == id, cancellationToken);
        return true;
    }
}
