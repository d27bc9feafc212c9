using System.Security.Cryptography;
using Awards.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>
/// Identity's store with two differences: it saves nothing by itself, so that every change of an account goes through a write with who, when
/// and why; and it keeps the key of the second factor encrypted and recovery codes as digests.
/// </summary>
public sealed class PersonStore : UserOnlyStore<Person, AwardsDbContext, Guid>
{
    private const string Provider = "awards", Key = "second-factor", Codes = "recovery-codes";
    private readonly IDataProtector _protector;

    public PersonStore(AwardsDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : base(db, describer)
    {
        AutoSaveChanges = false;
        _protector = protection.CreateProtector("Awards.SecondFactor");
    }

    /// <summary>The write saves what it tracks. Attaching anew, as Identity does, would forget what was changed before.</summary>
    public override Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken = default)
    {
        var entry = Context.Entry(user);
        if (entry.State == Microsoft.EntityFrameworkCore.EntityState.Detached) return base.UpdateAsync(user, cancellationToken);
        var stamp = entry.Property(person => person.ConcurrencyStamp);
        if (stamp.CurrentValue == stamp.OriginalValue) stamp.CurrentValue = Guid.CreateVersion7().ToString();
        return Task.FromResult(IdentityResult.Success);
    }

    public override Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, Key, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken)
    {
        if (await GetTokenAsync(user, Provider, Key, cancellationToken) is not { } kept) return null;
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The keys of this installation were lost: the second factor has to be set up anew, with a recovery code.
            return null;
        }
    }

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, Codes, string.Join(';', recoveryCodes.Select(Digest)), cancellationToken);

    public override async Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) =>
        (await ListAsync(user, cancellationToken)).Count;

    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var codes = await ListAsync(user, cancellationToken);
        if (!codes.Remove(Digest(code))) return false;
        await SetTokenAsync(user, Provider, Codes, string.Join(';', codes), cancellationToken);
        return true;
    }

    /// <summary>Takes key and codes away.</summary>
    public async Task ForgetSecondFactorAsync(Person user, CancellationToken cancellationToken)
    {
        await RemoveTokenAsync(user, Provider, Key, cancellationToken);
        await RemoveTokenAsync(user, Provider, Codes, cancellationToken);
    }

    private async Task<List<string>> ListAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private static string Digest(string code) => LinkToken.Hash(code.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal));
}
