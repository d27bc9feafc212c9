using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>More time for applications after an outage; the deadline stays as announced, the reason is public.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class GraceModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Day { get; set; }
    [BindProperty] public string? Time { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public SetupForm Form => field ??= new(CallPart.Calendar, request.Call);
    public OutageGrace? Grace => request.Call.Definition.Grace;
    public DateTime? Deadline => request.Call.Phase(PhaseKind.Application)?.Until;

    public void OnGet()
    {
        (Version, Reason) = (request.Call.Version, Grace?.Reason);
        if (Grace is not { } grace) return;
        var until = GermanTime.Local(grace.Until);
        (Day, Time) = (until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(Day, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) ModelState.AddModelError(nameof(Day), texts["Bitte geben Sie den Tag so an: 31.12.2027."]);
        if (!TimeOnly.TryParseExact(Time?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) ModelState.AddModelError(nameof(Time), texts["Bitte geben Sie die Uhrzeit so an: 18:00."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => OutageGrace.Grant(call, GermanTime.Utc(day.ToDateTime(time)), request.Write(Reason)), Reason, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Calendar, refusal => refusal.Code switch { "grace.needs_reason" or "text.too_long" => nameof(Reason), "grace.outside" => nameof(Day), _ => "" });
    }
}
