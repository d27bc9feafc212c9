using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>Does one thing to many applications, each by the same way as alone.</summary>
[Authorize(Policy = IntakeRights.Work)]
public sealed class BulkModel(AwardsDbContext db, BulkDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;

    /// <summary>Of the list that the action came from.</summary>
    public ApplicationFilter Filter => ApplicationFilter.Read(Request.Query);

    [BindProperty] public List<Guid> Ids { get; set; } = [];
    [BindProperty] public string? Scope { get; set; }
    [BindProperty] public BulkAction? Action { get; set; }
    [BindProperty] public string? Item { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public DateOnly? LastDay { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Action is BulkAction.Admit or BulkAction.Exclude && !request.User.MayDecide(request.Call.Id)) return Forbid();
        if (!ModelState.IsValid) return Page();
        if (Action is not { } action || !Enum.IsDefined(action)) return Refused(new("bulk.action", "Bitte wählen Sie, was geschehen soll."));
        // All of the call, also those beyond the page that was shown; a faulty search matches nothing.
        var list = await ListQueries.LoadAsync(db, request.User.SearchScope(request.Call), Scope == "all" ? Filter : new ApplicationFilter(), cancellationToken);
        var chosen = Scope == "all" ? list.Rows : [.. list.Rows.Where(row => Ids.Contains(row.Id))];
        if (chosen.Count == 0) return Refused(new("bulk.none", "Bitte wählen Sie mindestens eine Bewerbung aus."));
        if (chosen.Count > BulkRun.Most) return Refused(new("bulk.many", "Es sind {0} Bewerbungen, auf einmal möglich sind {1}. Bitte grenzen Sie die Liste ein.", chosen.Count, BulkRun.Most));
        var run = await desk.RunAsync(action, chosen, new(Item, Text, LastDay, Reason), cancellationToken);
        return LocalRedirect(IntakeLinks.BulkResult(Slug, run));
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Add(texts, refusal);
        return Page();
    }
}
