using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>All parts of a call's set-up, what each still lacks, and the step to the public.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class OverviewModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public IReadOnlyList<CallFault> Faults => field ??= CallFaults.Of(Call.Definition);
    public IReadOnlyList<(Phase Before, Phase After)> Gaps => [.. Calendar.Gaps(Call.Definition.Phases)];
    public string? FirstSection => Call.Definition.Questionnaire.Sections is [var first, ..] ? first.Code : null;

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        var outcome = await desk.ReleaseAsync(version, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Der Wettbewerb ist veröffentlicht."]);
        return LocalRedirect(SetupLinks.Overview(Call.Slug));
    }
}
