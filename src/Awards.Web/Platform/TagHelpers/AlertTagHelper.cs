using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A message to the reader, with an icon and a spoken word for its tone.</summary>
[HtmlTargetElement("kern-alert")]
public sealed class AlertTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>info, success, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>The message in one line.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = FeedbackKind.Check(Kind);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"kern-alert kern-alert--{kind}");
        var word = Markup.Element("span", "kern-sr-only").With(WordOf(kind) + " ");
        var header = Markup.Element("div", "kern-alert__header").With(Markup.Icon(kind));
        output.Content.SetHtmlContent(Title is null
            ? header.With(Markup.Element("div", "kern-body alert-text").With(word, content))
            : header.With(Markup.Element("p", "kern-title").With(word).With(Title)));
        if (Title is not null && !content.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Element("div", "kern-alert__body").With(Markup.Element("div", "kern-body").With(content)));
    }

    private string WordOf(string kind) => kind switch
    {
        "success" => texts["Erfolg:"],
        "warning" => texts["Achtung:"],
        "danger" => texts["Fehler:"],
        _ => texts["Hinweis:"],
    };
}
