using System.Globalization;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>Purposes, consents and retention of personal data. A changed text of a consent raises its version.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class PrivacyModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? ControllerDe { get; set; }
    [BindProperty] public string? ControllerEn { get; set; }
    [BindProperty] public string? ContactDe { get; set; }
    [BindProperty] public string? ContactEn { get; set; }
    [BindProperty] public List<LabelRow> Purposes { get; set; } = [];
    [BindProperty] public List<ConsentRow> Consents { get; set; } = [];
    [BindProperty] public List<RetentionRow> Retention { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.Privacy, request.Call);
    public IReadOnlyList<Choice> Phases => [.. Enum.GetValues<PhaseKind>().Select(kind => new Choice(kind.ToString(), texts[Domain.Calls.Calendar.Name(kind)]))];

    public void OnGet()
    {
        var rules = request.Call.Definition.PrivacyRules();
        (Version, ControllerDe, ControllerEn, ContactDe, ContactEn) = (request.Call.Version, rules.Controller?.De, rules.Controller?.En, rules.Contact?.De, rules.Contact?.En);
        Purposes = LabelRow.All(rules.Purposes, (purpose, place) => LabelRow.Of(purpose.Code, purpose.Text, place));
        Consents = [.. rules.Consents.Select(ConsentRow.Of), new ConsentRow()];
        Retention = [.. Enum.GetValues<RetentionSubject>().Select(what => RetentionRow.Of(what, rules.Retention.FirstOrDefault(rule => rule.What == what)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var retention = new List<RetentionRule>();
        for (var at = 0; at < Retention.Count; at++)
            if (SetupNumbers.Whole(ModelState, texts, $"Retention[{at}].{nameof(RetentionRow.Days)}", Retention[at].Days) is { } days)
            {
                if (Retention[at].After is { } after) retention.Add(new(Retention[at].What, days, after));
                else ModelState.AddModelError($"Retention[{at}].{nameof(RetentionRow.After)}", texts["Bitte wählen Sie eine Phase."]);
            }
        for (var at = 0; at < Consents.Count; at++)
            if (!Consents[at].Remove && !Consents[at].IsEmpty && string.IsNullOrWhiteSpace(Consents[at].TextDe)) ModelState.AddModelError($"Consents[{at}].{nameof(ConsentRow.TextDe)}", texts["Bitte geben Sie den Text der Einwilligung an."]);
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ChangeAsync(Version, call => call with
        {
            Privacy = call.PrivacyRules() with
            {
                Controller = SetupInput.Text(ControllerDe, ControllerEn),
                Contact = SetupInput.Text(ContactDe, ContactEn),
                Retention = retention,
                Purposes = [.. LabelRow.Kept(Purposes).Select(each => new Purpose(each.Code, each.Row.Label))],
                Consents = ConsentRow.Read(Consents, call.PrivacyRules()),
            },
        }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.Privacy);
    }
}

/// <summary>A consent as it is typed.</summary>
public sealed class ConsentRow
{
    public string? Code { get; set; }
    public int Version { get; set; }
    public string? TextDe { get; set; }
    public string? TextEn { get; set; }
    public bool Required { get; set; }
    public bool Publishes { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(TextDe) && string.IsNullOrWhiteSpace(TextEn);

    public static ConsentRow Of(ConsentDefinition consent) => new()
    {
        Code = consent.Code,
        Version = consent.Version,
        TextDe = consent.Text.De,
        TextEn = consent.Text.En,
        Required = consent.Required,
        Publishes = consent.Permits == ConsentEffect.PublishContact,
    };

    public static List<ConsentDefinition> Read(List<ConsentRow> rows, PrivacyDefinition before)
    {
        var taken = rows.Select(row => row.Code ?? "").ToHashSet();
        return [.. rows.Where(row => !row.Remove && !row.IsEmpty).Select(row =>
        {
            var code = string.IsNullOrWhiteSpace(row.Code) ? SetupInput.Code(row.TextDe!, taken) : row.Code.Trim();
            taken.Add(code);
            var former = before.Consent(code);
            var consent = new ConsentDefinition(code, former?.Version ?? 1, SetupInput.Needed(row.TextDe, row.TextEn), row.Required, row.Publishes ? ConsentEffect.PublishContact : null);
            return former is null || (former.TextDigest() == consent.TextDigest() && former.Permits == consent.Permits) ? consent : consent with { Version = former.Version + 1 };
        })];
    }
}

/// <summary>A rule of retention as it is typed.</summary>
public sealed class RetentionRow
{
    public RetentionSubject What { get; set; }
    public string? Days { get; set; }
    public PhaseKind? After { get; set; }

    public static RetentionRow Of(RetentionSubject what, RetentionRule? rule) => new() { What = what, Days = rule?.Days.ToString(CultureInfo.InvariantCulture), After = rule?.After };
}
