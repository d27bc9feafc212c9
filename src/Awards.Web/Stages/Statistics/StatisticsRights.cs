using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Statistics;

/// <summary>What one may do with tables.</summary>
public static class StatisticsRights
{
    public const string Freeze = "statistics.freeze";

    public static IReadOnlyList<Right> All { get; } = [new(Freeze, /*text*/ "Datenstände festhalten", CallRole.Lead)];
}
