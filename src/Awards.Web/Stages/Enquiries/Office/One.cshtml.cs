using Awards.Domain.Enquiries;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Enquiries.Office;

/// <summary>One question: answering it privately, for everybody, or not at all.</summary>
[Authorize(Policy = EnquiryRights.Answer)]
public sealed class OneModel(AwardsDbContext db, MailTemplates mails, PublicAddress address, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Answer { get; set; }
    [BindProperty] public FaqInput Faq { get; set; } = new();

    public string Slug => request.Call.Slug;
    public Enquiry Enquiry { get; private set; } = null!;

    /// <summary>The entry that it became; null = none.</summary>
    public Guid? Published { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Version = Enquiry.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var write = request.Write();
        return Done(await db.WriteAsync(write, AuditAction.EnquiryAnswered, async () =>
        {
            var enquiry = await db.Enquiries.SingleAsync(each => each.Id == id, cancellationToken);
            var replied = enquiry.Reply(Answer, Version, write.When);
            if (!replied.Refused(out _))
                db.Outbox.Add(await mails.WriteAsync(EnquiryMails.Answer, request.Call, id, enquiry.Mail, enquiry.Language, EnquiryMails.Values(request.Call, enquiry, address, enquiry.Language), write.When, null, cancellationToken));
            return replied;
        }, lockOn: id, cancellationToken), texts["Die Antwort ist unterwegs."], nameof(Answer));
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var text = Faq.Read();
        foreach (var (field, fault) in text.Faults(Enquiry)) ModelState.Add(texts, fault, "Faq." + field);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        return Done(await db.WriteAsync(write, AuditAction.FaqPublished, async () =>
        {
            var enquiry = await db.Enquiries.SingleAsync(each => each.Id == id, cancellationToken);
            if (enquiry.Version != Version) return Awards.Domain.Applications.ApplicationRules.Stale;
            var last = await db.FaqEntries.Where(each => each.CallId == request.Call.Id).MaxAsync(each => (int?)each.Position, cancellationToken) ?? 0;
            var entry = FaqEntry.Write(request.Call.Id, text, last + 1, write.When, enquiry);
            if (entry.Refused(out var refusal)) return refusal;
            db.FaqEntries.Add(entry.Fact);
            enquiry.MarkPublished(write.When);
            return (Outcome<Enquiry>)enquiry;
        }, lockOn: request.Call.Id, cancellationToken), texts["Frage und Antwort sind veröffentlicht."], "");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => !await LoadAsync(id, cancellationToken) ? NotFound()
        : Done(await db.WriteAsync(request.Write(), AuditAction.EnquiryClosed, async () => (await db.Enquiries.SingleAsync(each => each.Id == id, cancellationToken)).Close(Version), lockOn: id, cancellationToken), texts["Die Anfrage ist geschlossen."], "");

    private IActionResult Done(Outcome<Enquiry> outcome, string done, string field)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code == "stale" ? "" : field);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(EnquiryLinks.One(Slug, Enquiry.Id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken) is not { } enquiry) return false;
        Enquiry = enquiry;
        Published = await db.FaqEntries.Where(each => each.EnquiryId == id).Select(each => (Guid?)each.Id).FirstOrDefaultAsync(cancellationToken);
        return true;
    }
}

/// <summary>What is typed for the public page.</summary>
public sealed class FaqInput
{
    public string? QuestionDe { get; set; }
    public string? AnswerDe { get; set; }
    public string? QuestionEn { get; set; }
    public string? AnswerEn { get; set; }

    public FaqText Read() => FaqText.Of(QuestionDe, AnswerDe, QuestionEn, AnswerEn);
}
