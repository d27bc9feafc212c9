using Awards.Domain.Municipalities;
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

/// <summary>One contact list: who is in it, who lacks an address; adding somebody, deleting the list.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class ListModel(AwardsDbContext db, ContactImport register, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public ContactInput Input { get; set; } = new();
    [BindProperty] public bool Confirmed { get; set; }

    public string Slug => request.Call.Slug;
    public ContactList List { get; private set; } = null!;
    public ContactFilter Filter { get; private set; } = new();
    public ContactPage Contacts { get; private set; } = null!;
    public IReadOnlyList<Choice> Standings => [.. ContactFilter.Standings.Select(each => new Choice(each.Code, texts[each.Label]))];
    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code)))];
    public IReadOnlyList<Choice> Languages => [new("en", texts["Englisch"])];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var text = Input.Read();
        foreach (var (field, refusal) in text.Faults()) ModelState.Add(texts, refusal, "Input." + field);
        if (text.Name.Length == 0) ModelState.AddModelError("Input.Name", texts["Bitte geben Sie einen Namen ein."]);
        if (text.Mail.Length == 0) ModelState.AddModelError("Input.Mail", texts["Bitte geben Sie eine E-Mail-Adresse ein."]);
        if (!ModelState.IsValid) return Page();
        var place = await register.FindAsync(text.Name, text.State, cancellationToken);
        if (place.Refused(out var ambiguous))
        {
            ModelState.Add(texts, ambiguous, "Input.Name");
            return Page();
        }
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactChanged, async () =>
        {
            var added = Awards.Domain.Outreach.Contact.Add(List, text, place.Fact.Municipality, write.When);
            if (added.Refused(out _)) return added;
            if (await db.Contacts.AnyAsync(each => each.ListId == id && each.AddressHash == added.Fact.AddressHash, cancellationToken)) return Awards.Domain.Outreach.Contact.Twice;
            // The line of the municipality that waits for an address is the one that gets it.
            if (place.Fact.Municipality is { } municipality && await db.Contacts.Where(each => each.ListId == id && each.MunicipalityId == municipality.Id && each.AddressHash == null).OrderBy(each => each.Id).FirstOrDefaultAsync(cancellationToken) is { } gap)
                return gap.Merge(text, write.When);
            db.Contacts.Add(added.Fact);
            return added;
        }, lockOn: id, cancellationToken);
        if (!outcome.Refused(out var refused))
        {
            TempData.Say(texts["{0} ist eingetragen.", outcome.Fact.Name]);
            return LocalRedirect(OutreachLinks.List(Slug, id));
        }
        ModelState.Add(texts, refused, "Input.Mail");
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (!Confirmed) ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Liste gelöscht werden soll."]);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.ContactListDeleted, async () =>
        {
            if (await db.Waves.AnyAsync(wave => wave.ListId == id && (wave.State == WaveState.Planned || wave.State == WaveState.Running || wave.State == WaveState.Paused), cancellationToken)) return ContactList.InUse;
            await OutreachErasure.DeleteListAsync(db, id, write, cancellationToken);
            return (Outcome<bool>)true;
        }, lockOn: id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Die Liste „{0}“ ist gelöscht.", List.Name]);
            return LocalRedirect(OutreachLinks.Index(Slug));
        }
        ModelState.Add(texts, refusal);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OutreachQueries.ListAsync(db, request.Call.Id, id, cancellationToken) is not { } list) return false;
        (List, Filter) = (list, ContactFilter.Read(Request.Query));
        Contacts = await OutreachQueries.ContactsAsync(db, list, Filter, cancellationToken);
        return true;
    }
}

/// <summary>What is typed about a contact.</summary>
public sealed class ContactInput
{
    public string? Name { get; set; }
    public string? State { get; set; }
    public string? Office { get; set; }
    public string? Mail { get; set; }
    public string? Source { get; set; }
    public string? Language { get; set; }

    public ContactText Read() => ContactText.Of(Name, State, Office, Mail, Source, Language);
}
