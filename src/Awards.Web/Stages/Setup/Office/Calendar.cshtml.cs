using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Rules = Awards.Domain.Calls.Calendar;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>The phases of a call. A public deadline is extended with a reason, never shortened.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class CalendarModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<PhaseRow> Rows { get; set; } = [];
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public bool LetterRequired { get; set; }
    [BindProperty] public bool PostmarkCounts { get; set; }

    /// <summary>Days before the deadline, divided by commas.</summary>
    [BindProperty] public string? Reminders { get; set; }

    public SetupForm Form => field ??= new(CallPart.Calendar, request.Call);
    public OutageGrace? Grace => request.Call.Definition.Grace;
    public string Slug => request.Call.Slug;
    public IReadOnlyList<DeadlineExtension> Extensions => request.Call.Definition.Extensions ?? [];

    public void OnGet()
    {
        (Version, LetterRequired, PostmarkCounts) = (request.Call.Version, request.Call.Definition.LetterOfIntentRequired, request.Call.Definition.PostmarkCounts);
        Reminders = string.Join(", ", request.Call.Definition.ReminderDays ?? []);
        Rows = [.. Enum.GetValues<PhaseKind>().Select(kind => PhaseRow.Of(kind, request.Call.Phase(kind)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var phases = new List<Phase>();
        for (var at = 0; at < Rows.Count; at++)
            if (Rows[at].IsIncluded && Read(Rows[at], $"Rows[{at}]") is { } phase) phases.Add(phase);
        var days = SetupNumbers.Days(ModelState, texts, nameof(Reminders), Reminders);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => Changed(call with { ReminderDays = days.Count == 0 ? null : days }, phases), Reason, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Calendar, refusal => refusal.Code == "calendar.extension_needs_reason" ? nameof(Reason) : "");
    }

    private Outcome<CallDefinition> Changed(CallDefinition call, List<Phase> phases)
    {
        var changed = call with { LetterOfIntentRequired = LetterRequired, PostmarkCounts = PostmarkCounts };
        if (!call.Draft)
            foreach (var kind in new[] { PhaseKind.LetterOfIntent, PhaseKind.Application })
            {
                if (call.Phases.FirstOrDefault(phase => phase.Kind == kind) is not { Until: { } before } || phases.Find(phase => phase.Kind == kind) is not { Until: { } until } || until == before) continue;
                var extended = Rules.Extend(changed, kind, until, Reason, request.Began);
                if (extended.Refused(out var refusal)) return refusal;
                changed = extended.Fact;
                // What began when the deadline ended begins with the new one, unless somebody moved it in this form.
                phases = [.. phases.Select(phase => phase.Kind > kind && phase.From == before ? phase with { From = until } : phase)];
            }
        return changed with { Phases = phases };
    }

    private Phase? Read(PhaseRow row, string prefix)
    {
        var from = Instant(row.FromDay, row.FromTime, "00:00", $"{prefix}.{nameof(PhaseRow.FromDay)}", needed: true);
        var until = Instant(row.UntilDay, row.UntilTime, "24:00", $"{prefix}.{nameof(PhaseRow.UntilDay)}", needed: row.Kind is not PhaseKind.Publication);
        return from is { } begin ? new Phase(row.Kind, begin, until) : null;
    }

    private DateTime? Instant(string? day, string? time, string usual, string field, bool needed)
    {
        if (string.IsNullOrWhiteSpace(day))
        {
            if (needed) ModelState.AddModelError(field, texts["Bitte geben Sie einen Tag an."]);
            return null;
        }
        var clock = string.IsNullOrWhiteSpace(time) ? usual : time.Trim();
        var midnight = clock is "24:00" or "24";
        if (!DateOnly.TryParseExact(day, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2000 or > 2100)
            ModelState.AddModelError(field, texts["Bitte geben Sie den Tag so an: 31.12.2027."]);
        else if (!midnight && !TimeOnly.TryParseExact(clock, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            ModelState.AddModelError(field, texts["Bitte geben Sie die Uhrzeit so an: 18:00. Ein Tag endet um 24:00."]);
        else return GermanTime.Utc(midnight ? date.AddDays(1).ToDateTime(default) : date.ToDateTime(TimeOnly.ParseExact(clock, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture)));
        return null;
    }
}

/// <summary>One phase as it is typed. Days and times of Berlin.</summary>
public sealed class PhaseRow
{
    public PhaseKind Kind { get; set; }
    public bool Included { get; set; }
    public string? FromDay { get; set; }
    public string? FromTime { get; set; }
    public string? UntilDay { get; set; }
    public string? UntilTime { get; set; }

    public bool IsIncluded => Included || Kind == PhaseKind.Application;

    public static PhaseRow Of(PhaseKind kind, Phase? phase)
    {
        var row = new PhaseRow { Kind = kind, Included = phase is not null };
        if (phase is null) return row;
        var from = GermanTime.Local(phase.From);
        (row.FromDay, row.FromTime) = (from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (phase.Until is not { } end) return row;
        var until = GermanTime.Local(end);
        (row.UntilDay, row.UntilTime) = until.TimeOfDay == TimeSpan.Zero
            ? (until.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "24:00")
            : (until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until.ToString("HH:mm", CultureInfo.InvariantCulture));
        return row;
    }
}
