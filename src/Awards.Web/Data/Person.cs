using Microsoft.AspNetCore.Identity;

namespace Awards.Web.Data;

/// <summary>Somebody who signs in. Roles belong to the person, by call.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>As shown to others: a name, or a role in the demo.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Demo account, listed on the demo's sign-in page.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Raised with each change of roles and municipalities; a cookie of an older one is renewed with the next request.</summary>
    public int RightsVersion { get; set; }

    /// <summary>Digests of the codes of the second factor that were accepted lately: each works once.</summary>
    public string? LastCodeHash { get; set; }

    /// <summary>An account with a mail address that is confirmed.</summary>
    public static Person Create(string mail, string displayName) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = mail,
        NormalizedUserName = mail.ToUpperInvariant(),
        Email = mail,
        NormalizedEmail = mail.ToUpperInvariant(),
        EmailConfirmed = true,
        DisplayName = displayName,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
    };
}
