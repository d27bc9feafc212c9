using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Intake;

/// <summary>Addresses of the intake.</summary>
public static class IntakeLinks
{
    public static string Applications(string call) => $"/institut/{call}/bewerbungen";

    public static string Applications(string call, ApplicationFilter filter) => QueryHelpers.AddQueryString(Applications(call), filter.ToQuery());

    /// <summary>Recording what came by post or mail, and all that came so.</summary>
    public static string Arrivals(string call) => $"/institut/{call}/eingaenge";

    /// <summary>Typing and checking of what came by post or mail.</summary>
    public static string Keyed(string call, Guid id) => $"/institut/{call}/eingaenge/{id}";

    /// <summary>One of the handlers of <see cref="Keyed"/>.</summary>
    public static string Keyed(string call, Guid id, string handler) => $"{Keyed(call, id)}?handler={handler}";

    /// <summary>The application form as a workbook, in the language of the page.</summary>
    public static string FormWorkbook(string call) => $"/wettbewerbe/{call}/formular.xlsx";

    /// <summary>The application form to print.</summary>
    public static string FormPdf(string call) => $"/wettbewerbe/{call}/formular.pdf";

    public static string Application(string call, Guid id) => $"/institut/{call}/bewerbungen/{id}";

    /// <summary>The formal check of an application.</summary>
    public static string Check(string call, Guid id) => Application(call, id) + "/pruefung";

    /// <summary>What the office asked for.</summary>
    public static string Pieces(string call, Guid id) => Application(call, id) + "/nachforderungen";

    /// <summary>The letter on an exclusion.</summary>
    public static string Letter(string call, Guid id) => Application(call, id) + "/schreiben.pdf";

    /// <summary>The list as a file, "csv" or "xlsx".</summary>
    public static string File(string call, ApplicationFilter filter, string format) => QueryHelpers.AddQueryString($"/institut/{call}/bewerbungen.{format}", filter.ToQuery());

    /// <summary>All answers of all entries.</summary>
    public static string Answers(string call) => $"/institut/{call}/antworten.csv";

    /// <summary>Where bulk actions are posted, with the filter that "all matching" means.</summary>
    public static string Bulk(string call, ApplicationFilter filter) => QueryHelpers.AddQueryString($"/institut/{call}/sammelaktion", filter.ToQuery());

    /// <summary>What a bulk action did.</summary>
    public static string BulkResult(string call, Guid id) => $"/institut/{call}/sammelaktion/{id}";

    public static string Figures(string call) => $"/institut/{call}/zahlen";

    /// <summary>A picture of the figures.</summary>
    public static string Figure(string call, string kind) => $"/institut/{call}/zahlen/{kind}.svg";

    /// <summary>What the office asked a municipality for, as it sees it.</summary>
    public static string OwnPieces(Guid application) => $"/kommune/bewerbungen/{application}/nachforderungen";
}
