using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A form that saves by itself (true), or that only warns before unsaved text is left (false).</summary>
[HtmlTargetElement("form", Attributes = "save-by-itself")]
public sealed class FormSaveTagHelper : TagHelper
{
    /// <summary>Switches the automatic saving on.</summary>
    public bool SaveByItself { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(SaveByItself ? "data-autosave" : "data-guard", "");
        // What the device keeps of an unsaved text is offered to the same person only.
        if (SaveByItself && View.HttpContext.User.PersonId() is { } person) output.Attributes.SetAttribute("data-backup", person.ToString("N")[^12..]);
    }
}
