using Awards.Domain.Applications;

namespace Awards.Web.Stages.Intake;

/// <summary>German words of the intake, the keys of their translation.</summary>
public static class IntakeWords
{
    public static string Of(ApplicationState state) => state switch
    {
        ApplicationState.Draft => "Entwurf",
        ApplicationState.Submitted => "eingereicht",
        ApplicationState.Withdrawn => "zurückgezogen",
        ApplicationState.Excluded => "ausgeschlossen",
        ApplicationState.Admitted => "zugelassen",
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
        Channel.Web => "über diese Plattform",
        Channel.Email => "per E-Mail",
        Channel.Post => "per Post",
        Channel.Import => "aus einer Datei",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
