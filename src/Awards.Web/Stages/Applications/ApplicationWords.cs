using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>Words for where an application stands.</summary>
public static class ApplicationWords
{
    /// <summary>State in a word, with the tone of its badge. A draft whose deadline is over was not handed in.</summary>
    public static (string Kind, string Word) State(ApplicationState status, bool open, IStringLocalizer<Text> texts) => status switch
    {
        ApplicationState.Draft when open => ("warning", texts["Entwurf"]),
        ApplicationState.Draft => ("danger", texts["nicht eingereicht"]),
        ApplicationState.Submitted => ("success", texts["eingereicht"]),
        ApplicationState.Withdrawn => ("info", texts["zurückgezogen"]),
        ApplicationState.Excluded => ("danger", texts["ausgeschlossen"]),
        ApplicationState.Admitted => ("success", texts["zugelassen"]),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>"noch 12 Tage", "letzter Tag".</summary>
    public static string DaysLeft(DateTime deadline, DateTime now, IStringLocalizer<Text> texts) => GermanTime.DaysLeft(deadline, now) switch
    {
        <= 0 => texts["heute ist der letzte Tag"],
        1 => texts["noch 1 Tag"],
        var days => texts["noch {0} Tage", days],
    };
}
