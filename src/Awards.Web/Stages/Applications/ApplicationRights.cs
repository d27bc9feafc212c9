using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Applications;

/// <summary>What one may do about applicants.</summary>
public static class ApplicationRights
{
    public const string Settle = "applications.settle";

    public static IReadOnlyList<Right> All { get; } = [new(Settle, /*text*/ "Festhalten, wer für eine Kommune spricht", CallRole.Lead)];
}
