using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup.Office;

/// <summary>What the office looks at before it admits an application.</summary>
[Authorize(Policy = SetupRights.Edit)]
public sealed class FormalChecksModel(CallDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public List<CheckRow> Rows { get; set; } = [];

    public SetupForm Form => field ??= new(CallPart.FormalChecks, request.Call);

    public void OnGet() => (Version, Rows) = (request.Call.Version, CheckRow.All(request.Call.Definition.FormalChecks ?? []));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return Page();
        var items = CheckRow.Kept(Rows);
        var outcome = await desk.ChangeAsync(Version, call => call with { FormalChecks = items.Count == 0 ? null : items }, why: null, cancellationToken);
        return this.Saved(outcome, texts, SetupLinks.FormalChecks);
    }
}
