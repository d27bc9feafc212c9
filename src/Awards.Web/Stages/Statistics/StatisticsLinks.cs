namespace Awards.Web.Stages.Statistics;

/// <summary>Addresses of tables.</summary>
public static class StatisticsLinks
{
    /// <summary>The office's tables, live.</summary>
    public static string Office(string call) => $"/institut/{call}/tabellen";

    public static string OfficeFile(string call, int no, string format) => $"/institut/{call}/tabellen/{no}.{format}";

    /// <summary>Freezes a data state.</summary>
    public static string Freeze(string call) => $"/institut/{call}/tabellen/festhalten";

    /// <summary>The tables of the latest data state.</summary>
    public static string Public(string call) => $"/wettbewerbe/{call}/tabellen";

    public static string PublicFile(string call, int no, string format) => $"/wettbewerbe/{call}/tabellen/{no}.{format}";
}
