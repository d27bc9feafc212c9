using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.PreReview;

/// <summary>Addresses of the pre-review.</summary>
public static class PreReviewLinks
{
    /// <summary>Where a reviewer begins.</summary>
    public const string Start = "/vorpruefung";

    public static string Conflicts(string call) => $"/vorpruefung/{call}/befangenheit";

    public static string Sheet(string call, Guid id) => $"/vorpruefung/{call}/boegen/{id}";

    /// <summary>What the author saved before.</summary>
    public static string Versions(string call, Guid id) => Sheet(call, id) + "/fassungen";

    /// <summary>The own open sheets as a workbook, and back.</summary>
    public static string Offline(string call) => $"/vorpruefung/{call}/offline";

    /// <summary>The own open sheets to download.</summary>
    public static string OfflineFile(string call) => Offline(call) + ".xlsx";

    public static string Pairs(string call) => $"/institut/{call}/vorpruefung";

    public static string Entries(string call) => $"/institut/{call}/beitraege";

    public static string Entries(string call, EntryFilter filter) => QueryHelpers.AddQueryString(Entries(call), filter.ToQuery());

    public static string Entry(string call, int number) => string.Create(CultureInfo.InvariantCulture, $"/institut/{call}/beitraege/{number}");

    public static string Consensus(string call) => $"/institut/{call}/vorschlaege";
}
