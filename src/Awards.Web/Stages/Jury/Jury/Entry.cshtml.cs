using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Jury;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Jury.Jury;

/// <summary>An entry as the jury reads it: its texts, and once it is settled the proposal and both reviews.</summary>
public sealed class EntryModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public JuryEntry Entry { get; private set; } = null!;

    /// <summary>The chair may record or withdraw here and now.</summary>
    public bool MayDecide => User.Holds(Call.Id, CallRole.JuryChair) && Entry.Result is not null && Award.ClosedRefusal(Call, request.Began) is null;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (await JuryEntry.LoadAsync(db, Call, number, request.Began, cancellationToken) is not { } entry) return NotFound();
        Entry = entry;
        return Page();
    }
}
