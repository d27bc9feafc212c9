using System.Globalization;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>One page of a task list with its status in words. Without <see cref="Href"/> it cannot be opened yet.</summary>
[HtmlTargetElement("kern-task", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>The page.</summary>
    public string? Href { get; set; }

    /// <summary>Its topic.</summary>
    public string Title { get; set; } = "";

    /// <summary>open, progress or done.</summary>
    public string Status { get; set; } = "open";

    /// <summary>A quieter line: what belongs here, or what is missing.</summary>
    public string? Hint { get; set; }

    /// <summary>Filled by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, kind, icon) = Status switch
        {
            "open" => (texts["offen"], "info", "draft"),
            "progress" => (texts["in Arbeit"], "warning", "edit"),
            "done" => (texts["vollständig"], "success", "success"),
            _ => throw new InvalidOperationException($"Unknown status '{Status}': open, progress or done."),
        };
        var statusId = NextId();
        var title = Markup.Element("span").With(Title);
        var text = Markup.Element("div", "task-text").With(
            string.IsNullOrEmpty(Href)
                ? Markup.Element("p", "kern-body").Set("aria-describedby", statusId).With(title)
                : Markup.Element("a", "kern-link kern-link--no-visited-state kern-link--stretched")
                    .Set("href", Href).Set("aria-describedby", statusId).With(title),
            string.IsNullOrWhiteSpace(Hint) ? null : Markup.Element("p", "kern-body kern-body--small kern-body--muted").With(Hint));
        var badge = Markup.Element("span", $"kern-badge kern-badge--{kind} kern-badge--small").Set("id", statusId)
            .With(BadgeTagHelper.Inner(icon, new HtmlContentBuilder().Append(word)));

        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-task-list__item");
        output.Content
            .AppendHtml(Markup.Element("div", "kern-task-list__title").With(text))
            .AppendHtml(Markup.Element("div", "kern-task-list__status").With(badge));
    }

    // The compiler's unique id is the same for every turn of a loop, so the page counts for itself.
    private string NextId()
    {
        var number = ViewContext.ViewData["TaskCount"] is int count ? count + 1 : 1;
        ViewContext.ViewData["TaskCount"] = number;
        return string.Create(CultureInfo.InvariantCulture, $"task-status-{number}");
    }
}
