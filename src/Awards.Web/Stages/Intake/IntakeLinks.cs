using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Intake;

/// <summary>Addresses of the intake.</summary>
public static class IntakeLinks
{
    public static string Applications(string call) => $"/institut/{call}/bewerbungen";

    public static string Applications(string call, ApplicationFilter filter) => QueryHelpers.AddQueryString(Applications(call), filter.ToQuery());

    public static string Application(string call, Guid id) => $"/institut/{call}/bewerbungen/{id}";
}
