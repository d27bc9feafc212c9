namespace Awards.Web.Stages.Calls;

/// <summary>Addresses of a call.</summary>
public static class CallLinks
{
    public static string Public(string call) => $"/wettbewerbe/{call}";

    /// <summary>Where the office begins.</summary>
    public const string OfficeStart = "/institut";

    /// <summary>Where a call stands, for the office.</summary>
    public static string Office(string call) => $"/institut/{call}";

    /// <summary>What a call offers for download, and the office's own documents.</summary>
    public static string Downloads(string call) => $"/institut/{call}/downloads";

    /// <summary>Takes a download away.</summary>
    public static string RemoveDownload(string call) => Downloads(call) + "?handler=Remove";
}
