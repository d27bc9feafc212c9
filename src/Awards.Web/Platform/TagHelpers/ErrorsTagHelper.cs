using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The summary of what is wrong, each item a link to its field. Shows nothing when all is well.</summary>
[HtmlTargetElement("kern-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>Messages by field name that are not in the model state (the <c>error</c> of a questionnaire's fields).</summary>
    public IEnumerable<KeyValuePair<string, string>>? Errors { get; set; }

    /// <summary>Filled by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string unreadable = texts["Diese Angabe konnte nicht gelesen werden."];
        var messages = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => KeyValuePair.Create(entry.Key, Field.MessageOf(error, unreadable))))
            .Concat(Errors ?? [])
            .Distinct()
            .ToArray();
        if (messages.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-alert kern-alert--danger");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        var list = Markup.Element("ul", "kern-list kern-list--bullet error-links");
        foreach (var (name, message) in messages)
            list.With(Markup.Element("li").With(name.Length == 0
                ? Markup.Element("span", "kern-body").With(message)
                : Markup.Element("a", "kern-link kern-link--no-visited-state").Set("href", $"#{Field.IdOf(name)}").With(message)));
        output.Content
            .AppendHtml(Markup.Element("div", "kern-alert__header").With(
                Markup.Icon("danger"),
                Markup.Element("h2", "kern-title").With(texts["Bitte prüfen Sie Ihre Angaben"])))
            .AppendHtml(Markup.Element("div", "kern-alert__body").With(list));
    }
}
