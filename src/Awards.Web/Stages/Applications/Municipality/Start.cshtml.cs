using Awards.Domain.Applications;
using Awards.Domain.Calls;
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

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Begins an application for one of the municipalities the person acts for.</summary>
public sealed class StartModel(AwardsDbContext db, CallCache cache, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? MunicipalityId { get; set; }

    /// <summary>The person says that it is to be a further application.</summary>
    [BindProperty]
    public bool Another { get; set; }

    /// <summary>An earlier application of the person that this one begins with; null = empty.</summary>
    [BindProperty]
    public Guid? Earlier { get; set; }

    public Call Call => request.Call;
    public DateTime? Deadline => Call.Phase(PhaseKind.Application)?.Until;
    public Refusal? Closed => ApplicationRules.PhaseRefusal(Call, request.Began);

    /// <summary>Contact, participants, contribution, text, single projects, one for each section, attachments, the check.</summary>
    public int Pages => Call.Definition.Questionnaire.Sections.Count + 5 + (Call.Definition.MaxSingleProjects > 0 ? 1 : 0) + (Call.Definition.LimitRules().Attachments > 0 ? 1 : 0);

    /// <summary>Earlier applications that this one can begin with.</summary>
    public IReadOnlyList<Choice> EarlierChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Names of the person's municipalities that already apply.</summary>
    public IReadOnlyList<string> Taken { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var mine = request.User.Municipalities();
        Guid? chosen = string.IsNullOrEmpty(MunicipalityId) ? (mine.Count == 1 ? mine[0] : null) : Guid.TryParse(MunicipalityId, out var id) ? id : Guid.Empty;
        if (chosen is { } named && !mine.Contains(named)) return NotFound();
        if (chosen is not { } municipality) ModelState.AddModelError(nameof(MunicipalityId), texts["Bitte wählen Sie aus, für welche Kommune Sie sich bewerben."]);
        else
        {
            var outcome = await StartAsync(municipality, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["Ihre Bewerbung ist angelegt. Füllen Sie jetzt die Seiten der Reihe nach aus."]);
                return LocalRedirect(ApplicationLinks.Overview(outcome.Fact.Id));
            }
            ModelState.Add(texts, refusal, refusal.Code == "application.already_started" ? nameof(Another) : "");
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<Outcome<Application>> StartAsync(Guid municipalityId, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return await db.WriteAsync(write, AuditAction.ApplicationStarted, async () =>
        {
            var municipality = await db.Municipalities.SingleAsync(each => each.Id == municipalityId, cancellationToken);
            var existing = await db.Applications.CountAsync(each => each.CallId == Call.Id && each.MunicipalityId == municipalityId && each.Status != ApplicationState.Withdrawn, cancellationToken);
            var started = Application.Start(Call, municipality, write);
            if (started.Refused(out _)) return started;
            if (ApplicationRules.SecondRefusal(municipality.Name, existing, Another) is { } refusal) return refusal;
            var letter = await db.LettersOfIntent.AsNoTracking().SingleOrDefaultAsync(each => each.CallId == Call.Id && each.MunicipalityId == municipalityId, cancellationToken);
            if (LetterOfIntent.RequiredRefusal(Call, letter) is { } required) return required;
            if (await EarlierAsync(municipalityId).FirstOrDefaultAsync(each => each.Id == Earlier, cancellationToken) is { } earlier) started.Fact.Prefill(Call, earlier);
            db.Applications.Add(started.Fact);
            db.ApplicationMembers.Add(ApplicationMember.Add(started.Fact.Id, request.PersonId, MemberRight.Sign));
            return started;
        }, lockOn: Call.Id, cancellationToken: cancellationToken);
    }

    // Only those on which the person works: what colleagues wrote is theirs to share.
    private IQueryable<Application> EarlierAsync(Guid municipalityId) => db.Applications.AsNoTracking().Where(each => each.MunicipalityId == municipalityId && each.CallId != Call.Id
        && db.ApplicationMembers.Any(member => member.ApplicationId == each.Id && member.PersonId == request.PersonId));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var mine = await ApplicationQueries.MunicipalitiesAsync(db, request.User.Municipalities(), cancellationToken);
        var applied = await ApplicationQueries.AppliedAsync(db, [.. mine.Select(each => each.Id)], cancellationToken);
        var earlier = mine.Count == 1 ? await EarlierAsync(mine[0].Id).OrderByDescending(each => each.CreatedAt).Take(10).Select(each => new { each.Id, each.CallId, each.Texts.Title }).ToListAsync(cancellationToken) : [];
        var calls = await cache.ListAsync(db, [.. earlier.Select(each => each.CallId).Distinct()], cancellationToken);
        EarlierChoices = [.. earlier.Select(each => new Choice(each.Id.ToString(), $"{calls.First(call => call.Id == each.CallId).Definition.Title.In(RequestContext.Language)}: {(each.Title.Length == 0 ? texts["Noch ohne Titel"] : each.Title)}")),
            .. earlier.Count > 0 ? [new Choice("", texts["Nichts übernehmen"])] : Array.Empty<Choice>()];
        Choices = [.. mine.Select(each => new Choice(each.Id.ToString(), each.Name))];
        Taken = [.. mine.Where(each => applied.Contains((Call.Id, each.Id))).Select(each => each.Name)];
    }
}
