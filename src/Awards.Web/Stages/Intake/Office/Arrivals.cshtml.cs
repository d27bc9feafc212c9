using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Municipalities;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>All that came by post or mail, and the record of one more.</summary>
[Authorize(Policy = IntakeRights.Key)]
public sealed class ArrivalsModel(AwardsDbContext db, KeyingDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int MaxChoices = Municipalities.Public.SearchModel.Most;

    [BindProperty] public ArrivalInput Input { get; set; } = new();

    public Call Call => request.Call;
    public string Slug => request.Call.Slug;
    public IReadOnlyList<KeyedLine> Lines { get; private set; } = [];
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public IReadOnlyList<Choice> Channels => [new(nameof(Channel.Post), texts["Brief (Post)"]), new(nameof(Channel.Email), texts["E-Mail"])];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var arrival = Read();
        var (municipality, unlisted) = await ChosenAsync(cancellationToken);
        if (ModelState.IsValid)
        {
            var outcome = await desk.RecordAsync(arrival!, municipality, unlisted, cancellationToken);
            if (!outcome.Refused(out var refusal))
            {
                TempData.Say(texts["Der Eingang ist erfasst. Bitte fügen Sie die Scans hinzu, und übertragen Sie die Angaben."]);
                return LocalRedirect(IntakeLinks.Keyed(Slug, outcome.Fact));
            }
            ModelState.Add(texts, refusal, refusal.Code.Contains("postmark", StringComparison.Ordinal) ? "Input.Postmark" : "Input.Day");
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Lines = await KeyingQueries.ListAsync(db, Call.Id, cancellationToken);

    private Arrival? Read()
    {
        if (Input.Channel is not { } channel || channel is not (Channel.Post or Channel.Email)) ModelState.AddModelError("Input.Channel", texts["Bitte wählen Sie, wie die Bewerbung gekommen ist."]);
        var (day, postmark) = (Day(Input.Day, "Input.Day", needed: true), Day(Input.Postmark, "Input.Postmark", needed: false));
        if (!TimeOnly.TryParseExact((Input.Time ?? "").Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            ModelState.AddModelError("Input.Time", texts["Bitte geben Sie die Uhrzeit so an: 18:00."]);
        if (!ModelState.IsValid) return null;
        var arrival = new Arrival(Input.Channel!.Value, GermanTime.Utc(day!.Value.ToDateTime(time)), postmark);
        if (arrival.RefusalAt(request.Began) is { } refusal) ModelState.Add(texts, refusal, refusal.Code.Contains("postmark", StringComparison.Ordinal) ? "Input.Postmark" : "Input.Day");
        return arrival;
    }

    private DateOnly? Day(string? typed, string field, bool needed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (needed) ModelState.AddModelError(field, texts["Bitte geben Sie den Tag an, an dem die Bewerbung gekommen ist."]);
            return null;
        }
        if (DateOnly.TryParseExact(typed.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return day;
        ModelState.AddModelError(field, texts["Bitte geben Sie den Tag so an: 31.12.2027."]);
        return null;
    }

    /// <summary>The municipality that is meant, or the name of an applicant that the register lacks. Otherwise the page asks.</summary>
    private async Task<(Guid? Listed, string Unlisted)> ChosenAsync(CancellationToken cancellationToken)
    {
        var name = TextRules.OneLine(Input.Municipality);
        if (name.Length == 0) ModelState.AddModelError("Input.Municipality", texts["Bitte geben Sie an, wer sich bewirbt."]);
        else if (TextRules.Check(name, Domain.Municipalities.Municipality.MaxName).Refused(out var refusal)) ModelState.Add(texts, refusal, "Input.Municipality");
        if (ModelState.GetFieldValidationState("Input.Municipality") == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) return default;
        var found = await MunicipalityQueries.SearchAsync(db, name, MaxChoices, cancellationToken);
        Choices = [.. texts.Choices(found), new Choice(MunicipalityWords.Unlisted, texts["Sie steht nicht in dieser Liste."])];
        if (found.Find(each => each.Id.ToString() == Input.MunicipalityId) is { } chosen) return (chosen.Id, name);
        if (Input.MunicipalityId == MunicipalityWords.Unlisted) return (null, name);
        if (found.Where(each => each.NameSort == Domain.Shared.SortKey.Of(name)).ToList() is [var exact]) return (exact.Id, name);
        ModelState.AddModelError("Input.MunicipalityId", texts["Bitte wählen Sie aus, welche Kommune Sie meinen."]);
        return default;
    }
}

/// <summary>An arrival as it is typed. Days and times of Berlin.</summary>
public sealed class ArrivalInput
{
    public Channel? Channel { get; set; }
    public string? Day { get; set; }
    public string? Time { get; set; }
    public string? Postmark { get; set; }
    public string? Municipality { get; set; }

    /// <summary>Chosen among several matches.</summary>
    public string? MunicipalityId { get; set; }
}
