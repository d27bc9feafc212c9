using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Accounts;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Who works on an application, and with which right.</summary>
public sealed class MembersModel(ApplicationDesk desk, MemberDesk members, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public MemberRight Right { get; set; } = MemberRight.Edit;

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<MemberLine> Members { get; private set; } = [];
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];
    public IReadOnlyList<Choice> Rights => [.. Enum.GetValues<MemberRight>().Select(right => new Choice(right.ToString(), texts[AccountWords.Right(right)]))];
    public DateTime Now => request.Began;

    /// <summary>Only who may hand it in decides who works on it.</summary>
    public bool MayDecide => Own.Member.MaySign;

    public bool IsSelf(MemberLine line) => line.PersonId == request.PersonId;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken) => await ShowAsync(id, MemberRight.Read, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, MemberRight.Sign, cancellationToken)) return NotFound();
        var (mail, name) = (TextRules.OneLine(Mail), TextRules.OneLine(Name));
        if (mail.Length == 0) ModelState.AddModelError(nameof(Mail), texts["Bitte geben Sie eine E-Mail-Adresse ein."]);
        else if (AccountAddress.RefusalOf(mail) is { } unfit) ModelState.Add(texts, unfit, nameof(Mail));
        if (name.Length == 0) ModelState.AddModelError(nameof(Name), texts["Bitte geben Sie einen Namen ein."]);
        else if (TextRules.Check(name, Accounts.Account.IndexModel.MaxName).Refused(out var unreadable)) ModelState.Add(texts, unreadable, nameof(Name));
        if (!ModelState.IsValid) return Page();
        return Answer(await members.InviteAsync(Own, mail, name, Right, cancellationToken), texts["Die Einladung an {0} ist unterwegs.", mail], nameof(Mail));
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromRoute] Guid id, [FromForm(Name = "einladung")] Guid invitation, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, MemberRight.Sign, cancellationToken)) return NotFound();
        return Answer(await members.WithdrawAsync(Own, invitation, cancellationToken), texts["Die Einladung ist zurückgezogen."]);
    }

    public async Task<IActionResult> OnPostChangeAsync([FromRoute] Guid id, [FromForm(Name = "wer")] Guid member, [FromForm(Name = "recht")] MemberRight right, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, MemberRight.Sign, cancellationToken) || !ModelState.IsValid) return NotFound();
        return Answer(await members.ChangeAsync(Own, member, right, cancellationToken), texts["Das Recht ist geändert."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromForm(Name = "wer")] Guid member, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, MemberRight.Read, cancellationToken)) return NotFound();
        var outcome = await members.ChangeAsync(Own, member, null, cancellationToken);
        var left = !outcome.Refused(out _) && outcome.Fact.PersonId == request.PersonId;
        return Answer(outcome, left ? texts["Sie arbeiten an der Bewerbung nicht mehr mit."] : texts["Die Person arbeitet nicht mehr mit."], to: left ? ApplicationLinks.Start : null);
    }

    private async Task<bool> ShowAsync(Guid id, MemberRight least, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, least, cancellationToken) is not { } own) return false;
        Own = own;
        Members = await members.MembersAsync(id, cancellationToken);
        Invitations = own.Member.MaySign ? await members.InvitationsAsync(id, cancellationToken) : [];
        return true;
    }

    private IActionResult Answer<T>(Outcome<T> outcome, string done, string field = "", string? to = null)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, field);
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(to ?? ApplicationLinks.Members(Own.Id));
    }
}
