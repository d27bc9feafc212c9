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

    // Two steps of 30 seconds before and after count too: five codes work at any time, and each of them once.
    private const int CodesAtATime = 5, CodeDigest = 12;

    /// <summary>What is said of every code that does not work.</summary>
    public static Refusal Wrong { get; } = new("factor.wrong", /*text*/ "Der Code stimmt nicht oder wurde schon benutzt. Nehmen Sie bitte den, den Ihre App gerade zeigt, oder einen Wiederherstellungscode.");

    /// <summary>Too many wrong codes.</summary>
    public static Refusal Closed { get; } = new("factor.closed", /*text*/ "Nach zu vielen falschen Codes ist dieser Weg zehn Minuten gesperrt. Mit einem Passkey geht es sofort.");

    /// <summary>There is a factor already, and this session did not show it: it may change none.</summary>
    public static bool Bar(SessionState session, Person person, bool hasPasskey) => !session.Strong && (person.TwoFactorEnabled || hasPasskey);

    /// <summary>Checks a code of the app, or a recovery code; each works once. Refused for a wrong one, and for any after ten wrong ones.</summary>
    public async Task<Outcome<bool>> CheckAsync(Guid personId, string code, WriteContext write, CancellationToken cancellationToken)
    {
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var (mine, source) = (write with { Who = personId }, personId.ToString());
        Refusal? refusal = null;
        await db.WriteAsync(mine, AuditAction.AccountChanged, async () =>
        {
            var person = await db.Users.SingleAsync(each => each.Id == personId, cancellationToken);
            if (await throttling.ClosedUntilAsync(cancellationToken, (ThrottleRule.WrongCodes, source)) is not null) refusal = Closed;
            else if (await AcceptsAsync(person, typed)) await throttling.ForgetAsync(ThrottleRule.WrongCodes, source, cancellationToken);
            else
            {
                refusal = Wrong;
                await throttling.CountAsync(ThrottleRule.WrongCodes, source, cancellationToken);
                db.Record(mine, AuditAction.SignInFailed, nameof(Person), personId);
            }
            return (Outcome<bool>)true;
        }, lockOn: personId, cancellationToken: cancellationToken);
        return refusal is null ? true : refusal;
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
        var digest = LinkToken.Hash(person.Id + typed)[..CodeDigest];
        var lately = (person.LastCodeHash ?? "").Split(' ').Where(each => each.Length == CodeDigest).ToList();
        if (lately.Contains(digest) || !await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed)) return false;
        person.LastCodeHash = string.Join(' ', lately.Prepend(digest).Take(CodesAtATime));
        return true;
    }
}
