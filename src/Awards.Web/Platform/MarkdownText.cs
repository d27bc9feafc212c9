using Markdig;
using Microsoft.AspNetCore.Html;

namespace Awards.Web.Platform;

/// <summary>Texts in Markdown, shown harmlessly: no raw HTML, no pictures from elsewhere, links to web and mail addresses only, headings below those of the page.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <summary>The text as HTML.</summary>
    /// <param name="below">Level of the heading above: a "#" becomes the next one.</param>
    public static IHtmlContent Html(string text, int below = 1)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.HeadingBlock>(document)) heading.Level = Math.Min(6, heading.Level + below);
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(document))
        {
            link.IsImage = false;
            if (!IsHarmless(link.GetDynamicUrl?.Invoke() ?? link.Url)) link.Url = "#";
        }
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.AutolinkInline>(document))
            if (!link.IsEmail && !IsHarmless(link.Url)) link.Url = "#";
        return new HtmlString(Markdown.ToHtml(document, Pipeline));
    }

    private static bool IsHarmless(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Scheme is "https" or "http" or "mailto" : url is ['/', not '/' and not '\\', ..] or "/" or ['#', ..];
}
