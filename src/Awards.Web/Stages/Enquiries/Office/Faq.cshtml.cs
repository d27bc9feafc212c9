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

/// <summary>The frequent questions of a call: their order, and new ones.</summary>
[Authorize(Policy = EnquiryRights.Answer)]
public sealed class FaqModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public FaqInput Faq { get; set; } = new();

    public string Slug => request.Call.Slug;
    public IReadOnlyList<FaqEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Entries = await EnquiryQueries.FaqAsync(db, request.Call.Id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Entries = await EnquiryQueries.FaqAsync(db, request.Call.Id, cancellationToken);
        var text = Faq.Read();
        foreach (var (field, fault) in text.Faults(null)) ModelState.Add(texts, fault, "Faq." + field);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        await db.WriteAsync(write, AuditAction.FaqPublished, async () =>
        {
            var last = await db.FaqEntries.Where(each => each.CallId == request.Call.Id).MaxAsync(each => (int?)each.Position, cancellationToken) ?? 0;
            var written = FaqEntry.Write(request.Call.Id, text, last + 1, write.When);
            if (!written.Refused(out _)) db.FaqEntries.Add(written.Fact);
            return written;
        }, lockOn: request.Call.Id, cancellationToken);
        TempData.Say(texts["Frage und Antwort sind veröffentlicht."]);
        return LocalRedirect(EnquiryLinks.Faq(Slug));
    }

    public async Task<IActionResult> OnPostUpAsync(Guid entry, CancellationToken cancellationToken)
    {
        await db.WriteAsync(request.Write(), AuditAction.FaqChanged, async () =>
        {
            var all = await db.FaqEntries.Where(each => each.CallId == request.Call.Id).OrderBy(each => each.Position).ThenBy(each => each.Id).ToListAsync(cancellationToken);
            if (all.FindIndex(each => each.Id == entry) is > 0 and var at) all[at].Swap(all[at - 1]);
            return (Outcome<bool>)true;
        }, lockOn: request.Call.Id, cancellationToken);
        return LocalRedirect(EnquiryLinks.Faq(Slug));
    }
}
