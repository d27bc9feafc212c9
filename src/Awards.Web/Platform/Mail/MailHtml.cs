using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Awards.Web.Platform.Mail;

/// <summary>The HTML part of a mail, made from its plain text: everything is encoded, so that nothing in a text or a name can become markup.</summary>
public static partial class MailHtml
{
    /// <summary>Paragraphs by blank lines; a line that is nothing but a web address becomes a link.</summary>
    public static string Of(OutgoingMail mail)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\r\n<html lang=\"{(mail.Language == "en" ? "en" : "de")}\">\r\n<head><meta charset=\"utf-8\"><title>{Encode(mail.Subject)}</title></head>\r\n<body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\">\r\n");
        foreach (var paragraph in BlankLines().Split(WithFooter(mail).ReplaceLineEndings("\n").Trim('\n')))
            html.Append("<p>").AppendJoin("<br>\r\n", paragraph.Split('\n').Select(Line)).Append("</p>\r\n");
        return html.Append("</body>\r\n</html>\r\n").ToString();
    }

    /// <summary>The plain text; a mailing says at its end how to unsubscribe.</summary>
    public static string WithFooter(OutgoingMail mail) => mail.Unsubscribe is null ? mail.Body
        : $"{mail.Body.TrimEnd()}\n\n-- \n{(mail.Language == "en" ? "If you do not want to receive such messages any more, unsubscribe here:" : "Wenn Sie solche Mitteilungen nicht mehr erhalten möchten, bestellen Sie sie hier ab:")}\n{mail.Unsubscribe}\n";

    private static string Line(string line) => Address().IsMatch(line) ? $"<a href=\"{Encode(line.Trim())}\">{Encode(line.Trim())}</a>" : Encode(line);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex("""^\s*https?://[^\s"<>]+\s*$""")]
    private static partial Regex Address();
}
