using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>The letter of intent of one of the person's municipalities.</summary>
public sealed class LetterModel(AwardsDbContext db, MailTemplates mails, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kommune")]
    public Guid? MunicipalityId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    public Call Call => request.Call;
    public Refusal? Closed => LetterOfIntent.PhaseRefusal(Call, request.Began);
    public DateTime? Deadline => Call.Phase(PhaseKind.LetterOfIntent)?.Until;
    public IReadOnlyList<MunicipalityChoice> Mine { get; private set; } = [];
    public IReadOnlyList<Choice> Choices => [.. Mine.Select(each => new Choice(each.Id.ToString(), each.Name))];

    /// <summary>The letter of the municipality, also one that was withdrawn.</summary>
    public LetterOfIntent? Letter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ShowAsync(cancellationToken)) return NotFound();
        (Name, Mail, Plan) = (Letter?.ContactName, Letter?.ContactMail, Letter?.Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ShowAsync(cancellationToken)) return NotFound();
        if (MunicipalityId is null)
        {
            ModelState.AddModelError("kommune", texts["Bitte wählen Sie aus, für welche Kommune Sie sich bewerben."]);
            return Page();
        }
        var outcome = await SubmitAsync(MunicipalityId.Value, cancellationToken);
        return Answer(outcome, texts["Die Absichtserklärung ist abgegeben. Eine Bestätigung ist unterwegs an {0}.", TextRules.OneLine(Mail)]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (!await ShowAsync(cancellationToken) || Letter is not { } shown) return NotFound();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.LetterWithdrawn, async () =>
            (await db.LettersOfIntent.SingleAsync(each => each.Id == shown.Id, cancellationToken)).Withdraw(Call, write), cancellationToken: cancellationToken);
        return Answer(outcome, texts["Die Absichtserklärung ist zurückgezogen."]);
    }

    // One for each municipality: whoever comes second changes the first one's.
    private Task<Outcome<LetterOfIntent>> SubmitAsync(Guid municipalityId, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.LetterSubmitted, async () =>
        {
            var letter = await db.LettersOfIntent.SingleOrDefaultAsync(each => each.CallId == Call.Id && each.MunicipalityId == municipalityId, cancellationToken);
            var outcome = letter?.Change(Call, Name ?? "", Mail ?? "", Plan ?? "", write)
                ?? LetterOfIntent.Submit(Call, await db.Municipalities.SingleAsync(each => each.Id == municipalityId, cancellationToken), Name ?? "", Mail ?? "", Plan ?? "", write);
            if (outcome.Refused(out _)) return outcome;
            if (letter is null) db.LettersOfIntent.Add(outcome.Fact);
            db.Outbox.Add(await mails.WriteAsync(LetterMail.Kind, Call, outcome.Fact.Id, outcome.Fact.ContactMail, RequestContext.Language,
                LetterMail.Values(Call, outcome.Fact, RequestContext.Language), write.When, null, cancellationToken));
            return outcome;
        }, lockOn: Call.Id, cancellationToken: cancellationToken);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellationToken)
    {
        var ids = request.User.Municipalities();
        if (Call.Phase(PhaseKind.LetterOfIntent) is null || (MunicipalityId is { } chosen && !ids.Contains(chosen))) return false;
        Mine = await ApplicationQueries.MunicipalitiesAsync(db, ids, cancellationToken);
        if (Mine.Count == 1) MunicipalityId = Mine[0].Id;
        Letter = await db.LettersOfIntent.AsNoTracking().SingleOrDefaultAsync(each => each.CallId == Call.Id && each.MunicipalityId == MunicipalityId, cancellationToken);
        return Mine.Count > 0;
    }

    private IActionResult Answer(Outcome<LetterOfIntent> outcome, string done)
    {
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, refusal.Code == "application.no_mail_address" ? nameof(Mail) : "");
            return Page();
        }
        TempData.Say(done);
        return LocalRedirect(ApplicationLinks.Letter(Call.Slug) + (Mine.Count > 1 ? $"?kommune={MunicipalityId}" : ""));
    }
}
