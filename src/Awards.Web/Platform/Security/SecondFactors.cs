using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>The time-based second factor (RFC 6238) and its recovery codes.</summary>
public sealed class SecondFactors(AwardsDbContext db, UserManager<Person> users, IUserStore<Person> accounts, Throttling throttling)
{
    private PersonStore Store => (PersonStore)accounts;

    /// <summary>Number of recovery codes made at a time.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>What is said of every code that does not work.</summary>
    public static Refusal Wrong { get; } = new("factor.wrong", "Der Code stimmt nicht oder wurde schon benutzt. Nehmen Sie bitte den, den Ihre App gerade zeigt, oder einen Wiederherstellungscode.");

    /// <summary>Checks a code of the app, or a recovery code; each works once. Failures count against the address like wrong passwords.</summary>
    public async Task<bool> CheckAsync(Guid personId, string code, WriteContext write, CancellationToken cancellationToken)
    {
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var outcome = await db.WriteAsync(write with { Who = personId }, AuditAction.AccountChanged, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == personId, cancellationToken);
            if (!await AcceptsAsync(person, typed)) return (Outcome<bool>)Wrong;
            await throttling.ForgetAsync(ThrottleRule.WrongForAddress, person.Email!, cancellationToken);
            return true;
        }, lockOn: personId, cancellationToken: cancellationToken);
        if (!outcome.Refused(out _)) return true;
        var failed = write with { Who = personId };
        await db.WriteAsync(failed, AuditAction.SignInFailed, async () =>
        {
            var mail = await db.Users.Where(each => each.Id == personId).Select(each => each.Email!).SingleAsync(cancellationToken);
            await throttling.CountAsync(ThrottleRule.WrongForAddress, mail, cancellationToken);
            db.Record(failed, AuditAction.SignInFailed, nameof(Person), personId);
            return (Outcome<bool>)false;
        }, cancellationToken: cancellationToken);
        return false;
    }

    /// <summary>Sets up the app: the key counts once a code made with it was shown. Gives recovery codes; to be called inside a write.</summary>
    public async Task<Outcome<string[]>> EnableAsync(Person person, string key, string code)
    {
        await Store.SetAuthenticatorKeyAsync(person, key, CancellationToken.None);
        if (!await AcceptsAsync(person, string.Concat(code.Where(char.IsAsciiDigit)))) return Wrong;
        person.TwoFactorEnabled = true;
        return await RenewCodesAsync(person);
    }

    /// <summary>New recovery codes, shown once; the old ones no longer work. To be called inside a write.</summary>
    public async Task<string[]> RenewCodesAsync(Person person) =>
        [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];

    /// <summary>Takes the second factor away; to be called inside a write.</summary>
    public async Task RemoveAsync(Person person, CancellationToken cancellationToken)
    {
        await Store.ForgetSecondFactorAsync(person, cancellationToken);
        (person.TwoFactorEnabled, person.LastCodeHash) = (false, null);
    }

    /// <summary>Number of recovery codes that still work.</summary>
    public Task<int> CodesLeftAsync(Person person) => users.CountRecoveryCodesAsync(person);

    private async Task<bool> AcceptsAsync(Person person, string typed)
    {
        if (typed.Length != 6 || !typed.All(char.IsAsciiDigit))
            return typed.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded;
        var digest = LinkToken.Hash(person.Id + typed);
        if (digest == person.LastCodeHash || !await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed)) return false;
        person.LastCodeHash = digest;
        return true;
    }
}
