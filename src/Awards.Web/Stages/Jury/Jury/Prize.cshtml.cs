using Awards.Domain.Calls;
using Awards.Domain.Jury;
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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Jury.Jury;

/// <summary>The chair records the jury's award for an entry, or withdraws it with a reason until it is published.</summary>
[Authorize(Policy = JuryRights.Record)]
public sealed class PrizeModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>The award is for the entry as a whole.</summary>
    public const string WholeEntry = "beitrag";

    public Call Call => request.Call;
    public JuryEntry Entry { get; private set; } = null!;
    public JuryResult Result { get; private set; } = null!;

    /// <summary>Why nothing can be decided here, or null.</summary>
    public Refusal? Closed => Award.ClosedRefusal(Call, request.Began) ?? (Entry.Result is null ? Award.NotSettled : null);

    /// <summary>The form to record was sent: it stays, with what was typed, even if the entry has an award by now.</summary>
    public bool Recording { get; private set; }

    [BindProperty]
    public PrizeInput Input { get; set; } = new();

    /// <summary>The choice between the entry and its single projects is offered.</summary>
    public bool AsksSubject => Entry.Projects.Count > 0 && Call.Definition.AwardGroups.Any(group => group.Special);

    public IReadOnlyList<Choice> Prizes => [.. Entry.PrizesIn(Call.Definition).Select(each => new Choice($"{each.Group.Code}:{each.Prize.Code}",
        $"{each.Prize.Label.In(RequestContext.Language)}: {Money.Show(each.Prize.Cents, RequestContext.Language)}", each.Group.Label.In(RequestContext.Language)))];

    public IReadOnlyList<Choice> Subjects => [new(WholeEntry, texts["der Beitrag als Ganzes"]), .. Entry.Projects.Select(project => new Choice(project.Id.ToString(), texts["Einzelprojekt: {0}", project.Title]))];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        Recording = true;
        var chosen = Entry.PrizesIn(Call.Definition).Where(each => Input.Prize == $"{each.Group.Code}:{each.Prize.Code}").ToList();
        if (chosen.Count == 0) ModelState.AddModelError("Input.Prize", texts["Bitte wählen Sie einen Preis."]);
        if (AsksSubject && Subjects.All(subject => subject.Value != Input.Subject)) ModelState.AddModelError("Input.Subject", texts["Bitte wählen Sie, wofür der Preis vergeben wird."]);
        if (!ModelState.IsValid) return Page();

        var choice = new AwardChoice(chosen[0].Group.Code, chosen[0].Prize.Cents, Guid.TryParse(Input.Subject, out var project) ? project : null, Input.Reasons?.Trim() ?? "");
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.AwardRecorded, async () =>
        {
            var entry = await db.Entries.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == Entry.Id, cancellationToken);
            if (!await db.ConsensusResults.AnyAsync(result => result.EntryId == entry.Id, cancellationToken)) return Award.NotSettled;
            var soFar = await db.Awards.AsNoTracking().Where(award => award.CallId == Call.Id).ToListAsync(cancellationToken);
            var recorded = Award.Record(Call, entry, choice, soFar, write);
            if (!recorded.Refused(out _)) db.Awards.Add(recorded.Fact);
            return recorded;
        }, lockOn: Call.Id, cancellationToken);
        return outcome.Refused(out var refusal) ? await RefuseAsync(number, refusal, cancellationToken)
            : Done(texts["Der Preis für {0} ist festgehalten.", Call.Definition.EntryNumber(number)]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken)) return NotFound();
        var write = request.Write(Input.Why);
        var outcome = await db.WriteAsync(write, AuditAction.AwardWithdrawn, async () =>
        {
            if (await db.Awards.SingleOrDefaultAsync(award => award.Id == Input.AwardId && award.EntryId == Entry.Id, cancellationToken) is not { } award) return Award.Gone;
            var withdrawn = award.Withdraw(Call, write);
            if (!withdrawn.Refused(out _)) db.Awards.Remove(award);
            return withdrawn;
        }, lockOn: Call.Id, cancellationToken);
        return outcome.Refused(out var refusal) ? await RefuseAsync(number, refusal, cancellationToken)
            : Done(texts["Der Preis für {0} ist zurückgenommen.", Call.Definition.EntryNumber(number)]);
    }

    private RedirectResult Done(string message)
    {
        TempData.Say(message);
        return Redirect(JuryLinks.Entry(Call.Slug, Entry.Number));
    }

    private async Task<PageResult> RefuseAsync(int number, Refusal refusal, CancellationToken cancellationToken)
    {
        ModelState.Add(texts, refusal, refusal.Code switch
        {
            "award.project_only_special" or "award.foreign_project" => "Input.Subject",
            "award.over_budget" or "award.no_such_prize" or "award.other_group" => "Input.Prize",
            "award.withdrawal_needs_reason" => "Input.Why",
            _ => "",
        });
        await LoadAsync(number, cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (await JuryEntry.LoadAsync(db, Call, number, request.Began, cancellationToken) is not { } entry) return false;
        (Entry, Result) = (entry, await JuryQueries.ResultAsync(db, Call, withProposals: false, withScores: false, cancellationToken));
        return true;
    }
}

/// <summary>What the chair chose and typed.</summary>
public sealed class PrizeInput
{
    /// <summary>"group:prize", codes.</summary>
    public string? Prize { get; set; }

    /// <summary>The entry as a whole, or the id of a single project.</summary>
    public string? Subject { get; set; }

    public string? Reasons { get; set; }

    /// <summary>The award that the page showed.</summary>
    public Guid? AwardId { get; set; }

    /// <summary>Why it is withdrawn.</summary>
    public string? Why { get; set; }
}
