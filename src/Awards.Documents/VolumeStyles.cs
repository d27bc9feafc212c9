using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Awards.Documents;

/// <summary>Styles of a volume as DOCX, the built-in ones by their own ids, so that every word processor knows headings and contents.</summary>
internal static class VolumeStyles
{
    private const string Accent = "1D4FA3", Muted = "565B70", Hairline = "C3C6D6";

    /// <summary>Place of the right tab: the width of the text, in twentieths of a point.</summary>
    private const int RightTab = 9355;

    public static Styles Make(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Fira Sans", HighAnsi = "Fira Sans", ComplexScript = "Arial" }, new FontSize { Val = "20" }, new Languages { Val = language == "en" ? "en-GB" : "de-DE" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Of("Normal", "Normal", 20, isDefault: true),
        Of("Title", "Title", 52, Accent, bold: true),
        Of("Subtitle", "Subtitle", 24, Muted),
        Of("Heading1", "heading 1", 40, Accent, bold: true, level: 0),
        Of("Heading2", "heading 2", 28, Accent, bold: true, level: 1, newPage: true),
        Of("Heading3", "heading 3", 22, bold: true, level: 2),
        Of("ContentsHeading", "TOC Heading", 28, bold: true),
        Of("TOC1", "toc 1", 20, tabs: true),
        Of("TOC2", "toc 2", 20, tabs: true),
        Of("Header", "header", 17, Muted, tabs: true),
        Of("Footer", "footer", 17, Muted),
        Of("Cell", "Cell", 19, tight: true),
        Of("Notice", "Notice", 20, "A06A00", bold: true),
        new Style(new StyleName { Val = "Lines" }, new StyleTableProperties(new TableBorders(Line<BottomBorder>(), Line<InsideHorizontalBorder>()), new TableCellMarginDefault(
                new TopMargin { Width = "50", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "50", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold(), new Color { Val = Muted })) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "Lines", CustomStyle = true });

    private static Style Of(string id, string name, int halfPoints, string? color = null, bool bold = false, int? level = null, bool newPage = false, bool tabs = false, bool tight = false, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null) paragraph.Append(new KeepNext());
        if (newPage) paragraph.Append(new PageBreakBefore());
        if (tabs) paragraph.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Leader = id.StartsWith("TOC", StringComparison.Ordinal) ? TabStopLeaderCharValues.Dot : TabStopLeaderCharValues.None, Position = RightTab }));
        if (tight) paragraph.Append(new SpacingBetweenLines { Before = "0", After = "0" });
        else if (level is not null) paragraph.Append(new SpacingBetweenLines { Before = "240", After = "120" });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        if (color is not null) run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is "Cell" or "Notice" ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        if (level is not null) style.Append(new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Hairline };
}
