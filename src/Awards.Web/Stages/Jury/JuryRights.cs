using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Jury;

/// <summary>What one may do in the jury.</summary>
public static class JuryRights
{
    public const string Record = "jury.record";

    public static IReadOnlyList<Right> All { get; } = [new(Record, /*text*/ "Preise festhalten und zurücknehmen", CallRole.JuryChair)];
}
