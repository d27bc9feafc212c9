using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>One submitted application: the whole office reads it (contacts by a right of their own), the lead decides on it.</summary>
public sealed class ApplicationModel(AwardsDbContext db, DecisionDesk desk, MissingPieces pieces, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? Group { get; set; }
    [BindProperty] public string? TypeReason { get; set; }
    [BindProperty] public string? ExclusionReason { get; set; }
    [BindProperty] public string? TakeBackReason { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public DateTime Now => request.Began;
    public ApplicationDetails Details { get; private set; } = null!;
    public Application Application => Details.Application;
    public FormalStanding Standing { get; private set; } = new([], []);
    public IReadOnlyList<TwinLine> Twins { get; private set; } = [];
    public IReadOnlyList<PieceLine> Pieces { get; private set; } = [];
    public bool IsLead => request.User.Holds(request.Call.Id, CallRole.Lead);
    public bool MayCheck => request.User.MayCheck(request.Call.Id);
    public bool SeesContacts => request.User.MaySeeContacts(request.Call.Id);

    /// <summary>Open for a decision by this reader.</summary>
    public bool MayDecide => IsLead && Application.Status == ApplicationState.Submitted;

    public bool MayTakeBack => IsLead && Application.Status == ApplicationState.Excluded;

    private TownFacts Town { get; set; } = TownFacts.None;
    private Dictionary<Guid, string> Names { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAdmitAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return await GoneAsync(id, cancellationToken);
        var group = string.IsNullOrEmpty(Group) ? null : Group;
        var outcome = await desk.AdmitAsync(id, Version, MunicipalityTypes.Parse(Type ?? ""), group, TypeReason, cancellationToken);
        if (!outcome.Refused(out var refusal)) return Done(texts["Die Bewerbung ist als Beitrag {0} zugelassen.", Call.EntryNumber(outcome.Fact.Entry.Number)]);
        return Show(refusal, refusal.Code switch
        {
            "intake.type_needs_reason" or "intake.group_needs_reason" => nameof(TypeReason),
            "intake.joint_without_group" or "intake.unknown_group" => nameof(Group),
            "intake.without_type" or "intake.without_group" or "intake.without_population" => nameof(Type),
            _ => "",
        });
    }

    public async Task<IActionResult> OnPostExcludeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return await GoneAsync(id, cancellationToken);
        var outcome = await desk.ExcludeAsync(id, Version, ExclusionReason, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code == "intake.exclusion_needs_reason" ? nameof(ExclusionReason) : "");
        return Done(outcome.Fact.Mail is not null
            ? texts["Die Bewerbung ist ausgeschlossen. Die Begründung geht per E-Mail an die Kontaktadresse."]
            : texts["Die Bewerbung ist ausgeschlossen. Sie nennt keine E-Mail-Adresse; bitte drucken Sie das Schreiben unten auf dieser Seite."]);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return await GoneAsync(id, cancellationToken);
        var outcome = await desk.TakeBackAsync(id, Version, TakeBackReason, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code == "intake.taking_back_needs_reason" ? nameof(TakeBackReason) : "");
        return Done(outcome.Fact.IsEntry ? texts["Der Ausschluss ist zurückgenommen. Der Beitrag ist wieder im Wettbewerb, mit seinen Prüfbögen."]
            : texts["Der Ausschluss ist zurückgenommen. Über die Bewerbung ist wieder zu entscheiden."]);
    }

    public string GroupLabel(MunicipalityType type) => Call.GroupFor(type, Town.Population)?.Label.In(RequestContext.Language) ?? texts["keine Prämierungsgruppe"];

    public IReadOnlyList<Choice> TypeChoices() => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()], GroupLabel(type)))];

    /// <summary>Groups that take entries, the one that follows from the type first.</summary>
    public IReadOnlyList<Choice> GroupChoices()
    {
        var byRule = Application.Type is { } type ? Call.GroupFor(type, Town.Population) : null;
        return [.. Call.AwardGroups.Where(group => !group.Special).OrderBy(group => group != byRule)
            .Select(group => new Choice(group.Code, group.Label.In(RequestContext.Language), group == byRule ? texts["folgt aus dem angegebenen Kommunentyp"].Value : null))];
    }

    public IReadOnlyList<Choice> TwinChoices() => [.. Twins.Where(twin => twin.Wanted is null).Select(twin => new Choice(twin.Id.ToString(), $"{twin.Name}: {twin.Title}"))];

    /// <summary>Name of a person of the office; null where unknown.</summary>
    public string? NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id) : null;

    private LocalRedirectResult Done(string said)
    {
        TempData.Say(said);
        return LocalRedirect(IntakeLinks.Application(Slug, Application.Id));
    }

    private PageResult Show(Refusal refusal, string field)
    {
        ModelState.Add(texts, refusal, field);
        return Page();
    }

    /// <summary>A draft is not the office's business; one that was open here a moment ago has been reopened by its municipality.</summary>
    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await db.Applications.AnyAsync(application => application.Id == id && application.CallId == request.Call.Id, cancellationToken)) return NotFound();
        TempData.Say(texts["Es ist nichts entschieden: Die Kommune hat die Bewerbung inzwischen wieder geöffnet. Sie erscheint hier, sobald sie erneut eingereicht ist."]);
        return LocalRedirect(IntakeLinks.Applications(Slug));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await IntakeQueries.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } details) return false;
        Details = details;
        Twins = await IntakeFacts.TwinsAsync(db, Application, SeesContacts, cancellationToken);
        (Standing, Town) = await IntakeFacts.StandingAsync(db, request.Call, Application, cancellationToken, Twins.Count(twin => twin.Wanted is null));
        Pieces = await pieces.OfAsync(id, cancellationToken);
        var people = Standing.Items.Select(item => item.Check?.DecidedBy).Concat(Standing.Findings.Select(finding => finding.Check?.DecidedBy)).OfType<Guid>().Distinct().ToList();
        if (people.Count > 0) Names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        return true;
    }
}
