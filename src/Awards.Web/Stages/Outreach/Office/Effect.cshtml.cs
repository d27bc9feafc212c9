using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach.Office;

/// <summary>What each wave brought, by state and by municipality type.</summary>
[Authorize(Policy = OutreachRights.Manage)]
public sealed class EffectModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public IReadOnlyList<(Wave Wave, WaveEffect Effect)> Effects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Effects = await EffectQueries.EffectsAsync(db, request.Call.Id, cancellationToken);

    public IEnumerable<(string Caption, string Heading, IReadOnlyList<EffectRow> Rows, Func<string, string> Word)> Tables(Wave wave, WaveEffect effect) =>
    [
        (Caption(texts["Nach Ländern"], wave), texts["Land"], effect.ByState, code => EffectColumns.State(texts, code)),
        (Caption(texts["Nach Kommunentypen"], wave), texts["Kommunentyp"], effect.ByType, code => EffectColumns.Type(texts, code)),
    ];

    // Every table needs a name of its own, also for two waves of one name.
    private static string Caption(string what, Wave wave) => $"{what}: {wave.Name}, {GermanTime.DateAndTime(wave.StartedAt!.Value, RequestContext.Language)}";
}
