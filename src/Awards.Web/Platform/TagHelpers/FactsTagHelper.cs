using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A list of labels and values, one <c>kern-fact</c> each.</summary>
[HtmlTargetElement("kern-facts")]
public sealed class FactsTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-description-list");
    }
}
