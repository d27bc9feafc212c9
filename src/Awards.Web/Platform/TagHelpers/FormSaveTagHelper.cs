using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A form that saves by itself (true), or that only warns before unsaved text is left (false).</summary>
[HtmlTargetElement("form", Attributes = "save-by-itself")]
public sealed class FormSaveTagHelper : TagHelper
{
    /// <summary>Switches the automatic saving on.</summary>
    public bool SaveByItself { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(SaveByItself ? "data-autosave" : "data-guard", "");
}
