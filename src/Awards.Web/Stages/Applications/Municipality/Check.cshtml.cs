using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Everything at a glance, what is missing, and handing in.</summary>
public sealed class CheckModel(ApplicationDesk desk, SubmissionDesk submissions, ConsentDesk consents, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>What is still to be changed, when it is given back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<ConsentState> Consents { get; private set; } = [];

    /// <summary>Boxes ticked in this request; null = show what holds.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    /// <summary>Why nothing can be handed in; waiting for approval is no such reason.</summary>
    public Refusal? Closed => ApplicationRules.PhaseRefusal(Own.Call, request.Began);

    /// <summary>The parts can be changed now.</summary>
    public bool Editable => Own.Member.MayEdit && Own.Closed(request.Began) is null;

    public DateTime Now => request.Began;
    public IReadOnlyList<MissingLink> Missing => [.. ApplicationSteps.Of(Own, RequestContext.Language, texts).SelectMany(step => step.Missing)];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(ApplicationLinks.Overview(id));
        return await ShowAsync(own, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } own) return NotFound();
        // A double click, or a retry after the answer was lost, leads to the same receipt.
        if (own.Application.Status != ApplicationState.Draft) return LocalRedirect(own.HasReceipt ? ApplicationLinks.Receipt(id) : ApplicationLinks.Overview(id));
        Ticked = ConsentDesk.Ticked(own.Call, Request.Form);
        if (!Confirmed) ModelState.AddModelError(nameof(Confirmed), texts["Bitte bestätigen Sie, dass die Angaben vollständig und richtig sind."]);
        else
        {
            var outcome = await submissions.SubmitAsync(own, seen, Ticked, cancellationToken);
            if (!outcome.Refused(out var refusal)) return LocalRedirect(ApplicationLinks.Receipt(id));
            if (await desk.FindAsync(id, MemberRight.Sign, cancellationToken) is not { } now) return NotFound();
            own = now;
            ModelState.AddModelError("", refusal.Code == ApplicationRules.Stale.Code
                ? texts["Inzwischen hat jemand anderes gespeichert. Unten steht der neue Stand. Bitte prüfen Sie ihn und reichen Sie dann ein."]
                : texts.Show(refusal));
        }
        return await ShowAsync(own, cancellationToken);
    }

    /// <summary>Puts it before whoever may hand it in.</summary>
    public async Task<IActionResult> OnPostPresentAsync([FromRoute] Guid id, [FromForm(Name = "Version")] int seen, CancellationToken cancellationToken) =>
        await AnswerAsync(id, MemberRight.Edit, own => submissions.PresentAsync(own, seen, request.Absolute(ApplicationLinks.Check(id)), cancellationToken), texts["Die Bewerbung liegt jetzt zur Freigabe vor."], "", cancellationToken);

    public async Task<IActionResult> OnPostTakeBackAsync([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(id, MemberRight.Edit, own => submissions.TakeBackAsync(own, cancellationToken), texts["Die Bewerbung liegt nicht mehr zur Freigabe vor. Sie können sie wieder ändern."], "", cancellationToken);

    public async Task<IActionResult> OnPostReturnAsync([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(id, MemberRight.Sign, own => submissions.ReturnAsync(own, TextRules.Lines(Reason), request.Absolute(ApplicationLinks.Overview(id)), cancellationToken), texts["Die Bewerbung ist zurückgegeben."], nameof(Reason), cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, MemberRight least, Func<OwnApplication, Task<Outcome<Application>>> act, string done, string field, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, least, cancellationToken) is not { } own) return NotFound();
        var outcome = await act(own);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(done);
            return LocalRedirect(ApplicationLinks.Overview(id));
        }
        ModelState.Add(texts, refusal, field);
        return await ShowAsync(await desk.FindAsync(id, MemberRight.Read, cancellationToken) ?? own, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OwnApplication own, CancellationToken cancellationToken)
    {
        Own = own;
        Consents = await consents.OfAsync(own.Application, own.Call, cancellationToken);
        return Page();
    }
}
