using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
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
public sealed class ApplicationModel(AwardsDbContext db, MailTemplates mails, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public string? TypeReason { get; set; }
    [BindProperty] public string? ExclusionReason { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ApplicationDetails Details { get; private set; } = null!;
    public Application Application => Details.Application;
    public bool IsLead => request.User.Holds(request.Call.Id, CallRole.Lead);

    public bool SeesContacts => request.User.MaySeeContacts(request.Call.Id);

    /// <summary>Open for a decision by this reader.</summary>
    public bool MayDecide => IsLead && Application.Status == ApplicationState.Submitted;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAdmitAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return await GoneAsync(id, cancellationToken);
        var write = request.Write(TypeReason);
        var outcome = await db.WriteAsync(write, AuditAction.ApplicationAdmitted, async () =>
        {
            var application = await TrackedAsync(id, cancellationToken);
            if (application.Version != Version) return ApplicationRules.Stale;
            var number = 1 + (await db.Entries.Where(entry => entry.CallId == request.Call.Id).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0);
            var admitted = Admission.Admit(application, request.Call, number, MunicipalityTypes.Parse(Type ?? ""), write, await PopulationAsync(application.MunicipalityId, cancellationToken));
            if (!admitted.Refused(out _)) db.AddRange(admitted.Fact.Entry, admitted.Fact.Decision);
            return admitted;
        }, lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code == "intake.type_needs_reason" ? nameof(TypeReason) : refusal.Code.StartsWith("intake.without", StringComparison.Ordinal) ? nameof(Type) : "");
        TempData.Say(texts["Die Bewerbung ist als Beitrag {0} zugelassen.", Call.EntryNumber(outcome.Fact.Entry.Number)]);
        return LocalRedirect(IntakeLinks.Application(Slug, id));
    }

    public async Task<IActionResult> OnPostExcludeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsLead) return Forbid();
        if (!await LoadAsync(id, cancellationToken)) return await GoneAsync(id, cancellationToken);
        var write = request.Write(ExclusionReason);
        OutboxMessage? mail = null;
        var outcome = await db.WriteAsync(write, AuditAction.ApplicationExcluded, async () =>
        {
            var application = await TrackedAsync(id, cancellationToken);
            if (application.Version != Version) return ApplicationRules.Stale;
            var decision = Admission.Exclude(application, write);
            if (decision.Refused(out _)) return decision;
            db.Add(decision.Fact);
            if ((mail = await IntakeMails.ExcludedAsync(db, mails, request.Call, application, decision.Fact.Reason, request.Began, cancellationToken)) is not null) db.Add(mail);
            return decision;
        }, lockOn: request.Call.Id, cancellationToken);
        if (outcome.Refused(out var refusal)) return Show(refusal, refusal.Code == "intake.exclusion_needs_reason" ? nameof(ExclusionReason) : "");
        TempData.Say(mail is not null
            ? texts["Die Bewerbung ist ausgeschlossen. Die Begründung geht per E-Mail an die Kontaktadresse."]
            : texts["Die Bewerbung ist ausgeschlossen. Sie nennt keine E-Mail-Adresse; bitte teilen Sie die Begründung auf anderem Weg mit."]);
        return LocalRedirect(IntakeLinks.Application(Slug, id));
    }

    public string GroupLabel(MunicipalityType type) => Call.GroupFor(type, Population)?.Label.In(RequestContext.Language) ?? texts["keine Prämierungsgruppe"];

    public IReadOnlyList<Choice> TypeChoices() => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()], GroupLabel(type)))];

    /// <summary>Inhabitants by the register; null where unknown, or where no group asks for them.</summary>
    private int? Population { get; set; }

    private async Task<int?> PopulationAsync(Guid? municipalityId, CancellationToken cancellationToken) => !Call.HasPopulationBands || municipalityId is not { } id ? null
        : await db.Municipalities.Where(municipality => municipality.Id == id).Select(municipality => municipality.Population).SingleOrDefaultAsync(cancellationToken);

    private Task<Application> TrackedAsync(Guid id, CancellationToken cancellationToken) =>
        db.Applications.Include(application => application.Projects).SingleAsync(application => application.Id == id, cancellationToken);

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
        Population = await PopulationAsync(Application.MunicipalityId, cancellationToken);
        return true;
    }
}
