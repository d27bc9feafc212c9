using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>Begins a wave as a draft with the usual text.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class NewWaveModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public Guid? ListId { get; set; }
    [BindProperty] public WaveKind? Kind { get; set; }

    public string Slug => request.Call.Slug;
    public IReadOnlyList<Choice> Lists { get; private set; } = [];
    public IReadOnlyList<Choice> Kinds => WaveInput.Kinds(texts);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Lists.All(list => list.Value != ListId?.ToString())) ModelState.AddModelError(nameof(ListId), texts["Bitte wählen Sie eine Kontaktliste aus."]);
        if (Kind is not { } kind || !Enum.IsDefined(kind)) ModelState.AddModelError(nameof(Kind), texts["Bitte wählen Sie die Art der Aussendung aus."]);
        var made = Wave.Make(request.Call.Id, new()
        {
            Name = Awards.Domain.Calls.TextRules.OneLine(Name),
            ListId = ListId,
            Kind = Kind ?? WaveKind.First,
            Audience = Kind == WaveKind.Reminder ? WaveAudience.WithoutApplication : WaveAudience.NotWritten,
            SubjectDe = WaveTexts.Kind.Subject.De,
            TextDe = WaveTexts.Kind.Text.De.ReplaceLineEndings("\n"),
            SubjectEn = WaveTexts.Kind.Subject.In("en"),
            TextEn = WaveTexts.Kind.Text.In("en").ReplaceLineEndings("\n"),
        }, request.Began);
        if (made.Refused(out var refusal)) ModelState.Add(texts, refusal, nameof(Name));
        if (!ModelState.IsValid) return Page();
        await db.WriteAsync(request.Write(), AuditAction.WaveSaved, () =>
        {
            db.Waves.Add(made.Fact);
            return Task.FromResult(made);
        }, cancellationToken: cancellationToken);
        return LocalRedirect(OutreachLinks.Wave(Slug, made.Fact.Id));
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Lists = [.. (await OutreachQueries.ListsAsync(db, request.Call.Id, cancellationToken)).Select(list => WaveInput.ListChoice(texts, list))];
}
