using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The short pages of a long form, one <c>kern-task</c> each.</summary>
[HtmlTargetElement("kern-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-task-list__list");
    }
}
