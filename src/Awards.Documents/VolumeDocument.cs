using System.Globalization;
using System.Xml.Linq;
using Awards.Documents.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Awards.Documents;

/// <summary>
/// Writes the jury's volume as DOCX: real headings, header rows that repeat, contents as fields, running heads and page numbers. The same model gives
/// the same bytes. The contents hold their lines from the beginning; their page numbers are fields that the word processor fills in.
/// </summary>
public static class VolumeDocument
{
    /// <summary>The file as bytes.</summary>
    public static byte[] Write(VolumeModel model)
    {
        using var draft = new MemoryStream();
        using (var document = WordprocessingDocument.Create(draft, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "main");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = VolumeStyles.Make(model.Language);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new UpdateFieldsOnOpen { Val = true });
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(Paragraph("Footer",
                [Text($"{model.Words.Volume} · {model.Words.Data} {model.DataText} · {model.Words.Page} "), .. Field(" PAGE ", "1"), Text($" {model.Words.Of} "), .. Field(" NUMPAGES ", "1")]));
            main.Document = new Document(new Body(new VolumeBody(main, model).Elements()));
            var properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "properties");
            using var target = properties.GetStream(FileMode.Create);
            Properties(model).Save(target);
        }
        using var file = new MemoryStream();
        WorkbookWriter.Repeatable(draft, file);
        return file.ToArray();
    }

    // Written by hand: the package would give this part a random name.
    private static XDocument Properties(VolumeModel model)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", elements = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", types = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Instant(string name) => new(terms + name, new XAttribute(types + "type", "dcterms:W3CDTF"), model.DataUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return new(new XElement(core + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", elements), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", types),
            new XElement(elements + "title", Printable($"{model.Words.Volume}: {model.CallTitle}")), new XElement(elements + "creator", Printable(model.IssuedBy)), new XElement(elements + "language", model.Language), Instant("created"), Instant("modified")));
    }

    internal static Paragraph Paragraph(string? style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A text with its line breaks.</summary>
    internal static Run Text(string text)
    {
        var run = new Run();
        var lines = Printable(text).ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0) run.Append(new Break());
            run.Append(new Text(lines[at]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    // What XML cannot hold would make the file unreadable.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\n' or '\r' or '\t' or (>= ' ' and not (0xFFFE or 0xFFFF))));

    /// <summary>A field with what it shows until it is computed.</summary>
    internal static IEnumerable<Run> Field(string code, string shown) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new(new Text(shown)),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <summary>Text of a person in paragraphs, parted by empty lines.</summary>
    internal static IEnumerable<Paragraph> Paragraphs(string text, string empty) => text.Trim().Length == 0
        ? [Paragraph(null, Text(empty))]
        : text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Paragraph(null, Text(part)));

    /// <summary>A table whose first row is its header, on each page again.</summary>
    internal static Table Table(string caption, IReadOnlyList<int> widths, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) => new(
    [
        new TableProperties(new TableStyle { Val = "Lines" }, new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = "0020", FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true }, new TableCaption { Val = caption }),
        new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })),
        Row(header, widths, new TableRowProperties(new CantSplit(), new TableHeader())),
        .. rows.Select(row => Row(row, widths, new TableRowProperties(new CantSplit()))),
    ]);

    private static TableRow Row(IReadOnlyList<string> cells, IReadOnlyList<int> widths, TableRowProperties properties) =>
        new([properties, .. cells.Select((cell, at) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = widths[at].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), Paragraph("Cell", Text(cell))))]);
}
