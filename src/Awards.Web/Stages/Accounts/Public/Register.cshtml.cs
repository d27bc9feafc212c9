using System.ComponentModel.DataAnnotations;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Municipalities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts.Public;

/// <summary>Opens an account for a municipality: nothing exists before the address is confirmed. The answer is the same for every address.</summary>
public sealed class RegisterModel(AwardsDbContext db, SignInDesk desk, AccountOptions options, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int MaxName = 200, MaxChoices = Municipalities.Public.SearchModel.Most;

    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public bool Open => options.Registration;
    public bool Sent { get; private set; }
    public bool AsksForUnlisted { get; private set; }
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code)))];
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()]))];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Open) return NotFound();
        foreach (var (text, field) in new[] { (Input.Name, "Input.Name"), (Input.Municipality, "Input.Municipality") })
            if (TextRules.Check(TextRules.OneLine(text), MaxName).Refused(out var refusal)) ModelState.Add(texts, refusal, field);
        if (!string.IsNullOrWhiteSpace(Input.Mail) && (AccountAddress.RefusalOf(Input.Mail) ?? WorkAddress.RefusalOf(Input.Mail)) is { } unfit) ModelState.Add(texts, unfit, "Input.Mail");
        var (listed, unlisted) = await ChosenAsync(cancellationToken);
        if (!ModelState.IsValid) return Page();

        var secret = LinkToken.New();
        var person = await desk.FindAsync(Input.Mail!, cancellationToken);
        var write = request.Write() with { Who = person?.Id };
        await db.WriteAsync(write, AuditAction.MunicipalityRegistered, async () =>
        {
            if (!await desk.MayMailAsync(Input.Mail!, cancellationToken)) return (Outcome<bool>)false;
            var registration = Invitation.ForMunicipality(Input.Mail!, TextRules.OneLine(Input.Name), listed, unlisted, LinkToken.Hash(secret), write);
            db.Invitations.Add(registration);
            db.Outbox.Add(AccountMails.Registration(texts, registration, request.Absolute(AccountLinks.Invitation(secret)), request.Began));
            return true;
        }, cancellationToken: cancellationToken);
        Sent = true;
        return Page();
    }

    /// <summary>The municipality that is meant: chosen from the matches, the only match, or one that the list lacks. Otherwise the page asks.</summary>
    private async Task<(Guid? Listed, UnlistedMunicipality? Unlisted)> ChosenAsync(CancellationToken cancellationToken)
    {
        var key = SortKey.Of(Input.Municipality ?? "");
        if (key.Length == 0) return default;
        var found = await MunicipalityQueries.SearchAsync(db, Input.Municipality, MaxChoices, cancellationToken);
        var exact = found.Where(each => each.NameSort == key).ToList();
        if (exact.Count == 1 && Input.MunicipalityId is null or "") return (exact[0].Id, null);
        Choices = found.Count == 0 ? [] : [.. texts.Choices(found), new Choice(MunicipalityWords.Unlisted, texts["Sie steht nicht in dieser Liste."])];
        if (found.Find(each => each.Id.ToString() == Input.MunicipalityId) is { } chosen) return (chosen.Id, null);
        if (found.Count > 0 && Input.MunicipalityId != MunicipalityWords.Unlisted)
        {
            ModelState.AddModelError("Input.MunicipalityId", texts["Bitte wählen Sie aus, welche Kommune Sie meinen."]);
            return default;
        }
        AsksForUnlisted = true;
        if (FederalStates.Codes.Contains(Input.State) && MunicipalityTypes.Parse(Input.Type ?? "") is { } type)
            return (null, new UnlistedMunicipality(TextRules.OneLine(Input.Municipality), Input.State!, type));
        ModelState.AddModelError("Input.State", texts["„{0}“ steht nicht in unserer Liste. Bitte prüfen Sie die Schreibweise oder wählen Sie Land und Art aus.", TextRules.OneLine(Input.Municipality)]);
        return default;
    }
}

/// <summary>What is typed to register.</summary>
public sealed class RegisterInput
{
    [Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein.")]
    public string? Mail { get; set; }

    [Required(ErrorMessage = "Bitte geben Sie Ihren Namen ein.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Bitte geben Sie den Namen Ihrer Kommune ein.")]
    public string? Municipality { get; set; }

    /// <summary>Chosen among several matches.</summary>
    public string? MunicipalityId { get; set; }

    public string? State { get; set; }
    public string? Type { get; set; }
}
