using Microsoft.AspNetCore.Identity;

namespace Awards.Web.Data;

/// <summary>Somebody who signs in. Roles belong to the person, by call.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>As shown to others: a name, or a role in the demo.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Demo account, listed on the demo's sign-in page.</summary>
    public bool IsDemo { get; set; }
}
