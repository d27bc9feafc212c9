using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>Rows that are answered on one scale: a table of radio buttons, on phones a list. Each row posts "name[row]".</summary>
[HtmlTargetElement("kern-matrix", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MatrixTagHelper(IStringLocalizer<Text> texts) : FieldTagHelper(texts)
{
    /// <summary>The rows in the order shown.</summary>
    public IReadOnlyList<Choice> Rows { get; set; } = [];

    /// <summary>The scale from left to right; its last one takes an answer back.</summary>
    public IReadOnlyList<Choice> Scale { get; set; } = [];

    /// <summary>What is chosen, by row.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; set; } = new Dictionary<string, string>();

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        Wrap(output, "fieldset", "kern-fieldset matrix" + (field.Invalid ? " kern-fieldset--error" : ""));
        if (DescribedBy(field) is { } describedBy) output.Attributes.SetAttribute("aria-describedby", describedBy);

        var head = Markup.Element("tr").With(Markup.Element("td").Set("class", "kern-table__cell"));
        for (var at = 0; at < Scale.Count; at++)
            head.With(Markup.Element("th", "kern-table__header").Set("scope", "col").Set("id", $"{field.Id}-scale-{at}").With(Scale[at].Label));
        var body = Markup.Element("tbody", "kern-table__body");
        for (var at = 0; at < Rows.Count; at++) body.With(Row(field, Rows[at], at));
        var table = Markup.Element("table", "kern-table table-stack").With(Markup.Element("thead", "kern-table__head").With(head), body);
        output.Content.Fill(LabelFor("legend", field), HintOf(field), ErrorOf(field), Markup.Element("div", "kern-table-responsive").With(table));
    }

    // The first button has the field's own id, so that a link in the error summary lands on it.
    private TagBuilder Row(Field field, Choice row, int number)
    {
        var line = Markup.Element("tr", "kern-table__row").With(
            Markup.Element("th", "kern-table__header").Set("scope", "row").Set("id", $"{field.Id}-row-{number}").With(row.Label));
        var chosen = Chosen.GetValueOrDefault(row.Value);
        for (var at = 0; at < Scale.Count; at++)
        {
            var input = Markup.Element("input", "kern-form-check__radio" + (field.Invalid ? " kern-form-check__radio--error" : "")).Void()
                .Set("type", "radio")
                .Set("id", number + at == 0 ? field.Id : $"{field.Id}-{number}-{at}")
                .Set("name", $"{field.Name}[{row.Value}]")
                .Set("value", Scale[at].Value)
                .Set("aria-labelledby", $"{field.Id}-row-{number} {field.Id}-scale-{at}")
                .SetIf(chosen == Scale[at].Value, "checked", "checked");
            line.With(Markup.Element("td", "kern-table__cell").Set("data-label", Scale[at].Label).With(Markup.Element("div", "kern-form-check").With(input)));
        }
        return line;
    }
}
