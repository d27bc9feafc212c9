using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>A line of text, or with <see cref="Rows"/> a text area with a count of what is left.</summary>
[HtmlTargetElement("kern-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextTagHelper(IStringLocalizer<Text> texts) : FieldTagHelper(texts)
{
    /// <summary>text, email, password, number, date, tel, url or search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Lines of a text area; 0 is a single line.</summary>
    public int Rows { get; set; }

    /// <summary>The longest text in characters; taken from the property's own length rule where absent.</summary>
    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    /// <summary>The longest text in words, for a text area; shown instead of the count of characters.</summary>
    [HtmlAttributeName("max-words")]
    public int? MaxWords { get; set; }

    /// <summary>What the browser may fill in.</summary>
    [HtmlAttributeName("autocomplete")]
    public string? AutoComplete { get; set; }

    /// <summary>The keyboard on phones.</summary>
    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    /// <summary>A unit behind the field, such as "Euro".</summary>
    public string? Suffix { get; set; }

    /// <summary>Shown, but not to be changed.</summary>
    [HtmlAttributeName("readonly")]
    public bool ReadOnly { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        var limit = MaxLength ?? LimitOf(For?.Metadata.ValidatorMetadata);
        var counter = Rows == 0 ? null : MaxWords is { } words ? WordsOf(field, words) : limit is { } most ? CounterOf(field, most) : null;
        var suffixId = string.IsNullOrEmpty(Suffix) ? null : $"{field.Id}-suffix";

        var input = (Rows > 0 ? Area(field) : Line(field, limit))
            .Set("class", "kern-form-input__input" + (field.Invalid ? " kern-form-input__input--error" : ""))
            .Set("id", field.Id)
            .Set("name", field.Name)
            .Set("autocomplete", AutoComplete)
            .Set("aria-describedby", DescribedBy(field, suffixId ?? (counter is null ? null : $"{field.Id}-count")))
            .SetIf(field.Invalid, "aria-invalid", "true")
            .SetIf(Required, "aria-required", "true")
            .SetIf(ReadOnly, "readonly", "readonly");

        Wrap(output, "div", "kern-form-input" + (field.Invalid ? " kern-form-input--error" : ""));
        output.Content.Fill(
            LabelFor("label", field), HintOf(field), suffixId is null ? input : WithSuffix(input, suffixId), counter, ErrorOf(field));
    }

    private TagBuilder Line(Field field, int? limit) => Markup.Element("input").Void()
        // A number control throws away "25.000" and sends "1.5" to a server that reads German: a text with the number keyboard instead.
        .Set("type", Type == "number" ? "text" : Type)
        .Set("inputmode", InputMode ?? (Type == "number" ? "numeric" : null))
        .Set("maxlength", limit?.ToString(CultureInfo.InvariantCulture))
        .Set("value", Type == "password" ? null : field.Value);

    // No maxlength here: a pasted text must not be cut off unseen. The counter says how much is too much.
    // The leading line break is the one that HTML drops after the start tag.
    private TagBuilder Area(Field field) => Markup.Element("textarea")
        .Set("rows", Rows.ToString(CultureInfo.InvariantCulture))
        .Set("inputmode", InputMode)
        .With(new HtmlString("\n")).With(field.Value);

    private TagBuilder WithSuffix(TagBuilder input, string id) => Markup.Element("div", "kern-input-group").With(
        input, Markup.Element("span", "kern-input-group-text").Set("id", id).With(Suffix));

    private TagBuilder CounterOf(Field field, int limit) => Markup.Element("p", "kern-body field-counter")
        .Set("id", $"{field.Id}-count")
        .Set("data-counter", field.Id)
        .Set("data-max", limit.ToString(CultureInfo.InvariantCulture))
        .Set("data-left", T["Noch {0} Zeichen"])
        .Set("data-over", T["{0} Zeichen zu viel"])
        .With(string.Format(CultureInfo.CurrentCulture, T["Höchstens {0} Zeichen"].Value, limit.ToString("N0", CultureInfo.CurrentCulture)));

    private TagBuilder WordsOf(Field field, int limit) => Markup.Element("p", "kern-body field-counter")
        .Set("id", $"{field.Id}-count")
        .Set("data-counter", field.Id)
        .Set("data-unit", "words")
        .Set("data-max", limit.ToString(CultureInfo.InvariantCulture))
        .Set("data-left", T["Noch {0} Wörter"])
        .Set("data-over", T["{0} Wörter zu viel"])
        .With(string.Format(CultureInfo.CurrentCulture, T["Höchstens {0} Wörter"].Value, limit.ToString("N0", CultureInfo.CurrentCulture)));

    private static int? LimitOf(IEnumerable<object>? rules) => rules?.Select(rule => rule switch
    {
        StringLengthAttribute length => length.MaximumLength,
        MaxLengthAttribute length when length.Length > 0 => length.Length,
        _ => (int?)null,
    }).FirstOrDefault(limit => limit is not null);
}
