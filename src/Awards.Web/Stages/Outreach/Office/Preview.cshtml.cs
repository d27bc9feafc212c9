using System.Text.Json;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>What an uploaded file would do to a list; merges or discards it.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class PreviewModel(AwardsDbContext db, ContactImport import, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private ContactUpload _upload = null!;

    public string Slug => request.Call.Slug;
    public ContactList List { get; private set; } = null!;
    public string FileName => _upload.FileName;

    /// <summary>Null when the file fits no more, because the register changed since.</summary>
    public ContactPlan? Plan { get; private set; }

    public IEnumerable<(string, int)> Counts(ContactPlan plan) =>
    [
        (/*text*/ "neue Kontakte", plan.Added), (/*text*/ "Kommunen der Liste, die eine Adresse bekommen", plan.Filled), (/*text*/ "bekannte Adressen mit neuen Angaben", plan.Merged),
        (/*text*/ "bekannte Adressen ohne Änderung", plan.Same), (/*text*/ "davon in der Datei mehrmals", plan.Doubles), (/*text*/ "werden als abbestellt vermerkt", plan.OptingOut), (/*text*/ "haben schon abbestellt und bleiben es", plan.OptedOut),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Show(await import.PreviewAsync(List, _upload.Content(), _upload.Source, request.Began, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactsImported, async () =>
        {
            var plan = await import.ApplyAsync(List, _upload.Content(), _upload.Source, write.When, cancellationToken);
            if (plan.Faults.Count > 0) return (Outcome<ContactPlan>)plan;
            // A second click finds it gone, and what it would add there already.
            await db.ContactUploads.Where(each => each.ListId == id).ExecuteDeleteAsync(cancellationToken);
            db.Record(write, AuditAction.ContactsImported, nameof(ContactList), id, JsonSerializer.Serialize(new { _upload.Sha256, added = new[] { 0, plan.Added }, filled = new[] { 0, plan.Filled }, merged = new[] { 0, plan.Merged } }));
            return plan;
        }, lockOn: id, cancellationToken);
        if (outcome.Refused(out var refusal)) ModelState.Add(texts, refusal);
        else Show(outcome.Fact);
        if (!ModelState.IsValid) return Page();
        TempData.Say(texts["Die Datei ist übernommen: {0} neu, {1} ergänzt, {2} geändert.", outcome.Fact.Added, outcome.Fact.Filled, outcome.Fact.Merged]);
        return LocalRedirect(OutreachLinks.List(Slug, id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        await db.WriteAsync(request.Write(), AuditAction.ContactsDiscarded, async () =>
        {
            db.ContactUploads.RemoveRange(await db.ContactUploads.Where(each => each.ListId == id).ToListAsync(cancellationToken));
            return (Outcome<bool>)true;
        }, lockOn: id, cancellationToken);
        TempData.Say(texts["Die Datei ist verworfen, nichts hat sich geändert."]);
        return LocalRedirect(OutreachLinks.List(Slug, id));
    }

    private void Show(ContactPlan plan)
    {
        if (plan.Faults.Count == 0) Plan = plan;
        else ModelState.AddModelError("", texts["Die Datei passt nicht mehr, zum Beispiel weil sich das Gemeindeverzeichnis geändert hat. Bitte laden Sie sie noch einmal hoch."]);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OutreachQueries.ListAsync(db, request.Call.Id, id, cancellationToken) is not { } list || await db.ContactUploads.AsNoTracking().FirstOrDefaultAsync(each => each.ListId == id, cancellationToken) is not { } upload) return false;
        (List, _upload) = (list, upload);
        return true;
    }
}
