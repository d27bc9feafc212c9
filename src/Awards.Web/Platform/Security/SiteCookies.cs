namespace Awards.Web.Platform.Security;

/// <summary>A cookie that the server may set.</summary>
/// <param name="Name">Without the prefix "__Host-" of secure installations; a name that ends in "*" is followed by a number.</param>
/// <param name="Purpose">German, the key of its translation.</param>
/// <param name="Lasts">German, the key of its translation.</param>
public sealed record SiteCookie(string Name, string Purpose, string Lasts);

/// <summary>All cookies there are: the privacy page lists them, a test compares them with what the server really sets.</summary>
public static class SiteCookies
{
    private const string Window = /*text*/ "bis zum Schließen des Browsers";

    public static IReadOnlyList<SiteCookie> All { get; } =
    [
        new("awards", /*text*/ "hält die Anmeldung", /*text*/ "bis zum Schließen des Browsers, längstens zehn Stunden ohne Nutzung"),
        new("awards-form", /*text*/ "schützt Formulare davor, dass eine fremde Seite sie absendet", Window),
        new("awards-note", /*text*/ "trägt eine Meldung wie „Gespeichert“ auf die nächste Seite", /*text*/ "bis zur nächsten Seite"),
        new("awards-factor", /*text*/ "merkt sich zwischen Passwort und zweitem Faktor, wer sich anmeldet", /*text*/ "zehn Minuten"),
        new("awards-sso*", /*text*/ "führt eine Anmeldung über einen anderen Dienst zusammen", /*text*/ "bis zum Ende der Anmeldung"),
        new("awards-view", /*text*/ "Ansicht als andere Rolle, nur für die Leitung", /*text*/ "eine Stunde"),
        new(".AspNetCore.Culture", /*text*/ "merkt sich die gewählte Sprache", /*text*/ "ein Jahr"),
    ];

    /// <summary>The listed cookie of a name that the server set, or null.</summary>
    public static SiteCookie? Find(string name)
    {
        var bare = name.StartsWith("__Host-", StringComparison.Ordinal) ? name["__Host-".Length..] : name;
        return All.FirstOrDefault(cookie => cookie.Name.EndsWith('*') ? bare.StartsWith(cookie.Name[..^1], StringComparison.Ordinal) : bare == cookie.Name);
    }
}
