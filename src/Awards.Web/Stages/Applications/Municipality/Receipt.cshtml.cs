using Awards.Domain.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>What arrived, when, under which number.</summary>
public sealed class ReceiptModel(ApplicationDesk desk, ConsentDesk consents) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<ConsentState> Consents { get; private set; } = [];
    public string Number => Own.Call.Definition.ArrivalNumber(Own.Application.ArrivalNumber!.Value);

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        // A draft has none, not even a reopened one: it would show what is not handed in.
        if (!own.HasReceipt) return LocalRedirect(ApplicationLinks.Overview(id));
        Own = own;
        Consents = await consents.OfAsync(own.Application, own.Call, cancellationToken);
        return Page();
    }
}
