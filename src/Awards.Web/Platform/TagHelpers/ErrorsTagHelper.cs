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
    /// <summary>Filled by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(new ErrorSummary(
            ViewContext.ViewData.ModelState,
            FieldRegister.Of(ViewContext.HttpContext),
            texts["Bitte prüfen Sie Ihre Angaben"],
            texts["Diese Angabe konnte nicht gelesen werden."]));
    }
}
