using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A label and its value. No value is said in words instead of left blank.</summary>
[HtmlTargetElement("kern-fact")]
public sealed class FactTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>What the value is.</summary>
    public string Label { get; set; } = "";

    /// <summary>The words where there is no value; "keine Angabe" by default.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        IHtmlContent value = content.IsEmptyOrWhiteSpace
            ? Markup.Element("span", "kern-body--muted").With(Empty ?? texts["keine Angabe"])
            : content;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-description-list-item");
        output.Content
            .AppendHtml(Markup.Element("dt", "kern-description-list-item__key").With(Label))
            .AppendHtml(Markup.Element("dd", "kern-description-list-item__value").With(value));
    }
}
