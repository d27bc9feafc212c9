using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Mails;

/// <summary>What one may do with mails.</summary>
public static class MailRights
{
    public const string Read = "mails.read", Accounts = "mails.accounts", Write = "mails.write";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Read, /*text*/ "Mails sehen und erneut senden", CallRole.Lead),
        new(Accounts, /*text*/ "Mails zu Konten suchen, ohne ihren Text", CallRole.Lead),
        new(Write, /*text*/ "Mailtexte ändern", CallRole.Lead),
    ];
}
