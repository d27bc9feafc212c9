using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Mails;

/// <summary>Addresses of the mails of a call and of their texts.</summary>
public static class MailLinks
{
    public static string Mails(string call) => $"/institut/{call}/mails";

    public static string Mails(string call, MailFilter filter) => QueryHelpers.AddQueryString(Mails(call), filter.ToQuery());

    public static string Mail(string call, Guid id) => $"/institut/{call}/mails/{id}";

    /// <summary>Mails of no call, seen from a call.</summary>
    public static string AccountMails(string call) => $"/institut/{call}/kontomails";

    public static string AccountMails(string call, MailFilter filter) => QueryHelpers.AddQueryString(AccountMails(call), filter.ToQuery());

    public static string Templates(string call) => $"/institut/{call}/mailtexte";

    public static string Template(string call, string kind, string language) => $"/institut/{call}/mailtexte/{kind}/{language}";
}
