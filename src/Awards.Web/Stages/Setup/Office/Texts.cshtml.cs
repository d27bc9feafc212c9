using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Kind, title, address and texts of a call.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class TextsModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public TextsInput Input { get; set; } = new();

    public SetupForm Form => field ??= new(CallPart.Texts, request.Call);
    public string MarkdownHint => texts["Markdown: # Überschrift, **fett**, - Aufzählung, [Linktext](https://…). Leer = die Kurzbeschreibung genügt."];
    public IReadOnlyList<Choice> Kinds => [new(nameof(CallKind.Competition), texts["Wettbewerb: endet mit Preisen"]), new(nameof(CallKind.Programme), texts["Förderprogramm: endet mit Zuwendungen"])];

    public void OnGet()
    {
        var call = request.Call.Definition;
        Version = request.Call.Version;
        Input = new()
        {
            Kind = call.Kind,
            Slug = call.Slug,
            NumberPrefix = call.NumberPrefix,
            TitleDe = call.Title.De,
            TitleEn = call.Title.En,
            SummaryDe = call.Summary.De,
            SummaryEn = call.Summary.En,
            BodyDe = call.Body?.De,
            BodyEn = call.Body?.En,
            SponsorDe = call.Sponsor.De,
            SponsorEn = call.Sponsor.En,
            OrganiserDe = call.Organiser.De,
            OrganiserEn = call.Organiser.En,
            PartnersDe = call.Partners?.De,
            PartnersEn = call.Partners?.En,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var (field, text, limit) in Input.Limited())
            if (TextRules.Check(TextRules.Lines(text), limit).Refused(out var refusal)) ModelState.Add(texts, refusal, $"{nameof(Input)}.{field}");
        if (string.IsNullOrWhiteSpace(Input.TitleDe)) ModelState.AddModelError("Input.TitleDe", texts["Der Wettbewerb braucht einen Titel."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => Input.Into(call), why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Texts, refusal => refusal.Code is "call.slug" or "setup.slug_taken" or "change.slug" ? "Input.Slug" : "");
    }
}

/// <summary>What is typed on the page of the texts.</summary>
public sealed class TextsInput
{
    public CallKind Kind { get; set; }
    public string? Slug { get; set; }
    public string? NumberPrefix { get; set; }
    public string? TitleDe { get; set; }
    public string? TitleEn { get; set; }
    public string? SummaryDe { get; set; }
    public string? SummaryEn { get; set; }
    public string? BodyDe { get; set; }
    public string? BodyEn { get; set; }
    public string? SponsorDe { get; set; }
    public string? SponsorEn { get; set; }
    public string? OrganiserDe { get; set; }
    public string? OrganiserEn { get; set; }
    public string? PartnersDe { get; set; }
    public string? PartnersEn { get; set; }

    public IEnumerable<(string Field, string? Text, int Limit)> Limited() =>
    [
        (nameof(TitleDe), TitleDe, 200), (nameof(TitleEn), TitleEn, 200), (nameof(SummaryDe), SummaryDe, 600), (nameof(SummaryEn), SummaryEn, 600), (nameof(BodyDe), BodyDe, 20_000), (nameof(BodyEn), BodyEn, 20_000),
        (nameof(NumberPrefix), NumberPrefix, 20), (nameof(SponsorDe), SponsorDe, 300), (nameof(SponsorEn), SponsorEn, 300), (nameof(OrganiserDe), OrganiserDe, 300), (nameof(OrganiserEn), OrganiserEn, 300),
        (nameof(PartnersDe), PartnersDe, 2000), (nameof(PartnersEn), PartnersEn, 2000),
    ];

    public CallDefinition Into(CallDefinition call) => call with
    {
        Kind = Kind,
        Slug = (Slug ?? "").Trim(),
        NumberPrefix = (NumberPrefix ?? "").Trim(),
        Title = SetupInput.Needed(TitleDe, TitleEn),
        Summary = SetupInput.Needed(SummaryDe, SummaryEn),
        Body = SetupInput.Text(BodyDe, BodyEn),
        Sponsor = SetupInput.Needed(SponsorDe, SponsorEn),
        Organiser = SetupInput.Needed(OrganiserDe, OrganiserEn),
        Partners = SetupInput.Text(PartnersDe, PartnersEn),
    };
}
