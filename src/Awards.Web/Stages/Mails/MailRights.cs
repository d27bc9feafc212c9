using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Mails;

/// <summary>What one may do with mails.</summary>
public static class MailRights
{
    public const string Read = "mails.read", Write = "mails.write";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Read, /*text*/ "Mails sehen und erneut senden", CallRole.Lead),
        new(Write, /*text*/ "Mailtexte ändern", CallRole.Lead),
    ];
}
