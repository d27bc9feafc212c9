using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>One of several (radio, select) or several of several (checkbox). Nothing is chosen beforehand.</summary>
[HtmlTargetElement("kern-choice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceTagHelper(IStringLocalizer<Text> texts) : FieldTagHelper(texts)
{
    /// <summary>radio, checkbox or select.</summary>
    public string Kind { get; set; } = "radio";

    /// <summary>The options in the order shown.</summary>
    public IReadOnlyList<Choice> Options { get; set; } = [];

    /// <summary>What a select says while nothing is chosen; usually "Bitte auswählen", in filters "alle".</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        if (Kind == "select")
            Select(output, field);
        else if (Kind is "radio" or "checkbox")
            Boxes(output, field);
        else
            throw new InvalidOperationException($"Unknown kind of choice '{Kind}': radio, checkbox or select.");
    }

    private void Select(TagHelperOutput output, Field field)
    {
        var select = Markup.Element("select", "kern-form-input__select" + (field.Invalid ? " kern-form-input__select--error" : ""))
            .Set("id", field.Id)
            .Set("name", field.Name)
            .Set("aria-describedby", DescribedBy(field))
            .SetIf(field.Invalid, "aria-invalid", "true")
            .SetIf(Required, "aria-required", "true")
            .With(Markup.Element("option").Set("value", "").With(Empty ?? T["Bitte auswählen"]));
        foreach (var option in Options)
            select.With(Markup.Element("option")
                .Set("value", option.Value)
                .SetIf(option.Value == field.Value, "selected", "selected")
                .With(option.Hint is null ? option.Label : $"{option.Label} ({option.Hint})"));

        Wrap(output, "div", "kern-form-input" + (field.Invalid ? " kern-form-input--error" : ""));
        output.Content.Fill(
            LabelFor("label", field),
            HintOf(field),
            Markup.Element("div", "kern-form-input__select-wrapper").With(select),
            ErrorOf(field));
    }

    private void Boxes(TagHelperOutput output, Field field)
    {
        Wrap(output, "fieldset", "kern-fieldset" + (field.Invalid ? " kern-fieldset--error" : ""));
        if (DescribedBy(field) is { } describedBy)
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        if (Kind == "radio")
        {
            // Only a radio group as a whole can be invalid or required; checkboxes say it one by one.
            output.Attributes.SetAttribute("role", "radiogroup");
            if (field.Invalid)
                output.Attributes.SetAttribute("aria-invalid", "true");
            if (Required)
                output.Attributes.SetAttribute("aria-required", "true");
        }

        var body = Markup.Element("div", "kern-fieldset__body");
        for (var i = 0; i < Options.Count; i++)
            body.With(Box(field, Options[i], i == 0 ? field.Id : $"{field.Id}-{i + 1}"));
        output.Content.Fill(LabelFor("legend", field), HintOf(field), body, ErrorOf(field));
    }

    // The first box has the field's own id, so that a link in the error summary lands on it.
    private TagBuilder Box(Field field, Choice option, string id)
    {
        var css = $"kern-form-check__{Kind}";
        var input = Markup.Element("input", field.Invalid ? $"{css} {css}--error" : css).Void()
            .Set("type", Kind)
            .Set("id", id)
            .Set("name", field.Name)
            .Set("value", option.Value)
            .Set("aria-describedby", option.Hint is null ? null : $"{id}-note")
            .SetIf(field.Invalid && Kind == "checkbox", "aria-invalid", "true")
            .SetIf(field.Values.Contains(option.Value), "checked", "checked");
        return Markup.Element("div", "kern-form-check").With(
            input,
            Markup.Element("label", "kern-label").Set("for", id).With(option.Label),
            option.Hint is null ? null : Markup.Element("div", "kern-body choice-note").Set("id", $"{id}-note").With(option.Hint));
    }
}
