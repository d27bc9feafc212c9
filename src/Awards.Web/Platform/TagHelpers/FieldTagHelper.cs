using System.Text.Encodings.Web;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The attributes that every form field shares. Give either <c>for</c> or <c>name</c>.</summary>
public abstract class FieldTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>The property that the field edits.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    /// <summary>The posted name, where there is no property (questionnaires).</summary>
    public string? Name { get; set; }

    /// <summary>The stored value, with <see cref="Name"/>.</summary>
    public string? Value { get; set; }

    /// <summary>The stored values of a choice of several, with <see cref="Name"/>.</summary>
    public IEnumerable<string>? Values { get; set; }

    /// <summary>A message that replaces those of the model state.</summary>
    public string? Error { get; set; }

    /// <summary>The question. Without it the display name of <see cref="For"/> is shown.</summary>
    public string? Label { get; set; }

    /// <summary>A sentence of help below the label.</summary>
    public string? Hint { get; set; }

    /// <summary>Shows "(freiwillig)".</summary>
    public bool Optional { get; set; }

    /// <summary>Tells assistive technology; shows nothing, and never stops a draft from being saved.</summary>
    public bool Required { get; set; }

    /// <summary>Filled by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The interface texts.</summary>
    protected IStringLocalizer<Text> T { get; } = texts;

    private protected Field Read()
    {
        var field = Field.Of(
            ViewContext, For, Name, Values ?? (Value is null ? [] : [Value]), Error, T["Diese Angabe konnte nicht gelesen werden."]);
        FieldRegister.Of(ViewContext.HttpContext).Add(field);
        return field;
    }

    private protected TagBuilder LabelFor(string element, Field field)
    {
        var label = Markup.Element(element, "kern-label").With(Label ?? For?.Metadata.GetDisplayName());
        if (element == "label")
            label.Set("for", field.Id);
        if (Optional)
            label.With(" ").With(Markup.Element("span", "kern-label__optional").With(T["(freiwillig)"]));
        return label;
    }

    private protected TagBuilder? HintOf(Field field) => string.IsNullOrWhiteSpace(Hint)
        ? null
        : Markup.Element("div", "kern-hint").Set("id", $"{field.Id}-hint").With(Hint);

    private protected TagBuilder? ErrorOf(Field field) => !field.Invalid
        ? null
        : Markup.Element("p", "kern-error").Set("id", $"{field.Id}-error").With(
            Markup.Icon("danger"),
            Markup.Element("span", "kern-body").With(
                Markup.Element("span", "kern-sr-only").With(T["Fehler:"] + " ")).With(string.Join(" ", field.Errors)));

    private protected string? DescribedBy(Field field, string? more = null)
    {
        var ids = string.Join(' ', new[]
        {
            string.IsNullOrWhiteSpace(Hint) ? null : $"{field.Id}-hint",
            field.Invalid ? $"{field.Id}-error" : null,
            more,
        }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    private protected static void Wrap(TagHelperOutput output, string element, string css)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var name in css.Split(' '))
            output.AddClass(name, HtmlEncoder.Default);
    }
}
