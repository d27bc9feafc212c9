using System.Globalization;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>Plans a session or changes what was planned.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class PlanModel(AwardsDbContext db, SessionDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const string DayFormat = "yyyy-MM-dd", TimeFormat = "HH:mm";

    private IReadOnlyList<SessionPerson> _people = [];

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Day { get; set; }
    [BindProperty] public string? Time { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Link { get; set; }
    [BindProperty] public List<Guid> Seats { get; set; } = [];
    [BindProperty] public List<Guid> Excused { get; set; } = [];
    [BindProperty] public string? NoteTaker { get; set; }
    [BindProperty] public List<string> Groups { get; set; } = [];
    [BindProperty] public string? Margin { get; set; }
    [BindProperty] public bool HidesNames { get; set; }
    [BindProperty] public string? Note { get; set; }

    public string Slug => request.Call.Slug;
    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        if (id is not { } known)
        {
            (Title, HidesNames, Margin) = (texts["Gemeinsame Sitzung der Vorprüfung"], true, Tenths(ConsensusAgenda.UsualMargin));
            Seats = [.. _people.Where(person => person.IsReviewer || person.Id == request.PersonId).Select(person => person.Id)];
            return Page();
        }
        if (await SessionReading.FindAsync(db, request.Call.Id, known, cancellationToken) is not { } session) return NotFound();
        var begins = GermanTime.Local(session.BeginsAt);
        (Version, Title, Place, Link, Note) = (session.Version, session.Title, session.Place, session.Link, session.Note);
        (Day, Time) = (begins.ToString(DayFormat, CultureInfo.InvariantCulture), begins.ToString(TimeFormat, CultureInfo.InvariantCulture));
        (NoteTaker, HidesNames, Margin, Groups) = (session.NoteTakerId?.ToString(), session.HidesNames, Tenths(session.MarginTenths), [.. session.GroupCodes]);
        (Seats, Excused) = ([.. session.Seats.Select(seat => seat.PersonId)], [.. session.Seats.Where(seat => seat.Presence == Presence.Excused).Select(seat => seat.PersonId)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        if (Read() is not { } plan) return Page();
        var outcome = id is { } known ? await desk.ChangeAsync(known, plan, Version, cancellationToken) : await desk.PlanAsync(plan, cancellationToken);
        if (outcome is not { } done) return NotFound();
        if (!done.Refused(out var refusal))
        {
            TempData.Say(texts["Die Sitzung ist gespeichert."]);
            return LocalRedirect(ConsensusLinks.Session(Slug, done.Fact.Id));
        }
        ModelState.Add(texts, refusal, refusal.Code switch { "session.without_title" => nameof(Title), "session.without_place" => nameof(Place), "session.margin" => nameof(Margin), _ => "" });
        return Page();
    }

    public IReadOnlyList<Choice> PeopleChoices() => [.. _people.Select(person => new Choice(person.Id.ToString(), person.Name))];

    public IReadOnlyList<Choice> GroupChoices() => [.. request.Call.Definition.AwardGroups.Where(group => !group.Special).Select(group => new Choice(group.Code, group.Label.In(RequestContext.Language)))];

    private async Task LoadAsync(Guid? id, CancellationToken cancellationToken) => (IsNew, _people) = (id is null, await SessionReading.PeopleAsync(db, request.Call.Id, cancellationToken));

    private SessionPlan? Read()
    {
        var known = _people.Select(person => person.Id).ToHashSet();
        if (!DateOnly.TryParseExact(Day?.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) ModelState.AddModelError(nameof(Day), texts["Bitte geben Sie einen Tag an, zum Beispiel 2026-04-01."]);
        if (!TimeOnly.TryParseExact(Time?.Trim(), [TimeFormat, "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) ModelState.AddModelError(nameof(Time), texts["Bitte geben Sie eine Uhrzeit an, zum Beispiel 10:00."]);
        if (!decimal.TryParse(Margin?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var margin) || margin * 10 != Math.Truncate(margin * 10) || margin > 1000)
            ModelState.AddModelError(nameof(Margin), texts["Bitte geben Sie eine Zahl mit höchstens einer Stelle nach dem Komma ein, zum Beispiel 0,5."]);
        if (Seats.Concat(Excused).Any(person => !known.Contains(person))) ModelState.AddModelError(nameof(Seats), texts["Bitte wählen Sie nur Personen aus der Liste."]);
        if (Excused.Except(Seats).Any()) ModelState.AddModelError(nameof(Excused), texts["Entschuldigt sein kann nur, wer auch oben angekreuzt ist."]);
        if (!ModelState.IsValid) return null;
        return new(Title ?? "", GermanTime.Utc(day.ToDateTime(time)), Place ?? "", Link ?? "", [.. Seats.Select(person => (person, Excused.Contains(person) ? Presence.Excused : Presence.Present))])
        {
            NoteTakerId = Guid.TryParse(NoteTaker, out var taker) && known.Contains(taker) ? taker : null,
            Note = Note ?? "",
            HidesNames = HidesNames,
            MarginTenths = (int)(margin * 10),
            GroupCodes = Groups,
        };
    }

    private static string Tenths(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.GetCultureInfo("de-DE"));
}
