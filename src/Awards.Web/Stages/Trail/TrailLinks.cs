using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Trail;

/// <summary>Addresses of the audit trail.</summary>
public static class TrailLinks
{
    public static string Log(string call) => $"/institut/{call}/protokoll";

    public static string Log(string call, TrailFilter filter) => QueryHelpers.AddQueryString(Log(call), filter.ToQuery());

    /// <summary>The history of one object and its parts.</summary>
    public static string Of(string call, string objectType, Guid id) => Log(call, new TrailFilter { ObjectType = objectType, ObjectId = id });

    public static string File(string call, TrailFilter filter) => QueryHelpers.AddQueryString($"/institut/{call}/protokoll.csv", (filter with { Before = null }).ToQuery());
}
