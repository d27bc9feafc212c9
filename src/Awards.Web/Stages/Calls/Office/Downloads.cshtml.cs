using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Calls.Office;

/// <summary>What a call offers for download, and the office's own documents. The office reads; the lead adds and removes.</summary>
[UploadLimits]
public sealed class DownloadsModel(AwardsDbContext db, Uploads uploads, FileSettings files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public bool IsLead => User.Holds(Call.Id, CallRole.Lead);
    public IReadOnlyList<DownloadLine> Downloads { get; private set; } = [];
    public string Limit => FileRefusals.Megabytes(files.MaxBytes);

    public IReadOnlyList<Choice> Audiences =>
    [
        new(nameof(DownloadAudience.Everybody), texts["alle, auf der öffentlichen Seite"]),
        new(nameof(DownloadAudience.Office), texts["nur die Geschäftsstelle"]),
    ];

    [BindProperty]
    public DownloadInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (CallDownload.CheckTitle(Input.TitleDe, needed: true) is { } german) ModelState.Add(texts, german, "Input.TitleDe");
        if (CallDownload.CheckTitle(Input.TitleEn, needed: false) is { } english) ModelState.Add(texts, english, "Input.TitleEn");
        if (Input.Audience is not { } audience || !Enum.IsDefined(audience)) ModelState.AddModelError("Input.Audience", texts["Bitte wählen Sie, wer das Dokument lesen darf."]);
        if (Upload is null) ModelState.Add(texts, FileRefusals.None, nameof(Upload));
        if (ModelState.IsValid)
        {
            var outcome = await StoreAsync(Upload!, Input.Audience!.Value, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["„{0}“ ist hochgeladen.", outcome.Fact.Title.In(RequestContext.Language)]);
                return Redirect(CallLinks.Downloads(Call.Slug));
            }
            ModelState.Add(texts, refusal, nameof(Upload));
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.CallDownloadRemoved, async () =>
        {
            if (await db.CallDownloads.SingleOrDefaultAsync(each => each.Id == id && each.CallId == Call.Id, cancellationToken) is not { } download) return CallDownload.Gone;
            (await db.StoredFiles.SingleAsync(file => file.Id == download.FileId, cancellationToken)).Detach(write.When);
            db.CallDownloads.Remove(download);
            return (Outcome<LocalizedText>)download.Title;
        }, cancellationToken: cancellationToken);
        TempData.Say(outcome.Refused(out var refusal) ? texts.Show(refusal) : texts["„{0}“ ist entfernt.", outcome.Fact.In(RequestContext.Language)]);
        return Redirect(CallLinks.Downloads(Call.Slug));
    }

    private async Task<Outcome<CallDownload>> StoreAsync(IFormFile upload, DownloadAudience audience, CancellationToken cancellationToken)
    {
        var (write, id) = (request.Write(), Guid.CreateVersion7());
        await using var content = upload.OpenReadStream();
        return await uploads.StoreAsync(content, upload.FileName, new FileOwner(nameof(CallDownload), id, Call.Id), write, AuditAction.CallDownloadAdded, file =>
        {
            var added = CallDownload.Add(id, Call.Id, file.Id, Input.TitleDe, Input.TitleEn, audience, write);
            if (!added.Refused(out _)) db.CallDownloads.Add(added.Fact);
            return Task.FromResult(added);
        }, cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Downloads = await CallDownloads.ListAsync(db, Call.Id, audience: null, cancellationToken);
}

/// <summary>What the lead typed and chose beside the file.</summary>
public sealed class DownloadInput
{
    public string? TitleDe { get; set; }
    public string? TitleEn { get; set; }
    public DownloadAudience? Audience { get; set; }
}
