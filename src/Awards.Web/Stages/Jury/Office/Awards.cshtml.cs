using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Jury.Office;

/// <summary>The jury's result, to read. Points and votes only for the lead, whom the seal lets see them.</summary>
public sealed class AwardsModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public Call Call => request.Call;
    public JuryResult Result { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Result = await JuryQueries.ResultAsync(db, Call, withProposals: User.Holds(Call.Id, CallRole.Lead), withScores: true, cancellationToken);
}
