using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Setup;

/// <summary>Who may set calls up.</summary>
public static class SetupRights
{
    public const string Edit = "setup.edit";
    public const string Create = "setup.create";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Edit, /*text*/ "Wettbewerb einrichten: Texte, Kalender, Gruppen, Fragebogen; Fristen verlängern", CallRole.Lead),
        new(Create, /*text*/ "Neue Wettbewerbe anlegen, auch als Kopie", CallRole.Lead),
    ];
}
