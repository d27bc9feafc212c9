using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Reports;

/// <summary>What one may do with short reports; what depends on a single report, its own rules decide.</summary>
public static class ReportRights
{
    public const string Check = "reports.check", Assign = "reports.assign";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Check, /*text*/ "Kurzgutachten prüfen und Bände für die Jury erzeugen", CallRole.Lead, CallRole.Editor),
        new(Assign, /*text*/ "Kurzgutachten verteilen", CallRole.Lead),
    ];

    /// <summary>The signed-in person as an actor on reports of a call.</summary>
    public static Domain.PreReview.ReportActor Actor(this Platform.Requests.RequestContext request) =>
        new(request.PersonId, request.User.Holds(request.Call.Id, CallRole.Lead), request.User.Holds(request.Call.Id, CallRole.Editor));
}
