using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.PreReview;

/// <summary>What one may do in the pre-review.</summary>
public static class PreReviewRights
{
    public const string Assign = "prereview.assign", Read = "prereview.read", Settle = "prereview.settle";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Assign, /*text*/ "Prüfende sehen und Paare zuordnen", CallRole.Lead),
        new(Read, /*text*/ "Beiträge mit den abgegebenen Prüfbögen lesen und beraten", CallRole.Lead),
        new(Settle, /*text*/ "Vorschläge an die Jury zusammenstellen", CallRole.Lead),
    ];
}
