using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A word with a tone, for states in lists.</summary>
[HtmlTargetElement("kern-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary>info, success, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = FeedbackKind.Check(Kind);
        var content = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"kern-badge kern-badge--{kind} kern-badge--small");
        output.Content.SetHtmlContent(Inner(kind, content));
    }

    internal static IHtmlContent Inner(string icon, IHtmlContent content) => new HtmlContentBuilder()
        .AppendHtml(Markup.Icon(icon))
        .AppendHtml(Markup.Element("span", "kern-label kern-label--small").With(content));
}
