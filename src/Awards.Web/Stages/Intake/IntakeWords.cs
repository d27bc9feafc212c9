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

    public static string Of(KeyedState state) => state switch
    {
        KeyedState.Keying => /*text*/ "wird erfasst",
        KeyedState.Open => /*text*/ "noch gegenzuprüfen",
        KeyedState.Checked => /*text*/ "gegengeprüft",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(KeyedState state) => state switch { KeyedState.Checked => "success", KeyedState.Open => "warning", _ => "info" };

    public static string Of(IntakeResult result) => result == IntakeResult.Admitted ? /*text*/ "zugelassen" : /*text*/ "ausgeschlossen";

    /// <summary>Where the type of an entry was taken from; what is not one of ours is shown as it stands.</summary>
    public static string OfSource(string source) => source switch
    {
        Admission.FromApplicant => /*text*/ "Angabe der Bewerbung",
        Admission.SetByOffice => /*text*/ "Festlegung der Geschäftsstelle",
        _ => source,
    };
}
