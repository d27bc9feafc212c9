using System.Globalization;

namespace Awards.Web.Stages.Jury;

/// <summary>Addresses of the jury.</summary>
public static class JuryLinks
{
    /// <summary>Where the jury begins.</summary>
    public const string Start = "/jury";

    /// <summary>Proposals and awards of a call.</summary>
    public static string Call(string call) => $"/jury/{call}";

    /// <summary>What the jury reads about an entry.</summary>
    public static string Entry(string call, int number) => string.Create(CultureInfo.InvariantCulture, $"/jury/{call}/beitraege/{number}");

    /// <summary>Records or withdraws the entry's award; for the chair.</summary>
    public static string Prize(string call, int number) => Entry(call, number) + "/preis";

    /// <summary>The jury's result, for the office.</summary>
    public static string OfficeAwards(string call) => $"/institut/{call}/preise";
}
