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
}
