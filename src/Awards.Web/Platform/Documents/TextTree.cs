using System.Text;
using Awards.Documents;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Awards.Web.Platform.Documents;

/// <summary>Markdown as a tree of blocks that a template shows literally: no raw HTML, pictures as their words, links to web and mail addresses only.</summary>
public static class TextTree
{
    /// <summary>Blocks and pieces that lie deeper lose their form and keep their words.</summary>
    private const int MaxDepth = 8;

    private const int MaxColumns = 12;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <summary>The blocks of a text. A text that is nested beyond reason is taken as plain paragraphs.</summary>
    public static IReadOnlyList<TextBlock> Of(string markdown)
    {
        try
        {
            return Numbered([.. Blocks(Markdown.Parse(markdown, Pipeline), 0)]);
        }
        catch (ArgumentException)
        {
            // Markdig refuses more than 128 levels.
            return [.. markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Paragraph([Plain(part)]))];
        }
    }

    private static IEnumerable<TextBlock> Blocks(ContainerBlock container, int depth) => container.SelectMany(block => Block(block, depth));

    private static IEnumerable<TextBlock> Block(Block block, int depth) => block switch
    {
        HeadingBlock heading when Inlines(heading.Inline, 0) is { Count: > 0 } inlines => depth == 0
            ? [new TextBlock("heading") { Level = Math.Min(3, heading.Level), Inlines = inlines }]
            : [Paragraph([new("strong") { Inlines = inlines }])],
        ParagraphBlock paragraph when Inlines(paragraph.Inline, 0) is { Count: > 0 } inlines => [Paragraph(inlines)],
        ContainerBlock deep when depth >= MaxDepth => deep.Descendants<LeafBlock>().SelectMany(leaf => Block(leaf, depth)),
        ListBlock list => [new TextBlock("list") { Ordered = list.IsOrdered, Start = StartOf(list), Items = [.. list.OfType<ListItemBlock>().Select(item => (IReadOnlyList<TextBlock>)[.. Blocks(item, depth + 1)])] }],
        QuoteBlock quote when Blocks(quote, depth + 1).ToList() is { Count: > 0 } within => [new TextBlock("quote") { Items = [within] }],
        CodeBlock code => [new TextBlock("code") { Text = code.Lines.ToString().TrimEnd() }],
        ThematicBreakBlock => [new TextBlock("rule")],
        Table table => TableOf(table),
        _ => [],
    };

    private static IEnumerable<TextBlock> TableOf(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Cell).ToList()).ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        // A table that fits no page: its cells one below the other.
        if (columns is 0 or > MaxColumns) return rows.SelectMany(row => row).Where(cell => cell.Count > 0).Select(Paragraph);
        return [new TextBlock("table") { Rows = [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<TextInline>>)[.. row, .. Enumerable.Repeat<IReadOnlyList<TextInline>>([], columns - row.Count)])] }];
    }

    private static IReadOnlyList<TextInline> Cell(TableCell cell) => [.. cell.Descendants<ParagraphBlock>().SelectMany(paragraph => Inlines(paragraph.Inline, 0))];

    private static IReadOnlyList<TextInline> Inlines(ContainerInline? container, int depth) => container is null ? []
        : depth >= MaxDepth ? [Plain(Words(container))] : [.. container.SelectMany(inline => Inline(inline, depth))];

    private static IEnumerable<TextInline> Inline(Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal: return [Plain(literal.Content.ToString())];
            case HtmlEntityInline entity: return [Plain(entity.Transcoded.ToString())];
            case CodeInline code: return [new TextInline("code") { Text = code.Content }];
            case LineBreakInline line: return [line.IsHard ? new TextInline("break") : Plain(" ")];
            case EmphasisInline emphasis when Inlines(emphasis, depth + 1) is { Count: > 0 } inlines: return [new TextInline(emphasis.DelimiterCount == 2 ? "strong" : "emphasis") { Inlines = inlines }];
            case LinkInline { IsImage: true } image: return [Plain($"[{Words(image)}]")];
            case LinkInline link when Inlines(link, depth + 1) is { Count: > 0 } inlines:
                return Address(link.GetDynamicUrl?.Invoke() ?? link.Url) is { } address ? [new TextInline("link") { Address = address, Inlines = inlines }] : inlines;
            case AutolinkInline link:
                return Address(link.IsEmail ? $"mailto:{link.Url}" : link.Url) is { } found ? [new TextInline("link") { Address = found, Inlines = [Plain(link.Url)] }] : [Plain(link.Url)];
            case ContainerInline container: return Inlines(container, depth);
            default: return [];
        }
    }

    private static string Words(ContainerInline container)
    {
        var words = new StringBuilder();
        foreach (var inline in container.Descendants())
            words.Append(inline switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, AutolinkInline link => link.Url, HtmlEntityInline entity => entity.Transcoded.ToString(), LineBreakInline => " ", _ => "" });
        return words.ToString();
    }

    private static string? Address(string? url) => url is { Length: <= 2000 } && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme is "https" or "http" or "mailto") ? address.AbsoluteUri : null;

    private static int StartOf(ListBlock list) => list.IsOrdered && int.TryParse(list.OrderedStart, System.Globalization.CultureInfo.InvariantCulture, out var start) ? start : 1;

    // A reader that jumps from heading to heading must find no gap: "###" right after "#" counts as "##".
    private static List<TextBlock> Numbered(List<TextBlock> blocks)
    {
        var level = 0;
        return blocks.ConvertAll(block => block.Kind == "heading" ? block with { Level = level = Math.Min(block.Level, level + 1) } : block);
    }

    private static TextBlock Paragraph(IReadOnlyList<TextInline> inlines) => new("paragraph") { Inlines = inlines };

    private static TextInline Plain(string text) => new("text") { Text = text };
}
