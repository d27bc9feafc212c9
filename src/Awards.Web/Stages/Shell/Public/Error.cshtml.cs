using Awards.Web.Platform.Files;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Shell.Public;

/// <summary>What went wrong, what to do, and a number to quote. Never a bare status.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<Text> texts, FileSettings files) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Explanation { get; private set; } = "";
    public string ReferenceNumber => RequestContext.ReferenceNumber(HttpContext);

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    // A request that could not be read (400) comes here as an exception, without a status in the address.
    private void Show(int? status) => (Heading, Explanation) = (status ?? (Response.StatusCode == 400 ? 400 : null)) switch
    {
        400 => (texts["Die Anfrage war nicht verständlich"].Value, texts["Bitte laden Sie die Seite neu und versuchen Sie es noch einmal. War die Seite lange offen, melden Sie sich bitte neu an."].Value),
        403 => (texts["Dafür fehlt Ihnen die Berechtigung"], texts["Wenn Sie meinen, dass Sie diese Seite brauchen, wenden Sie sich bitte mit der Fehlernummer an die Geschäftsstelle."]),
        404 => (texts["Diese Seite gibt es nicht"], texts["Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite."]),
        413 => (texts["Das ist zu groß"], texts["Die Datei oder das Formular ist größer als {0}. Gehen Sie zurück, verkleinern oder teilen Sie die Datei und versuchen Sie es noch einmal.", FileRefusals.Megabytes(files.MaxBytes)]),
        null or >= 500 => (texts["Da ist etwas schiefgegangen"], texts["Der Fehler ist aufgezeichnet. Bitte versuchen Sie es in ein paar Minuten noch einmal; hilft das nicht, nennen Sie der Geschäftsstelle die Fehlernummer."]),
        _ => (texts["Das hat nicht geklappt"], texts["Bitte gehen Sie zurück und versuchen Sie es noch einmal."]),
    };
}
