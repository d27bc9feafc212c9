using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Accounts;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Office;

/// <summary>Who says that he or she speaks for the municipality of an application, and what the office knows of that.</summary>
[Authorize(Policy = ApplicationRights.Settle)]
public sealed class SpeakersModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>A person of the list; Right null = does not work on this application.</summary>
    public sealed record Line(Guid Id, string Name, string Mail, Standing Standing, string? Reason, DateTime? SettledAt, MemberRight? Right);

    [BindProperty] public Guid Affiliation { get; set; }
    [BindProperty] public Standing Standing { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public Guid Id { get; private set; }
    public string Municipality { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string Slug => request.Call.Slug;
    public IReadOnlyList<Choice> Standings => [new(nameof(Standing.Confirmed), texts["spricht für die Kommune"]), new(nameof(Standing.Rejected), texts["spricht nicht für die Kommune"]), new(nameof(Standing.Stated), texts["wieder offen"])];

    public IReadOnlyList<Choice> People => [.. Lines.Select(line => new Choice(line.Id.ToString(), line.Name, line.Mail))];

    private Guid MunicipalityId { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        if (Lines is [var only]) (Affiliation, Standing) = (only.Id, only.Standing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        if (!ModelState.IsValid || !Enum.IsDefined(Standing)) return Page();
        var write = request.Write(Reason);
        var outcome = await db.WriteAsync(write, AuditAction.SpeakerSettled, () => Grants.SettleAsync(db, Affiliation, MunicipalityId, Standing, write, cancellationToken), cancellationToken: cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Das ist vermerkt."]);
            return LocalRedirect(ApplicationLinks.Speakers(Slug, id));
        }
        ModelState.Add(texts, refusal, refusal.Code == "affiliation.gone" ? "" : nameof(Reason));
        return Page();
    }

    /// <summary>What a standing is called, with the tone of its badge.</summary>
    public (string Kind, string Word) Word(Standing standing) => standing switch
    {
        Standing.Confirmed => ("success", texts["bestätigt"]),
        Standing.Rejected => ("danger", texts["spricht nicht für die Kommune"]),
        _ => ("info", texts["nicht geprüft"]),
    };

    // A draft is nobody's business but the applicant's.
    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Where(each => each.Id == id && each.CallId == request.Call.Id && each.Status != ApplicationState.Draft && each.MunicipalityId != null)
            .Select(each => new { each.MunicipalityId, each.ApplicantName }).FirstOrDefaultAsync(cancellationToken);
        if (application is null) return false;
        (Id, Municipality, MunicipalityId) = (id, application.ApplicantName, application.MunicipalityId!.Value);
        Lines = await (from affiliation in db.Affiliations
                       where affiliation.MunicipalityId == MunicipalityId
                       join person in db.Users on affiliation.PersonId equals person.Id
                       orderby person.DisplayName
                       select new Line(affiliation.Id, person.DisplayName, person.Email!, affiliation.Standing, affiliation.Reason, affiliation.SettledAt,
                           db.ApplicationMembers.Where(member => member.ApplicationId == id && member.PersonId == person.Id).Select(member => (MemberRight?)member.Right).FirstOrDefault())).ToListAsync(cancellationToken);
        return true;
    }
}
