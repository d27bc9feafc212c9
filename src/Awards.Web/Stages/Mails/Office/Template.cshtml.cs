using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>The text of one kind of mail in one language: change it, look at it with real data, go back to the default.</summary>
[Authorize(Policy = MailRights.Write)]
public sealed class TemplateModel(AwardsDbContext db, MailKinds kinds, MailTemplates templates, IEnumerable<IMailPreview> previews, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>The object of the preview; null = example values.</summary>
    [BindProperty] public Guid? With { get; set; }

    public string Slug => request.Call.Slug;
    public MailKind Kind { get; private set; } = null!;
    public string Language { get; private set; } = "de";
    public MailWording Wording { get; private set; } = null!;
    public IReadOnlyList<Choice> Objects { get; private set; } = [];

    /// <summary>What the receiver would read; null = not asked for, or the text has faults.</summary>
    public (string Subject, string Text)? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, language, cancellationToken)) return NotFound();
        (Subject, Body, Version) = (Wording.Subject, Wording.Text, Wording.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, language, cancellationToken)) return NotFound();
        if (!Check()) return Page();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.MailTemplateSaved, async () =>
        {
            var own = await Own().SingleOrDefaultAsync(cancellationToken);
            if ((own?.Version ?? 0) != Version) return (Outcome<bool>)ApplicationRules.Stale;
            if (own is null) db.MailTemplates.Add(own = MailTemplate.Create(request.Call.Id, Kind.Code, Language));
            own.Change(Subject!, Body!, write.When);
            return true;
        }, lockOn: request.Call.Id, cancellationToken);
        return Done(outcome, texts["Der Text ist gespeichert. Er gilt für E-Mails, die von jetzt an geschrieben werden."]);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string kind, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, language, cancellationToken)) return NotFound();
        if (!Check()) return Page();
        var values = With is { } id && previews.FirstOrDefault(each => each.Kind == Kind.Code) is { } source
            ? await source.ValuesAsync(request.Call.Id, id, Language, User, cancellationToken)
            : Kind.Placeholders.ToDictionary(placeholder => placeholder.Name, placeholder => placeholder.Example);
        if (values is null) return NotFound();
        Preview = (TemplateText.FillLine(Subject!, values), TemplateText.FillText(Body!, values));
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(string kind, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, language, cancellationToken)) return NotFound();
        var outcome = await db.WriteAsync(request.Write(), AuditAction.MailTemplateReset, async () =>
        {
            if (await Own().SingleOrDefaultAsync(cancellationToken) is not { } own) return (Outcome<bool>)false;
            if (own.Version != Version) return ApplicationRules.Stale;
            db.MailTemplates.Remove(own);
            return true;
        }, lockOn: request.Call.Id, cancellationToken);
        return Done(outcome, texts["Es gilt wieder der Standardtext."]);
    }

    private IQueryable<MailTemplate> Own() => db.MailTemplates.Where(template => template.CallId == request.Call.Id && template.Kind == Kind.Code && template.Language == Language);

    private bool Check()
    {
        (Subject, Body) = (TextRules.OneLine(Subject), TextRules.Lines(Body));
        foreach (var (field, text, limit, empty) in new[]
        {
            (nameof(Subject), Subject, OutboxMessage.MaxSubject, texts["Bitte geben Sie einen Betreff an."].Value),
            (nameof(Body), Body, MailTemplate.MaxText, texts["Bitte geben Sie einen Text an."].Value),
        })
        {
            if (string.IsNullOrWhiteSpace(text)) ModelState.AddModelError(field, empty);
            else if (TextRules.Check(text, limit).Refused(out var refusal)) ModelState.Add(texts, refusal, field);
            else if (TemplateText.Check(Kind, text) is { } fault) ModelState.Add(texts, fault, field);
        }
        return ModelState.IsValid;
    }

    private IActionResult Done(Outcome<bool> outcome, string done)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(MailLinks.Template(Slug, Kind.Code, Language));
    }

    private async Task<bool> LoadAsync(string kind, string language, CancellationToken cancellationToken)
    {
        if (kinds.Find(kind) is not { } found || !MailTemplates.Languages.Contains(language)) return false;
        (Kind, Language) = (found, language);
        Wording = await templates.WordingAsync(found, request.Call.Id, language, cancellationToken);
        if (previews.FirstOrDefault(each => each.Kind == kind) is { } source)
            Objects = [.. (await source.ObjectsAsync(request.Call.Id, User, cancellationToken)).Select(each => new Choice(each.Id.ToString(), each.Label))];
        return true;
    }
}
