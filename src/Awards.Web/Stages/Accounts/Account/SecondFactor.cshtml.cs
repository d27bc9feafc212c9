using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Awards.Web.Stages.Accounts.Account;

/// <summary>Sets up, renews and removes the time-based second factor.</summary>
[RecentProof]
public sealed class SecondFactorModel(AwardsDbContext db, UserManager<Person> users, SecondFactors factors, SignIns signIns, PersonClaims claims,
    IDataProtectionProvider protection, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private Person _person = null!;
    private string _key = "";

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The proposed key, protected: it is kept only once a code made with it was typed.</summary>
    [BindProperty]
    public string? Protected { get; set; }

    public bool Enabled => _person.TwoFactorEnabled;
    public bool HasPasskey { get; private set; }

    /// <summary>The person's roles demand it.</summary>
    public bool Required { get; private set; }

    /// <summary>See <see cref="SecondFactors.Bar"/>.</summary>
    public bool Barred { get; private set; }

    public int CodesLeft { get; private set; }
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public string SpacedKey => string.Join(' ', _key.Chunk(4).Select(part => new string(part)));

    /// <summary>As a data image, which the content security policy permits.</summary>
    public string QrCode
    {
        get
        {
            var uri = $"otpauth://totp/Awards:{Uri.EscapeDataString(_person.Email!)}?secret={_key}&issuer=Awards&digits=6";
            using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
            return "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(6));
        }
    }

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("Awards.ProposedFactor", request.PersonId.ToString()).ToTimeLimitedDataProtector();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Propose();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred) return Page();
        try
        {
            _key = Protector.Unprotect(Protected ?? "");
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            Propose();
            ModelState.AddModelError("", texts["Der Schlüssel war zu lange offen. Bitte nehmen Sie das neue Bild auf."]);
            return Page();
        }
        var outcome = await ChangeAsync(AuditAction.SecondFactorSet, texts["zu Ihrem Konto wurde ein zweiter Faktor eingerichtet."], person => factors.EnableAsync(person, _key, Code ?? ""), cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            ModelState.Add(texts, refusal, nameof(Code));
            return Page();
        }
        Codes = outcome.Fact;
        await signIns.ProveAgainAsync(strong: true, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred || !Enabled) return LocalRedirect(AccountLinks.SecondFactor);
        Codes = (await ChangeAsync(AuditAction.RecoveryCodesMade, texts["zu Ihrem Konto wurden neue Wiederherstellungscodes erzeugt; die alten gelten nicht mehr."], async person => (Outcome<string[]>)await factors.RenewCodesAsync(person), cancellationToken)).Fact;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Barred || (Required && !HasPasskey)) return LocalRedirect(AccountLinks.SecondFactor);
        _ = (await ChangeAsync(AuditAction.SecondFactorRemoved, texts["der zweite Faktor Ihres Kontos wurde entfernt."], async person =>
        {
            await factors.RemoveAsync(person, cancellationToken);
            return (Outcome<string[]>)Array.Empty<string>();
        }, cancellationToken)).Fact;
        TempData.Say(texts["Der zweite Faktor ist entfernt."]);
        return LocalRedirect(AccountLinks.SecondFactor);
    }

    private Task<Outcome<string[]>> ChangeAsync(AuditAction action, string mailed, Func<Person, Task<Outcome<string[]>>> change, CancellationToken cancellationToken) =>
        db.WriteAsync(request.Write(), action, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == request.PersonId, cancellationToken);
            var outcome = await change(person);
            if (!outcome.Refused(out _)) db.Outbox.Add(AccountMails.Changed(texts, person, mailed, request.Began));
            return outcome;
        }, lockOn: request.PersonId, cancellationToken: cancellationToken);

    private void Propose()
    {
        _key = users.GenerateNewAuthenticatorKey();
        Protected = Protector.Protect(_key, TimeSpan.FromMinutes(30));
        ModelState.Remove(nameof(Protected));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == request.PersonId, cancellationToken);
        Required = claims.FactorRequired && await db.RoleAssignments.AnyAsync(role => role.PersonId == _person.Id, cancellationToken);
        HasPasskey = await db.UserPasskeys.AnyAsync(each => each.UserId == _person.Id, cancellationToken);
        Barred = SecondFactors.Bar(request.Session, _person, HasPasskey);
        CodesLeft = Enabled ? await factors.CodesLeftAsync(_person) : 0;
    }
}
