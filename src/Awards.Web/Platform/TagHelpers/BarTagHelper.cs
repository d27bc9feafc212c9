using System.Globalization;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>Progress or a budget as a bar, with the figures in words beside it.</summary>
[HtmlTargetElement("kern-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>How much is done or spent; may exceed <see cref="Max"/>, which is then said.</summary>
    public decimal Value { get; set; }

    /// <summary>The whole.</summary>
    public decimal Max { get; set; }

    /// <summary>What is measured.</summary>
    public string Label { get; set; } = "";

    /// <summary>The unit of the figures, such as "Euro".</summary>
    public string? Unit { get; set; }

    /// <summary>Words that replace "60 von 142".</summary>
    public string? Text { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var over = Value - Max;
        var words = Text ?? string.Format(CultureInfo.CurrentCulture, texts["{0} von {1}"].Value, Figure(Value), WithUnit(Max));
        // A whole of nothing would make an invalid bar; nothing of nothing is an empty one.
        var whole = Max > 0 ? Max : 1;
        var bar = Markup.Element("progress")
            .Set("value", Math.Clamp(Value, 0, whole).ToString(CultureInfo.InvariantCulture))
            .Set("max", whole.ToString(CultureInfo.InvariantCulture))
            .Set("aria-label", Label)
            .Set("aria-valuetext", words)
            .With(words);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", over > 0 ? "kern-progress bar bar-over" : "kern-progress bar");
        output.Content
            .AppendHtml(Markup.Element("p", "bar-words").With(
                Markup.Element("span", "kern-label").With(Label),
                Markup.Element("span", "kern-body").With(words)))
            .AppendHtml(bar);
        if (over > 0)
            output.Content.AppendHtml(Markup.Element("p", "kern-error").With(
                Markup.Icon("danger"),
                Markup.Element("span", "kern-body").With(
                    string.Format(CultureInfo.CurrentCulture, texts["{0} mehr als vorhanden"].Value, WithUnit(over)))));
    }

    private static string Figure(decimal value) => value.ToString(decimal.IsInteger(value) ? "N0" : "N2", CultureInfo.CurrentCulture);

    private string WithUnit(decimal value) => Unit is null ? Figure(value) : $"{Figure(value)} {Unit}";
}
