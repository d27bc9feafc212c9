using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Awards.Domain.Statistics;
using Awards.Testing;

namespace Awards.Web.Tests.Stages.Statistics;

/// <summary>Reads tables back from a German page: what stands there, not what was meant.</summary>
internal static partial class TablesOnPage
{
    public static IReadOnlyList<StatisticTable> Read(Answer page) => [.. page.Page.QuerySelectorAll("section.statistic").Select(Table)];

    private static StatisticTable Table(IElement section)
    {
        var caption = Caption().Match(Text(section.QuerySelector("caption")!));
        caption.Success.ShouldBeTrue(section.QuerySelector("caption")!.TextContent);
        var (no, n) = (Whole(caption.Groups[1].Value), Whole(caption.Groups[3].Value));
        var rows = section.QuerySelectorAll("tbody tr").ToList();
        var labels = section.QuerySelectorAll("thead th").Skip(1).Select(Text).ToList();
        var cells = rows[0].QuerySelectorAll("td").ToList();
        return cells[0].HasAttribute("data-column")
            ? new(no, caption.Groups[2].Value, n, [.. cells.Zip(labels, (cell, label) => new TableColumn(cell.GetAttribute("data-column")!, label))], [.. rows.Select(ByType)])
            : new(no, caption.Groups[2].Value, n, [new(Tabulation.Total, "gesamt")], [.. rows.Select(row => Mentions(row, n))]);
    }

    private static TableRow ByType(IElement row)
    {
        var label = RowLabel().Match(Text(row.QuerySelector("th")!));
        return new(row.GetAttribute("data-row")!, label.Groups[1].Value, Whole(label.Groups[2].Value),
            [.. row.QuerySelectorAll("td").Select(cell => new TableCell(cell.GetAttribute("data-column")!, Count(cell), Percent(cell)))]);
    }

    private static TableRow Mentions(IElement row, int n) =>
        new(row.GetAttribute("data-row")!, Text(row.QuerySelector("th")!), n, [new(Tabulation.Total, Count(row), Percent(row))]);

    private static int Count(IElement within) => Whole(Text(within.QuerySelector("[data-count]")!));

    private static string? Percent(IElement within)
    {
        var shown = Text(within.QuerySelector("[data-percent]")!);
        if (shown == "–") return null;
        shown.ShouldEndWith("\u00a0%");
        shown.ShouldContain(",");
        return shown[..^2].Replace(',', '.');
    }

    private static string Text(IElement element) => element.TextContent.Trim(' ', '\n', '\r');

    private static int Whole(string shown) => int.Parse(shown.Replace(".", ""), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Tab\. (\d+): (.*) \(n = ([\d.]+)\)$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(.*) \(n = ([\d.]+)\)$")]
    private static partial Regex RowLabel();
}
