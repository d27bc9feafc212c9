using System.Globalization;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>One wave while it is a draft: text, preview, files, a mail to oneself, and letting it go.</summary>
[Authorize(Policy = OutreachRights.Manage)]
[UploadLimits]
public sealed class WaveModel(AwardsDbContext db, Uploads uploads, Unsubscribing unsubscribing, PublicAddress address, MailOptions options, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int MostContacts = 50;

    private static readonly Refusal NoAddress = new("outreach.no_public_address", "In den Einstellungen fehlt PublicAddress, die Adresse dieser Plattform. Ohne sie kann niemand eine Aussendung abbestellen; bitte lassen Sie sie eintragen.");
    private static readonly Refusal TooManyFiles = new("outreach.too_many_files", "Es gehen höchstens {0} Dateien mit. Bitte entfernen Sie zuerst eine.", Wave.MostFiles);
    private static readonly Refusal TooMuch = new("outreach.files_too_large", "Alle Anlagen zusammen dürfen höchstens {0} groß sein. Bitte verkleinern Sie die Datei, oder verweisen Sie auf die öffentliche Seite.", FileRefusals.Megabytes(Wave.MaxFileBytes));

    [BindProperty] public WaveInput Input { get; set; } = new();
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? With { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public string? Day { get; set; }
    [BindProperty] public string? Time { get; set; }
    [BindProperty] public bool Confirmed { get; set; }

    public string Slug => request.Call.Slug;
    public int PerMinute => options.WavePerMinute;
    public Wave Wave { get; private set; } = null!;
    public int Addresses { get; private set; }
    public IReadOnlyList<Choice> Lists { get; private set; } = [];
    public IReadOnlyList<Choice> Contacts { get; private set; } = [];
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public IReadOnlyList<Choice> Kinds => WaveInput.Kinds(texts);
    public IReadOnlyList<Choice> Audiences => WaveInput.Audiences(texts);

    /// <summary>What a contact would read, by language; null = not asked for, or the text has faults.</summary>
    public IReadOnlyList<(string Language, string Subject, string Text)>? Preview { get; private set; }

    public string PreviewFor { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (Check() is not { } text) return Page();
        return await ChangeAsync(AuditAction.WaveSaved, wave => wave.Change(text, Version), texts["Die Aussendung ist gespeichert."], OutreachLinks.Wave(Slug, id), cancellationToken);
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (Check() is not { } text) return Page();
        var contact = await db.Contacts.AsNoTracking().Where(each => each.ListId == text.ListId && each.CallId == request.Call.Id && each.AddressHash != null && (With == null || each.Id == With)).OrderBy(each => each.NameSort).ThenBy(each => each.Id).FirstOrDefaultAsync(cancellationToken);
        if (contact is null)
        {
            ModelState.AddModelError("Input.ListId", texts["In dieser Liste steht noch keine Adresse, mit der sich eine Vorschau machen lässt."]);
            return Page();
        }
        PreviewFor = contact.Name;
        Preview = [.. new[] { ("de", text.SubjectDe, text.TextDe), ("en", text.SubjectEn, text.TextEn) }.Where(each => each.Item2.Length > 0)
            .Select(each => (each.Item1, Wording: WaveTexts.Fill((each.Item2, each.Item3), contact, request.Call, address, each.Item1))).Select(each => (each.Item1, each.Wording.Subject, each.Wording.Text))];
        return Page();
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill();
        if (Upload is null)
        {
            ModelState.Add(texts, FileRefusals.None, nameof(Upload));
            return Page();
        }
        await using var content = Upload.OpenReadStream();
        var outcome = await uploads.StoreAsync(content, Upload.FileName, new FileOwner(nameof(Wave), id, request.Call.Id), request.Write(), AuditAction.WaveFileAdded, async file =>
        {
            if (!await db.Waves.AnyAsync(wave => wave.Id == id && wave.State == WaveState.Draft, cancellationToken)) return Wave.Begun;
            var sizes = await Attached(id).Select(each => each.Size).ToListAsync(cancellationToken);
            if (sizes.Count >= Wave.MostFiles) return TooManyFiles;
            return sizes.Sum() + file.Size > Wave.MaxFileBytes ? TooMuch : (Outcome<StoredFile>)file;
        }, cancellationToken);
        return Done(outcome, texts["„{0}“ ist angehängt.", outcome.Refused(out _) ? "" : outcome.Fact.Name], OutreachLinks.Wave(Slug, id), nameof(Upload));
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid id, Guid file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.WaveFileRemoved, async () =>
        {
            if (!await db.Waves.AnyAsync(wave => wave.Id == id && wave.State == WaveState.Draft, cancellationToken)) return Wave.Begun;
            foreach (var row in await Attached(id).Where(each => each.Id == file).ToListAsync(cancellationToken)) row.Detach(write.When);
            return (Outcome<bool>)true;
        }, lockOn: id, cancellationToken);
        return Done(outcome, texts["Die Anlage ist entfernt."], OutreachLinks.Wave(Slug, id), "");
    }

    public async Task<IActionResult> OnPostTestAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill();
        var own = await db.Users.Where(person => person.Id == request.PersonId).Select(person => person.Email!).SingleAsync(cancellationToken);
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.WaveTested, async () =>
        {
            if (!unsubscribing.IsPossible) return NoAddress;
            // The text is what is tried out: whoever stands in the list will do, better somebody who will be written to.
            if (await db.Contacts.AsNoTracking().Where(each => each.ListId == Wave.ListId).OrderByDescending(each => each.AddressHash != null).ThenBy(each => each.NameSort).ThenBy(each => each.Id).FirstOrDefaultAsync(cancellationToken) is not { } contact)
                return new Refusal("outreach.wave_without_contacts", "In der Liste steht noch niemand. Bitte tragen Sie jemanden ein; die Probemail geht trotzdem nur an Sie.");
            foreach (var language in Wave.TextEn.Length > 0 ? MailTemplates.Languages : ["de"])
            {
                var (subject, text) = WaveTexts.Fill(Wave.Wording(language), contact, request.Call, address, language);
                db.Outbox.Add(OutboxMessage.Write(own, $"[{texts["Probe"]}] {subject}", text, write.When, callId: request.Call.Id, objectId: id, kind: WaveTexts.Kind.Code, language: language, mailing: true, filesOf: id));
            }
            db.Record(write, AuditAction.WaveTested, nameof(Wave), id);
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        return Done(outcome, texts["Die Probemail geht an {0}.", own], OutreachLinks.Wave(Slug, id), "");
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill(keepVersion: true);
        if (!unsubscribing.IsPossible) ModelState.Add(texts, NoAddress);
        if (!Confirmed) ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Aussendung hinausgehen soll."]);
        var at = ReadTime();
        if (!ModelState.IsValid) return Page();
        return await ChangeAsync(AuditAction.WaveReleased, wave => wave.Release(at, Addresses, Version, request.Began), at is null ? texts["Die Aussendung beginnt in den nächsten Sekunden."] : texts["Die Aussendung ist geplant."], OutreachLinks.Progress(Slug, id), cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Fill();
        var write = request.Write();
        return await ChangeAsync(AuditAction.WaveDeleted, wave =>
        {
            if (wave.State != WaveState.Draft) return Wave.Begun;
            db.Waves.Remove(wave);
            return wave;
        }, texts["Der Entwurf ist gelöscht."], OutreachLinks.Index(Slug), cancellationToken);
    }

    private async Task<IActionResult> ChangeAsync(AuditAction action, Func<Wave, Outcome<Wave>> change, string done, string next, CancellationToken cancellationToken) => Done(await db.WriteAsync(request.Write(), action, async () =>
        await db.Waves.SingleOrDefaultAsync(wave => wave.Id == Wave.Id, cancellationToken) is { } wave ? change(wave) : Wave.Gone, lockOn: Wave.Id, cancellationToken), done, next, "");

    private IActionResult Done<T>(Outcome<T> outcome, string done, string next, string field)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code == "outreach.planned_past" ? nameof(Day) : field);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(next);
    }

    private WaveText? Check()
    {
        var text = Input.Read();
        if (Lists.All(list => list.Value != text.ListId?.ToString())) ModelState.AddModelError("Input.ListId", texts["Bitte wählen Sie eine Kontaktliste aus."]);
        foreach (var (field, fault) in WaveInput.Faults(text)) ModelState.Add(texts, fault, "Input." + field);
        return ModelState.IsValid ? text : null;
    }

    /// <summary>The instant that was typed; null = at once. Says what is wrong with it.</summary>
    private DateTime? ReadTime()
    {
        if (string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Time)) return null;
        if (!DateOnly.TryParseExact(Day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year > 2200) ModelState.AddModelError(nameof(Day), texts["Bitte geben Sie einen Tag an, zum Beispiel 2026-04-01."]);
        if (!TimeOnly.TryParseExact(Time?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) ModelState.AddModelError(nameof(Time), texts["Bitte geben Sie eine Uhrzeit an, zum Beispiel 08:30."]);
        return ModelState.IsValid ? GermanTime.Utc(day.ToDateTime(time)) : null;
    }

    private void Fill(bool keepVersion = false)
    {
        Input = WaveInput.Of(Wave);
        if (!keepVersion) Version = Wave.Version;
    }

    private IQueryable<StoredFile> Attached(Guid id) => db.StoredFiles.Where(file => file.OwnerKind == nameof(Wave) && file.OwnerId == id && file.UnreferencedSince == null);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Waves.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken) is not { } wave) return false;
        Wave = wave;
        Lists = [.. (await OutreachQueries.ListsAsync(db, request.Call.Id, cancellationToken)).Select(list => WaveInput.ListChoice(texts, list))];
        Files = await Attached(id).AsNoTracking().OrderBy(file => file.UploadedAt).ThenBy(file => file.Id).ToListAsync(cancellationToken);
        var reachable = db.Contacts.AsNoTracking().Where(each => each.ListId == wave.ListId && each.AddressHash != null);
        Addresses = await reachable.CountAsync(cancellationToken);
        Contacts = [.. (await reachable.OrderBy(each => each.NameSort).ThenBy(each => each.Id).Take(MostContacts).Select(each => new { each.Id, each.Name, each.Office }).ToListAsync(cancellationToken)).Select(each => new Choice(each.Id.ToString(), each.Name, each.Office.Length > 0 ? each.Office : null))];
        return true;
    }
}
