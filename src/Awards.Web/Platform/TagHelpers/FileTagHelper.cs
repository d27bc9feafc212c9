using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A file to upload. Its form needs enctype="multipart/form-data" and its page the upload limits.</summary>
[HtmlTargetElement("kern-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(IStringLocalizer<Text> texts) : FieldTagHelper(texts)
{
    /// <summary>Endings that the browser offers first; no check.</summary>
    public string? Accept { get; set; }

    /// <summary>Id of the form that sends it, where the field stands inside another one.</summary>
    [HtmlAttributeName("form")]
    public string? Form { get; set; }

    /// <summary>Several files at once.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        var input = Markup.Element("input", "kern-form-input__input" + (field.Invalid ? " kern-form-input__input--error" : "")).Void()
            .Set("type", "file")
            .Set("id", field.Id)
            .Set("name", field.Name)
            .Set("accept", Accept)
            .Set("form", Form)
            .SetIf(Multiple, "multiple", "multiple")
            .Set("aria-describedby", DescribedBy(field))
            .SetIf(field.Invalid, "aria-invalid", "true")
            .SetIf(Required, "aria-required", "true");
        Wrap(output, "div", "kern-form-input" + (field.Invalid ? " kern-form-input--error" : ""));
        output.Content.Fill(LabelFor("label", field), HintOf(field), input, ErrorOf(field));
    }
}
