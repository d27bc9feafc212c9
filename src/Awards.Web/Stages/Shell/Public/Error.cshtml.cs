using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Shell.Public;

/// <summary>What went wrong, what to do, and a number to quote. Never a bare status.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<Text> texts) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Explanation { get; private set; } = "";
    public string ReferenceNumber => RequestContext.ReferenceNumber(HttpContext);

    public void OnGet() => Show();

    // Binds nothing: a body that was too large or too slow must not be read again.
    public void OnPost() => Show();

    // Who opens the address by hand has met no error: there is no such page.
    private void Show()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null) Response.StatusCode = StatusCodes.Status404NotFound;
        (Heading, Explanation) = Words(Response.StatusCode);
    }

    private (string, string) Words(int status) => status switch
    {
        400 => (texts["Die Anfrage war nicht verständlich"], texts["Bitte laden Sie die Seite neu und versuchen Sie es noch einmal. War die Seite lange offen, melden Sie sich bitte neu an."]),
        403 => (texts["Dafür fehlt Ihnen die Berechtigung"], texts["Wenn Sie meinen, dass Sie diese Seite brauchen, wenden Sie sich bitte mit der Fehlernummer an die Geschäftsstelle."]),
        404 => (texts["Diese Seite gibt es nicht"], texts["Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite."]),
        408 => (texts["Die Anfrage kam zu langsam an"], texts["Vermutlich ist Ihre Verbindung gestört. Bitte gehen Sie zurück und senden Sie noch einmal ab."]),
        413 when UploadLimitsAttribute.Exceeded(HttpContext) is { } limit => (texts["Das ist zu groß"], texts["Die Datei oder das Formular ist größer als {0}. Gehen Sie zurück, verkleinern oder teilen Sie die Datei und versuchen Sie es noch einmal.", FileRefusals.Megabytes(limit)]),
        413 => (texts["Das ist zu viel auf einmal"], texts["Bitte gehen Sie zurück und kürzen Sie den Text, oder verkleinern Sie die Datei."]),
        503 => (texts["Das hat zu lange gedauert"], texts["Die Seite ist gerade überlastet oder wird gewartet. Bitte versuchen Sie es in ein paar Minuten noch einmal."]),
        >= 500 => (texts["Da ist etwas schiefgegangen"], texts["Der Fehler ist aufgezeichnet. Bitte versuchen Sie es in ein paar Minuten noch einmal; hilft das nicht, nennen Sie der Geschäftsstelle die Fehlernummer."]),
        _ => (texts["Das hat nicht geklappt"], texts["Bitte gehen Sie zurück und versuchen Sie es noch einmal."]),
    };
}
