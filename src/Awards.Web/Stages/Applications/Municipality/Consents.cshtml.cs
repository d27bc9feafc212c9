using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>What was agreed to, and taking it back at any time, whatever the application's state.</summary>
public sealed class ConsentsModel(ApplicationDesk desk, ConsentDesk consents, IStringLocalizer<Text> texts) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<ConsentState> Consents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        Own = own;
        Consents = await consents.OfAsync(own.Application, own.Call, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostWithdrawAsync([FromRoute] Guid id, [FromForm] string code, CancellationToken cancellationToken) => ChangeAsync(id, code, give: false, cancellationToken);

    public Task<IActionResult> OnPostGiveAsync([FromRoute] Guid id, [FromForm] string code, CancellationToken cancellationToken) => ChangeAsync(id, code, give: true, cancellationToken);

    private async Task<IActionResult> ChangeAsync(Guid id, string code, bool give, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        if (own.Call.Definition.PrivacyRules().Consent(code) is null || (give && own.Application.Status == ApplicationState.Draft)) return NotFound();
        var outcome = await desk.WriteAsync(own, AuditAction.ConsentsChanged, MemberRight.Edit, async (application, write) =>
        {
            var held = (await consents.OfAsync(application, own.Call, cancellationToken)).Where(each => each.Held is not null).Select(each => each.Definition.Code).ToHashSet();
            if (give) held.Add(code);
            else held.Remove(code);
            await consents.SettleAsync(application, own.Call, held, write, cancellationToken);
            return (Outcome<Application>)application;
        }, cancellationToken, locked: true);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return await OnGetAsync(id, cancellationToken);
        }
        TempData.Say(give ? texts["Die Einwilligung ist erteilt."] : texts["Die Einwilligung ist widerrufen. Das gilt ab sofort."]);
        return LocalRedirect(ApplicationLinks.Consents(id));
    }
}
