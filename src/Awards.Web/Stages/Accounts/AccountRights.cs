using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Accounts;

/// <summary>What one may do with persons and rights.</summary>
public static class AccountRights
{
    public const string Persons = "accounts.persons", Rights = "accounts.rights", Specimen = "accounts.specimen";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Persons, /*text*/ "Personen einladen, Rollen vergeben und entziehen", CallRole.Lead),
        new(Rights, /*text*/ "Sehen, wer was darf", CallRole.Lead, CallRole.Editor, CallRole.Finance),
        new(Specimen, /*text*/ "Seiten als Muster einer anderen Rolle ansehen", CallRole.Lead),
    ];
}
