using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Publication.Public;

/// <summary>What is public of one entry. Before publication every number gets the same answer, so that none gives itself away.</summary>
public sealed class EntryModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public PublicEntry? Entry { get; private set; }
    public PublicContact? Contact { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!Call.HasReached(PhaseKind.Publication, request.Began)) return Page();
        Entry = await PublicationQueries.EntryAsync(db, Call, number, cancellationToken);
        Contact = await PublicationQueries.ContactAsync(db, Call, number, cancellationToken);
        return Entry is null ? NotFound() : Page();
    }
}
