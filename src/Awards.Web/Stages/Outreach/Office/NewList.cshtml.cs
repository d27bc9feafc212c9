using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Municipalities;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>Makes a list, empty or of municipalities of the register.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class NewListModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const string FromRegister = "register", FromFile = "datei";

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? State { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Min { get; set; }
    [BindProperty] public string? Max { get; set; }

    public string Slug => request.Call.Slug;

    /// <summary>How many municipalities were counted; null = not asked for.</summary>
    public int? Matching { get; private set; }

    public IReadOnlyList<Choice> Origins =>
        [new(FromRegister, texts["mit Kommunen aus dem Gemeindeverzeichnis"], texts["zum Beispiel alle Kommunen ab 5.000 Einwohnern oder alle Landkreise"]), new(FromFile, texts["leer"], texts["um Adressen aus einer Datei einzulesen oder von Hand einzutragen"])];

    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code)))];
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()]))];
    public IReadOnlyList<Choice> Kinds => [.. MunicipalityKinds.All.Select(kind => new Choice(kind.ToString(), texts[kind.German()]))];

    public void OnGet() => From = FromRegister;

    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancellationToken)
    {
        if (Filter() is { } filter) Matching = await MunicipalityQueries.Matching(db, filter).CountAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var filter = From == FromRegister ? Filter() : null;
        if (From is not (FromRegister or FromFile)) ModelState.AddModelError(nameof(From), texts["Bitte wählen Sie aus, womit die Liste beginnt."]);
        var write = request.Write();
        var made = ContactList.Make(request.Call.Id, Name, filter is null ? null : QueryHelpers.AddQueryString("", filter.ToQuery()).TrimStart('?'), write);
        if (made.Refused(out var refusal)) ModelState.Add(texts, refusal, nameof(Name));
        if (!ModelState.IsValid) return Page();
        var count = 0;
        var outcome = await db.WriteAsync(write, AuditAction.ContactListMade, async () =>
        {
            var list = made.Fact;
            db.ContactLists.Add(list);
            if (filter is not null)
            {
                var found = await MunicipalityQueries.Matching(db, filter).ToListAsync(cancellationToken);
                if ((count = found.Count) == 0) return new Refusal("outreach.nothing_matches", "Keine Kommune passt zu dieser Auswahl. Bitte weiten Sie sie aus.");
                db.Contacts.AddRange(found.Select(each => Awards.Domain.Outreach.Contact.Missing(list, each, write.When)));
                await db.SaveBulkAsync(cancellationToken);
                db.Record(write, AuditAction.ContactListMade, nameof(ContactList), list.Id, System.Text.Json.JsonSerializer.Serialize(new { Name = new[] { null, list.Name }, rows = new[] { 0, count } }));
            }
            return (Outcome<ContactList>)list;
        }, cancellationToken: cancellationToken);
        if (outcome.Refused(out refusal))
        {
            ModelState.Add(texts, refusal, nameof(State));
            return Page();
        }
        TempData.Say(count == 0 ? texts["Die Liste „{0}“ ist angelegt.", made.Fact.Name] : texts["Die Liste „{0}“ ist angelegt, mit {1} Kommunen ohne Adresse.", made.Fact.Name, MunicipalityWords.Count(count)]);
        return LocalRedirect(OutreachLinks.List(Slug, made.Fact.Id));
    }

    /// <summary>What was chosen of the register; null, with an error, for a number that is none.</summary>
    private MunicipalityFilter? Filter()
    {
        foreach (var (typed, field) in new[] { (Min, nameof(Min)), (Max, nameof(Max)) })
            if (!string.IsNullOrWhiteSpace(typed) && MunicipalityFilter.TypedInhabitants(typed.Trim()) is null)
                ModelState.AddModelError(field, texts["„{0}“ ist keine ganze Zahl größer als 0.", Awards.Domain.Calls.TextRules.Excerpt(typed)]);
        return !ModelState.IsValid ? null : MunicipalityFilter.Read(new QueryCollection(new Dictionary<string, StringValues>
        {
            ["land"] = State,
            ["typ"] = Type,
            ["art"] = Kind,
            ["ab"] = Min?.Trim(),
            ["bis"] = Max?.Trim(),
            ["stand"] = MunicipalityFilter.Offered,
        }));
    }
}
