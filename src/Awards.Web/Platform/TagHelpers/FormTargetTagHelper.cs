using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>
/// A form that names no address is sent to the page's own. Browsers take the one they stand on, and after a button with an action of its own
/// (preview, count) that is this action: the next button would do the same again.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTargetTagHelper : TagHelper
{
    private const string Handler = "handler";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>After the framework, which may have set one.</summary>
    public override int Order => 1000;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        if (output.Attributes.ContainsName("action") || !request.Query.ContainsKey(Handler)) return;
        var rest = request.Query.Where(each => !string.Equals(each.Key, Handler, StringComparison.OrdinalIgnoreCase));
        output.Attributes.SetAttribute("action", QueryHelpers.AddQueryString(request.PathBase + request.Path, rest));
    }
}
