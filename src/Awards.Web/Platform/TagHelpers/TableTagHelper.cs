using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>
/// A table with its caption; the content is thead, tbody and tfoot. Too wide a table scrolls by itself, by touch and by keyboard;
/// with <see cref="Stack"/> each row becomes a list on phones, with the labels that the cells carry in <c>data-label</c>.
/// </summary>
[HtmlTargetElement("kern-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table shows.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Keeps the caption for screen readers only, where a heading says the same.</summary>
    public bool HideCaption { get; set; }

    /// <summary>Rows become lists on phones.</summary>
    public bool Stack { get; set; }

    /// <summary>Tighter rows for many figures.</summary>
    public bool Small { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-table-responsive");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Caption);
        var css = "kern-table" + (Small ? " kern-table--small" : "") + (Stack ? " table-stack" : "");
        output.Content.SetHtmlContent(Markup.Element("table", css).With(
            Markup.Element("caption", HideCaption ? "kern-sr-only" : "kern-title").With(Caption), content));
    }
}
