using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Reports;

/// <summary>Addresses of the short reports.</summary>
public static class ReportLinks
{
    /// <summary>All reports of a call, for the office.</summary>
    public static string List(string call) => $"/institut/{call}/kurzgutachten";

    public static string List(string call, ReportFilter filter) => QueryHelpers.AddQueryString(List(call), filter.ToQuery());

    /// <summary>Who writes what; for the lead.</summary>
    public static string Assign(string call) => List(call) + "/verteilen";

    /// <summary>One report, to be checked.</summary>
    public static string Report(string call, Guid id) => $"{List(call)}/{id}";

    /// <summary>Two versions side by side.</summary>
    public static string Versions(string call, Guid id) => Report(call, id) + "/fassungen";

    /// <summary>One report as PDF.</summary>
    public static string Pdf(string call, Guid id) => Report(call, id) + "/kurzgutachten.pdf";

    /// <summary>The jury's volumes.</summary>
    public static string Volumes(string call) => List(call) + "/baende";

    /// <summary>One report, for who writes it.</summary>
    public static string Write(string call, Guid id) => $"/vorpruefung/{call}/kurzgutachten/{id}";

    /// <summary>Two versions side by side, for who writes it.</summary>
    public static string WriterVersions(string call, Guid id) => Write(call, id) + "/fassungen";
}
