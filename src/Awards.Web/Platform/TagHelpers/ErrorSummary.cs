using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>
/// The summary, built when the page is written and not when its tag is met: it stands above the fields,
/// but only after them their order and their own messages are known.
/// </summary>
internal sealed class ErrorSummary(ModelStateDictionary state, FieldRegister register, string title, string unreadable) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var messages = Messages();
        if (messages.Count == 0)
            return;
        var list = Markup.Element("ul", "kern-list kern-list--bullet error-links");
        foreach (var (name, message) in messages)
            list.With(Markup.Element("li").With(name.Length == 0
                ? Markup.Element("span", "kern-body").With(message)
                : Markup.Element("a", "kern-link kern-link--no-visited-state").Set("href", $"#{Field.IdOf(name)}").With(message)));
        Markup.Element("div", "kern-alert kern-alert--danger")
            .Set("role", "alert").Set("tabindex", "-1").Set("data-errors", "")
            .With(
                Markup.Element("div", "kern-alert__header").With(
                    Markup.Icon("danger"), Markup.Element("h2", "kern-title").With(title)),
                Markup.Element("div", "kern-alert__body").With(list))
            .WriteTo(writer, encoder);
    }

    // First what concerns the whole form, then the fields as they stand on the page, then what no field shows.
    private List<(string Name, string Message)> Messages()
    {
        var stated = state
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Name: entry.Key, Message: Field.MessageOf(error, unreadable))))
            .ToArray();
        var shown = register.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. stated.Where(e => e.Name.Length == 0)
                .Concat(register.Fields.SelectMany(field => field.Errors.Select(message => (field.Name, message))))
                .Concat(stated.Where(e => e.Name.Length > 0 && !shown.Contains(e.Name)).Select(e => ("", e.Message)))
                .Distinct(),
        ];
    }
}
