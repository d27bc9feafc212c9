using Awards.Domain.Applications;
using Awards.Domain.Intake;

namespace Awards.Web.Stages.Intake;

/// <summary>German words of the intake, the keys of their translation.</summary>
public static class IntakeWords
{
    public static string Of(ApplicationState state) => state switch
    {
        ApplicationState.Draft => /*text*/ "Entwurf",
        ApplicationState.Submitted => /*text*/ "eingereicht",
        ApplicationState.Withdrawn => /*text*/ "zurückgezogen",
        ApplicationState.Excluded => /*text*/ "ausgeschlossen",
        ApplicationState.Admitted => /*text*/ "zugelassen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(ApplicationState state) => state switch
    {
        ApplicationState.Submitted => "warning",
        ApplicationState.Admitted => "success",
        ApplicationState.Excluded => "danger",
        _ => "info",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => /*text*/ "über diese Plattform",
        Channel.Email => /*text*/ "per E-Mail",
        Channel.Post => /*text*/ "per Post",
        Channel.Import => /*text*/ "aus einer Datei",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static string Of(IntakeResult result) => result switch
    {
        IntakeResult.Admitted => /*text*/ "zugelassen",
        IntakeResult.Excluded => /*text*/ "ausgeschlossen",
        IntakeResult.TakenBack => /*text*/ "Ausschluss zurückgenommen",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    public static string Of(CheckState state) => state switch
    {
        CheckState.Open => /*text*/ "offen",
        CheckState.Ok => /*text*/ "in Ordnung",
        CheckState.Fault => /*text*/ "Fehler",
        CheckState.Accepted => /*text*/ "Verstoß hingenommen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(KeyedState state) => state switch
    {
        KeyedState.Keying => /*text*/ "wird erfasst",
        KeyedState.Open => /*text*/ "noch gegenzuprüfen",
        KeyedState.Checked => /*text*/ "gegengeprüft",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(CheckState state) => state switch
    {
        CheckState.Ok => "success",
        CheckState.Fault => "danger",
        CheckState.Accepted => "info",
        _ => "warning",
    };

    public static string Of(BulkAction action) => action switch
    {
        BulkAction.Admit => /*text*/ "Zulassen",
        BulkAction.Exclude => /*text*/ "Ausschließen",
        BulkAction.AskForPiece => /*text*/ "Unterlagen nachfordern",
        BulkAction.CheckOk => /*text*/ "Einen Prüfpunkt abhaken",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>Tone and word of a request.</summary>
    public static (string Kind, string Word) Of(MissingPieceRequest piece, DateTime now) => piece switch
    {
        { ClosedAt: not null } => ("success", /*text*/ "erledigt"),
        { AnsweredAt: not null } => ("info", /*text*/ "beantwortet"),
        _ => piece.IsOverdue(now) ? ("danger", /*text*/ "überfällig") : ("warning", /*text*/ "wartet auf Antwort"),
    };

    /// <summary>What two applications have in common.</summary>
    public static IEnumerable<string> Of(TwinSigns signs)
    {
        if (signs.HasFlag(TwinSigns.Municipality)) yield return /*text*/ "gleiche Kommune";
        if (signs.HasFlag(TwinSigns.Mail)) yield return /*text*/ "gleiche Mailadresse";
        if (signs.HasFlag(TwinSigns.Title)) yield return /*text*/ "ähnlicher Titel";
    }

    public static string Tone(KeyedState state) => state switch { KeyedState.Checked => "success", KeyedState.Open => "warning", _ => "info" };

    /// <summary>Where the type of an entry was taken from; what is not one of ours is shown as it stands.</summary>
    public static string OfSource(string source) => source switch
    {
        Admission.FromApplicant => /*text*/ "Angabe der Bewerbung",
        Admission.SetByOffice => /*text*/ "Festlegung der Geschäftsstelle",
        Admission.FromRegister => /*text*/ "Register",
        Admission.ByRule => /*text*/ "Regel des Wettbewerbs",
        _ => source,
    };
}
