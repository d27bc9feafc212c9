using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Municipalities;

/// <summary>What one may do with the register of municipalities, which all calls share.</summary>
public static class MunicipalityRights
{
    public const string Read = "municipalities.read", Write = "municipalities.write";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Read, /*text*/ "Kommunen suchen und ansehen", CallRole.Lead, CallRole.Editor, CallRole.Finance),
        new(Write, /*text*/ "Gemeindeverzeichnis einlesen, Kommunen hinzufügen und ihren Typ festlegen", CallRole.Lead),
    ];
}
