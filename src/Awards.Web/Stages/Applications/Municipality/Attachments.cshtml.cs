using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Files that go with an application.</summary>
[UploadLimits]
public sealed class AttachmentsModel(ApplicationDesk desk, SentFiles files, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public FormPage Form { get; private set; } = null!;
    public CallLimits Limits => Form.Own.Call.Definition.LimitRules();
    public IReadOnlyList<AttachedFile> Files => Form.Own.Application.Files.Attachments;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        return Form.Own.Closed(request.Began) is not null ? LocalRedirect(ApplicationLinks.Overview(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        var upload = (await Request.ReadFormAsync(cancellationToken)).Files is [var first, ..] ? first : null;
        var outcome = upload is null ? FileRefusals.None : await files.AttachAsync(Form.Own, upload, request.Write(), cancellationToken);
        if (!outcome.Refused(out var refusal)) return Back(texts["„{0}“ ist hochgeladen.", outcome.Fact]);
        ModelState.Add(texts, refusal, "Datei");
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromForm(Name = "datei")] Guid file, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        var name = Files.FirstOrDefault(each => each.FileId == file)?.Name;
        var outcome = await files.DetachAsync(Form.Own, file, cancellationToken);
        return Back(outcome.Refused(out var refusal) ? texts.Show(refusal) : texts["„{0}“ ist entfernt.", name ?? ""]);
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own || own.Call.Definition.LimitRules().Attachments == 0) return false;
        Form = new(own, ApplicationLinks.Attachments(own.Id), _ => []);
        return true;
    }

    private LocalRedirectResult Back(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect(Form.Here);
    }
}
