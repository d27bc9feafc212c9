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

    public static string Plan(string call, Guid id) => $"/institut/{call}/vorpruefung/plaene/{id}";

    public static string Plan(string call, Guid id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Plan(call, id)}?beitrag={number}#aendern");

    public static string Reviewer(string call, Guid person) => $"/institut/{call}/vorpruefung/pruefende/{person}";

    public static string ConflictList(string call) => $"/institut/{call}/vorpruefung/befangenheiten";

    public static string Entries(string call) => $"/institut/{call}/beitraege";

    public static string Entries(string call, EntryFilter filter) => QueryHelpers.AddQueryString(Entries(call), filter.ToQuery());

    public static string Entry(string call, int number) => string.Create(CultureInfo.InvariantCulture, $"/institut/{call}/beitraege/{number}");

    /// <summary>Scores of all entries and agreement of the pairs.</summary>
    public static string Scores(string call) => $"/institut/{call}/auswertung";

    /// <summary>One of its pictures.</summary>
    public static string ScoresFigure(string call, string kind) => $"/institut/{call}/auswertung/{kind}.svg";

    /// <summary>All its tables as a workbook.</summary>
    public static string ScoresWorkbook(string call) => $"/institut/{call}/auswertung.xlsx";

    /// <summary>One of its tables.</summary>
    public static string ScoresTable(string call, string table) => $"/institut/{call}/auswertung.csv?tabelle={table}";

    public static string Consensus(string call) => $"/institut/{call}/vorschlaege";
}
