using System.Globalization;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>A new call: empty, as a copy of an earlier one with its dates moved, or from a file.</summary>
[Authorize(Policy = SetupRights.Create)]
public sealed class NewModel(AwardsDbContext db, CallCache cache, CallDesk desk, IStringLocalizer<Text> texts) : PageModel
{
    private const string FromNothing = "leer", FromFile = "datei";

    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Slug { get; set; }
    [BindProperty] public string? NumberPrefix { get; set; }
    [BindProperty] public string? FirstDay { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];
    private IReadOnlyList<Call> Calls { get; set; } = [];

    public async Task OnGetAsync(string? von, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Calls.FirstOrDefault(call => call.Slug == von) is { } source) (From, Title) = (source.Slug, source.Definition.Title.De);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var source = Calls.FirstOrDefault(call => call.Slug == From);
        var made = From switch
        {
            FromNothing => Blank(),
            FromFile => await ReadAsync(cancellationToken),
            _ when source is not null => Day() is { } day ? NewCalls.Copy(source.Definition, Named(source.Definition), day) : null,
            _ => Missing(nameof(From), texts["Bitte wählen Sie, womit Sie beginnen."]),
        };
        if (made is not null && ModelState.IsValid)
        {
            var outcome = await desk.CreateAsync(made, source?.Id, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["„{0}“ ist als Entwurf angelegt.", made.Title.In(RequestContext.Language)]);
                return LocalRedirect(SetupLinks.Overview(outcome.Fact.Slug));
            }
            ModelState.Add(texts, refusal, nameof(Slug));
        }
        return Page();
    }

    private CallDefinition? Blank()
    {
        if (string.IsNullOrWhiteSpace(Title)) return Missing(nameof(Title), texts["Der Wettbewerb braucht einen Titel."]);
        return Day() is { } day ? NewCalls.Blank(Named(null), day) : null;
    }

    private async Task<CallDefinition?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Upload is null) return Missing(nameof(Upload), texts["Bitte wählen Sie eine Datei."]);
        await using var content = Upload.OpenReadStream();
        var read = await CallFile.ReadAsync(content, cancellationToken);
        if (!read.Refused(out var refusal)) return Renamed(read.Fact);
        ModelState.Add(texts, refusal, nameof(Upload));
        return null;
    }

    private CallDefinition Renamed(CallDefinition read) => read with
    {
        Title = string.IsNullOrWhiteSpace(Title) ? read.Title : TextRules.OneLine(Title),
        Slug = string.IsNullOrWhiteSpace(Slug) ? read.Slug : Slug.Trim(),
        NumberPrefix = string.IsNullOrWhiteSpace(NumberPrefix) ? read.NumberPrefix : NumberPrefix.Trim(),
    };

    private CallName Named(CallDefinition? source)
    {
        var title = TextRules.OneLine(Title) is { Length: > 0 } typed ? typed : source?.Title.De ?? "";
        return new(source is not null && source.Title.De == title ? source.Title : title, (Slug ?? "").Trim(), (NumberPrefix ?? "").Trim());
    }

    private DateTime? Day()
    {
        if (DateOnly.TryParseExact(FirstDay, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return GermanTime.Utc(day.ToDateTime(default));
        ModelState.AddModelError(nameof(FirstDay), texts["Bitte geben Sie den Tag so an: 31.12.2027."]);
        return null;
    }

    private CallDefinition? Missing(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Calls = await cache.ListAsync(db, User.CallsWith(CallRole.Lead), cancellationToken);
        Sources =
        [
            new(FromNothing, texts["mit einem leeren Wettbewerb"]),
            .. Calls.Select(call => new Choice(call.Slug, texts["mit einer Kopie von „{0}“", call.Definition.Title.In(RequestContext.Language)], call.Slug)),
            new(FromFile, texts["mit einer Datei"]),
        ];
    }
}
