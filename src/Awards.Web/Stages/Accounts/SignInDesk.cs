using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Accounts;

/// <summary>Checks passwords and sends links. What it answers, and how long it takes, is the same whether an address has an account or not.</summary>
public sealed class SignInDesk(AwardsDbContext db, IPasswordHasher<Person> hasher, PasswordTurns turns, Throttling throttling, AwardsMeters meters, RequestContext request, IHttpContextAccessor accessor)
{
    // An unknown address costs the same time as a wrong password.
    private static string? _nobodysHash;

    /// <summary>Too many failures: the answer says what else is possible.</summary>
    public static Refusal Closed { get; } = new("sign_in.closed",
        "Nach zu vielen Fehlversuchen ist die Anmeldung mit Passwort für zehn Minuten gesperrt. Mit einem Anmeldelink per E-Mail oder einem Passkey geht es sofort.");

    /// <summary>Wrong address or wrong password; which of them is not said.</summary>
    public static Refusal Wrong { get; } = new("sign_in.wrong", "E-Mail-Adresse oder Passwort stimmen nicht. Nach zehn Fehlversuchen ist die Anmeldung mit Passwort zehn Minuten gesperrt.");

    private string Network => Throttling.Network(accessor.HttpContext!);

    /// <summary>The account of an address, or null.</summary>
    public Task<Person?> FindAsync(string mail, CancellationToken cancellationToken)
    {
        var normalized = mail.Trim().ToUpperInvariant();
        return normalized.Length > AccountAddress.MaxLength ? Task.FromResult<Person?>(null) : db.Users.AsNoTracking().FirstOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
    }

    /// <summary>The person whose password it is. Failures count against the address and the network.</summary>
    public async Task<Outcome<Person>> CheckPasswordAsync(string mail, string password, CancellationToken cancellationToken)
    {
        async Task<bool> IsClosedAsync() => await throttling.ClosedUntilAsync(cancellationToken, (ThrottleRule.WrongForAddress, mail), (ThrottleRule.WrongFromNetwork, Network)) is not null;
        using var turn = await turns.EnterAsync(mail, cancellationToken);
        if (await IsClosedAsync()) return Closed;
        var person = await FindAsync(mail, cancellationToken);
        var hash = person?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(new Person(), "nobody"));
        var verified = password.Length > PasswordRules.MaxLength ? PasswordVerificationResult.Failed
            : await turns.ComputeAsync(await throttling.IsCountedAsync(ThrottleRule.WrongForAddress, mail, cancellationToken), () => hasher.VerifyHashedPassword(person ?? new Person(), hash, password), cancellationToken);
        var right = person?.PasswordHash is not null && verified != PasswordVerificationResult.Failed;
        var write = request.Write() with { Who = person?.Id };
        var closed = false;
        await db.WriteAsync(write, right ? AuditAction.AccountChanged : AuditAction.SignInFailed, async () =>
        {
            // Others may have failed while this password was looked at: among many at once only the first ten get an answer.
            if (closed = await IsClosedAsync()) return (Outcome<bool>)false;
            if (right) await throttling.ForgetAsync(ThrottleRule.WrongForAddress, mail, cancellationToken);
            else
            {
                await throttling.CountAsync(ThrottleRule.WrongForAddress, mail, cancellationToken);
                await throttling.CountAsync(ThrottleRule.WrongFromNetwork, Network, cancellationToken);
                if (person is not null) db.Record(write, AuditAction.SignInFailed, nameof(Person), person.Id);
            }
            if (right && verified == PasswordVerificationResult.SuccessRehashNeeded)
                (await db.Users.SingleAsync(each => each.Id == person!.Id, cancellationToken)).PasswordHash = hasher.HashPassword(person!, password);
            return right;
        }, lockOn: Throttling.LockOn(ThrottleRule.WrongForAddress, mail), cancellationToken: cancellationToken);
        if (closed) return Closed;
        if (right) return person!;
        meters.SignInFailed();
        return Wrong;
    }

    /// <summary>True while mails may still be asked for to this address from this network; counts one. To be called inside a write.</summary>
    public async Task<bool> MayMailAsync(string mail, CancellationToken cancellationToken)
    {
        if (await throttling.ClosedUntilAsync(cancellationToken, (ThrottleRule.MailsToAddress, mail), (ThrottleRule.MailsFromNetwork, Network)) is not null) return false;
        await throttling.CountAsync(ThrottleRule.MailsToAddress, mail, cancellationToken);
        await throttling.CountAsync(ThrottleRule.MailsFromNetwork, Network, cancellationToken);
        return true;
    }
}
