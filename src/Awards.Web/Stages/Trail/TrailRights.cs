using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Trail;

/// <summary>Who may read the audit trail of a call.</summary>
public static class TrailRights
{
    public const string Read = "trail.read";

    public static IReadOnlyList<Right> All { get; } = [new(Read, /*text*/ "Protokoll lesen und herunterladen", CallRole.Lead)];
}
