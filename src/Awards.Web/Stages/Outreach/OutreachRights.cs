using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Outreach;

/// <summary>What one may do with contact lists and mailings.</summary>
public static class OutreachRights
{
    public const string Manage = "outreach.manage";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Manage, /*text*/ "Kontaktlisten führen, Aussendungen verschicken und ihre Wirkung sehen", CallRole.Lead),
    ];
}
