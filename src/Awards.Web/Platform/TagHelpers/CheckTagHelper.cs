using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A single box to tick; posts "true" or nothing.</summary>
[HtmlTargetElement("kern-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper(IStringLocalizer<Text> texts) : FieldTagHelper(texts)
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        var css = "kern-form-check__checkbox";
        var input = Markup.Element("input", field.Invalid ? $"{css} {css}--error" : css).Void()
            .Set("type", "checkbox")
            .Set("id", field.Id)
            .Set("name", field.Name)
            .Set("value", "true")
            .Set("aria-describedby", DescribedBy(field))
            .SetIf(field.Invalid, "aria-invalid", "true")
            .SetIf(Required, "aria-required", "true")
            .SetIf(field.Values.Contains("true", StringComparer.OrdinalIgnoreCase), "checked", "checked");

        Wrap(output, "div", "kern-form-check" + (field.Invalid ? " kern-form-check--error" : ""));
        output.Content.Fill(
            input, LabelFor("label", field), HintOf(field)?.Set("class", "kern-body choice-note"), ErrorOf(field));
    }
}
