namespace Awards.Web.Platform.Security;

/// <summary>A cookie that the server may set.</summary>
/// <param name="Name">Without the prefix "__Host-" of secure installations; a name that ends in "*" stands for all that begin so and never has the prefix.</param>
/// <param name="Purpose">German, the key of its translation.</param>
/// <param name="Lasts">German, the key of its translation.</param>
public sealed record SiteCookie(string Name, string Purpose, string Lasts);

/// <summary>All cookies there are: the privacy page lists them, a test compares them with what the server really sets.</summary>
public static class SiteCookies
{
    private const string Window = /*text*/ "bis zum Schließen des Browsers";
    private const string SignIn = /*text*/ "bis zum Ende der Anmeldung";

    public static IReadOnlyList<SiteCookie> All { get; } =
    [
        new("awards", /*text*/ "hält die Anmeldung", /*text*/ "bis zum Schließen des Browsers, längstens zehn Stunden ohne Nutzung"),
        new("awards-form", /*text*/ "schützt Formulare davor, dass eine fremde Seite sie absendet", Window),
        new("awards-note", /*text*/ "trägt eine Meldung wie „Gespeichert“ auf die nächste Seite", /*text*/ "bis zur nächsten Seite"),
        new("awards-factor", /*text*/ "merkt sich zwischen Passwort und zweitem Faktor, wer sich anmeldet, und während ein Passkey geprüft wird, wonach gefragt wurde", /*text*/ "zehn Minuten"),
        new("awards-sso", /*text*/ "führt eine Anmeldung über einen anderen Dienst zusammen", SignIn),
        new("awards-sso-*", /*text*/ "schützt eine Anmeldung über einen anderen Dienst davor, dass eine fremde Seite sie beginnt", SignIn),
        new("awards-view", /*text*/ "Ansicht als andere Rolle, nur für die Leitung", /*text*/ "eine Stunde"),
        new(".AspNetCore.Culture", /*text*/ "merkt sich die gewählte Sprache", /*text*/ "ein Jahr"),
    ];
}
