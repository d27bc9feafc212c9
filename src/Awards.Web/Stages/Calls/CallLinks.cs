namespace Awards.Web.Stages.Calls;

/// <summary>Addresses of a call, and of the stages that its pages lead to.</summary>
public static class CallLinks
{
    public static string Public(string call) => $"/wettbewerbe/{call}";

    /// <summary>Begins an application; asks to sign in first.</summary>
    public static string Apply(string call) => $"/kommune/{call}/beginnen";

    /// <summary>Where the office begins.</summary>
    public const string OfficeStart = "/institut";

    /// <summary>Where a call stands, for the office.</summary>
    public static string Office(string call) => $"/institut/{call}";

    public static string Applications(string call) => $"/institut/{call}/bewerbungen";

    public static string PreReview(string call) => $"/institut/{call}/vorpruefung";

    public static string Entries(string call) => $"/institut/{call}/beitraege";

    public static string Proposals(string call) => $"/institut/{call}/vorschlaege";
}
