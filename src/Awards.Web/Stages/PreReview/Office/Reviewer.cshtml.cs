using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
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

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>What the lead knows of a reviewer: disciplines, department, own numbers, absences.</summary>
[Authorize(Policy = PreReviewRights.Assign)]
public sealed class ReviewerModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int Free = 2, NothingStored = -1;

    /// <summary>Days of an absence as typed.</summary>
    public sealed class AbsenceRow
    {
        public string? From { get; set; }
        public string? To { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);
    }

    [BindProperty] public int Version { get; set; } = NothingStored;
    [BindProperty] public List<string> Disciplines { get; set; } = [];
    [BindProperty] public string? Department { get; set; }
    [BindProperty] public string? Min { get; set; }
    [BindProperty] public string? Max { get; set; }
    [BindProperty] public List<AbsenceRow> Absences { get; set; } = [];

    public string Slug => request.Call.Slug;
    public ReviewerLoad Person { get; private set; } = null!;

    /// <summary>Disciplines of the call.</summary>
    public IReadOnlyList<Choice> Known => [.. (request.Call.Definition.PairingRules().Disciplines ?? []).Select(each => new Choice(each.Code, each.Label.In(RequestContext.Language)))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (await db.ReviewerProfiles.AsNoTracking().SingleOrDefaultAsync(profile => profile.CallId == request.Call.Id && profile.PersonId == id, cancellationToken) is { } stored)
        {
            (Version, Disciplines, Department) = (stored.Version, [.. stored.Disciplines], stored.Department);
            (Min, Max) = (stored.Min?.ToString(CultureInfo.InvariantCulture), stored.Max?.ToString(CultureInfo.InvariantCulture));
            Absences = [.. stored.Absences.Select(absence => new AbsenceRow { From = Typed(absence.From), To = Typed(absence.To) })];
        }
        Absences.AddRange(Enumerable.Range(0, Free).Select(_ => new AbsenceRow()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (Read() is not { } details) return Page();
        var call = request.Call;
        var outcome = await db.WriteAsync(request.Write(), AuditAction.ReviewerChanged, async () =>
        {
            var stored = await db.ReviewerProfiles.SingleOrDefaultAsync(each => each.CallId == call.Id && each.PersonId == id, cancellationToken);
            if (stored is null && Version != NothingStored) return Domain.Applications.ApplicationRules.Stale;
            var profile = stored ?? db.ReviewerProfiles.Add(ReviewerProfile.Begin(call.Id, id)).Entity;
            return profile.Change(details, [.. Known.Select(each => each.Value)], stored is null ? profile.Version : Version);
        }, lockOn: call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Gespeichert. Bei einem neuen Plan wird es berücksichtigt."]);
            return LocalRedirect(PreReviewLinks.Pairs(Slug));
        }
        ModelState.Add(texts, refusal, refusal.Code switch { "reviewer.min_max" or "reviewer.range" => nameof(Min), "reviewer.absence_order" => "Absences[0].To", _ => "" });
        return Page();
    }

    private ReviewerDetails? Read()
    {
        var (min, max) = (Whole(nameof(Min), Min), Whole(nameof(Max), Max));
        List<Absence> absences = [];
        for (var at = 0; at < Absences.Count; at++)
        {
            if (Absences[at].IsEmpty) continue;
            var (from, to) = (Day($"Absences[{at}].From", Absences[at].From), Day($"Absences[{at}].To", Absences[at].To));
            if (from is { } first && to is { } last) absences.Add(new(first, last));
        }
        return ModelState.IsValid ? new ReviewerDetails(Disciplines, Department ?? "", min, max) { Absences = absences } : null;
    }

    private int? Whole(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        ModelState.AddModelError(field, texts["„{0}“ ist keine ganze Zahl. Bitte geben Sie nur Ziffern ein.", TextRules.Excerpt(typed)]);
        return null;
    }

    private DateOnly? Day(string field, string? typed)
    {
        if (DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        ModelState.AddModelError(field, texts["Bitte geben Sie einen Tag an, zum Beispiel 2026-04-01."]);
        return null;
    }

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(Guid person, CancellationToken cancellationToken)
    {
        if ((await Pairing.LoadsAsync(db, request.Call.Id, cancellationToken)).Find(each => each.Id == person) is not { } load) return false;
        Person = load;
        return true;
    }
}
