using Awards.Domain.Enquiries;
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

namespace Awards.Web.Stages.Enquiries.Office;

/// <summary>One frequent question: its texts in both languages, and taking it away.</summary>
[Authorize(Policy = EnquiryRights.Answer)]
public sealed class FaqEntryModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private Enquiry? _from;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public FaqInput Faq { get; set; } = new();

    public string Slug => request.Call.Slug;
    public FaqEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Version = Entry.Version;
        Faq = new() { QuestionDe = Entry.QuestionDe, AnswerDe = Entry.AnswerDe, QuestionEn = Entry.QuestionEn, AnswerEn = Entry.AnswerEn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var text = Faq.Read();
        foreach (var (field, fault) in text.Faults(_from)) ModelState.Add(texts, fault, "Faq." + field);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.FaqChanged, async () =>
            await db.FaqEntries.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is { } entry ? entry.Change(text, Version, write.When, _from) : Awards.Domain.Enquiries.FaqEntry.Gone, cancellationToken: cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Die häufige Frage ist gespeichert."]);
        return LocalRedirect(EnquiryLinks.FaqEntry(Slug, id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        await db.WriteAsync(request.Write(), AuditAction.FaqRemoved, async () =>
        {
            db.FaqEntries.RemoveRange(await db.FaqEntries.Where(each => each.Id == id).ToListAsync(cancellationToken));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        TempData.Say(texts["Die häufige Frage steht nicht mehr auf der öffentlichen Seite."]);
        return LocalRedirect(EnquiryLinks.Faq(Slug));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FaqEntries.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken) is not { } entry) return false;
        Entry = entry;
        _from = entry.EnquiryId is { } from ? await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(each => each.Id == from, cancellationToken) : null;
        return true;
    }
}
