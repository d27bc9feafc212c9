using Awards.Domain.Calls;
using Awards.Domain.Publication;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Statistics.Office;

/// <summary>Freezes the tables of this moment under a name.</summary>
[Authorize(Policy = StatisticsRights.Freeze)]
public sealed class FreezeModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public int Entries { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.SnapshotTaken, async () =>
        {
            var entries = await CountedEntries.LoadAsync(db, Call.Id, cancellationToken);
            var taken = await db.Snapshots.Where(snapshot => snapshot.CallId == Call.Id).Select(snapshot => snapshot.Name).ToListAsync(cancellationToken);
            var snapshot = Snapshot.Take(Call, entries, Name ?? "", write, taken);
            if (!snapshot.Refused(out _)) db.Snapshots.Add(snapshot.Fact);
            return snapshot;
        }, lockOn: Call.Id, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Der Datenstand „{0}“ ist festgehalten.", outcome.Fact.Name]);
            return Redirect(StatisticsLinks.Office(Call.Slug));
        }
        ModelState.Add(texts, refusal, nameof(Name));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Entries = await db.Entries.CountAsync(entry => entry.CallId == Call.Id, cancellationToken);
}
