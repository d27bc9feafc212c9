using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>One contact: its address and where it comes from, whether mail arrives, and erasing it.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class ContactModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public ContactInput Input { get; set; } = new();
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public bool Confirmed { get; set; }

    public string Slug => request.Call.Slug;
    public Contact Contact { get; private set; } = null!;
    public string List { get; private set; } = "";
    public bool OptedOut { get; private set; }
    public IReadOnlyList<Bounce> Bounces { get; private set; } = [];
    public IReadOnlyList<Choice> Languages => [new("en", texts["Englisch"])];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        Version = Contact.Version;
        Input = new() { Office = Contact.Office, Mail = Contact.Mail, Source = Contact.Source, Language = Contact.Language };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var text = Input.Read();
        foreach (var (field, fault) in text.Faults()) ModelState.Add(texts, fault, "Input." + field);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactChanged, async () =>
        {
            if (await db.Contacts.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } contact) return Contact.Gone;
            var changed = contact.Change(text, Version, write.When);
            return !changed.Refused(out _) && contact.AddressHash is { } hash && await db.Contacts.AnyAsync(each => each.ListId == contact.ListId && each.Id != id && each.AddressHash == hash, cancellationToken) ? Contact.Twice : changed;
        }, lockOn: Contact.ListId, cancellationToken);
        return Done(outcome, texts["Der Kontakt ist gespeichert."], OutreachLinks.Contact(Slug, id), "Input.Mail");
    }

    public async Task<IActionResult> OnPostUndeliverableAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Contact.AddressHash is not { } hash) return NotFound();
        var write = request.Write(Reason);
        var outcome = await db.WriteAsync(write, AuditAction.BouncesRecorded, () =>
        {
            var noted = Bounce.ByHand(request.Call.Id, hash, write);
            if (!noted.Refused(out _)) db.Bounces.Add(noted.Fact);
            return Task.FromResult(noted);
        }, cancellationToken: cancellationToken);
        return Done(outcome, texts["Die Adresse ist als unzustellbar vermerkt."], OutreachLinks.Contact(Slug, id), nameof(Reason));
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Contact.AddressHash is not { } hash) return NotFound();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.BounceLifted, async () =>
        {
            foreach (var bounce in await db.Bounces.Where(each => each.CallId == request.Call.Id && each.AddressHash == hash && each.LiftedAt == null).ToListAsync(cancellationToken)) bounce.Lift(write.When);
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        return Done(outcome, texts["Spätere Aussendungen gehen wieder an diese Adresse."], OutreachLinks.Contact(Slug, id), "");
    }

    public async Task<IActionResult> OnPostOptOutAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Contact.AddressHash is not { } hash) return NotFound();
        var outcome = await db.WriteAsync(request.Write(), AuditAction.ContactOptedOut, async () =>
        {
            if (!await OutreachQueries.OptedOut(db, request.Call.Id).ContainsAsync(hash, cancellationToken)) db.MailSuppressions.Add(MailSuppression.Create(Contact.Mail, request.Call.Id, request.Began));
            return (Outcome<bool>)true;
        }, cancellationToken: cancellationToken);
        return Done(outcome, texts["Die Abbestellung ist vermerkt"], OutreachLinks.Contact(Slug, id), "");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactErased, async () => (Outcome<int>)await OutreachErasure.RemoveAsync(db, [id], write, cancellationToken), lockOn: Contact.ListId, cancellationToken);
        return Done(outcome, texts["{0} ist aus der Liste genommen.", Contact.Name], OutreachLinks.List(Slug, Contact.ListId), "");
    }

    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Contact.Mail.Length == 0) return NotFound();
        if (!Confirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Adresse überall gelöscht werden soll."]);
            return Page();
        }
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactErased, async () => (Outcome<int>)await OutreachErasure.EraseAsync(db, request.Call.Id, Contact.Mail, write, cancellationToken), lockOn: request.Call.Id, cancellationToken);
        return Done(outcome, texts["Die Adresse ist überall gelöscht."], OutreachLinks.List(Slug, Contact.ListId), "");
    }

    private IActionResult Done<T>(Outcome<T> outcome, string done, string next, string field)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code == "stale" ? "" : field);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Contacts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id, cancellationToken) is not { } contact) return false;
        Contact = contact;
        List = await db.ContactLists.Where(list => list.Id == contact.ListId).Select(list => list.Name).SingleAsync(cancellationToken);
        if (contact.AddressHash is not { } hash) return true;
        OptedOut = await OutreachQueries.OptedOut(db, contact.CallId).ContainsAsync(hash, cancellationToken);
        Bounces = await db.Bounces.AsNoTracking().Where(each => each.CallId == contact.CallId && each.AddressHash == hash).OrderByDescending(each => each.At).ToListAsync(cancellationToken);
        return true;
    }
}
