using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Accounts;

/// <summary>Asks the browser for a passkey and finds out whose it is.</summary>
public sealed class PasskeyDesk(AwardsDbContext db, SignInManager<Person> passkeys, UserManager<Person> users, RequestContext request)
{
    /// <summary>What is said of every passkey that does not work, whatever the reason.</summary>
    public static Refusal Failed { get; } = new("passkey.failed", "Das hat mit dem Passkey nicht geklappt. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.");

    /// <summary>What the browser needs to ask for one, as JSON; of this person only, or null = of anybody.</summary>
    public async Task<string> OptionsAsync(Guid? owner, CancellationToken cancellationToken) =>
        await passkeys.MakePasskeyRequestOptionsAsync(owner is { } id ? await db.Users.AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken) : null);

    /// <summary>The person whose passkey it is. Refused when it is nobody's, or not that of <paramref name="owner"/>.</summary>
    public async Task<Outcome<Person>> CheckAsync(string? credential, Guid? owner, CancellationToken cancellationToken)
    {
        var result = string.IsNullOrEmpty(credential) ? null : await passkeys.PerformPasskeyAssertionAsync(credential);
        if (result is not { Succeeded: true } || (owner ?? result.User.Id) != result.User.Id) return Failed;
        var write = request.Write() with { Who = result.User.Id };
        return await db.WriteAsync(write, AuditAction.AccountChanged, async () =>
        {
            // The counter of the device is kept: a copy of the passkey would fall behind.
            var person = await db.Users.SingleAsync(each => each.Id == result.User.Id, cancellationToken);
            await users.AddOrUpdatePasskeyAsync(person, result.Passkey);
            return (Outcome<Person>)person;
        }, cancellationToken: cancellationToken);
    }
}
