using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Awards.Documents.Workbooks;

/// <summary>Writes workbooks (XLSX): rows stream, numbers and days are numbers and days, the header is bold and stays in view. The same sheets give the same bytes.</summary>
public static class WorkbookWriter
{
    private static readonly DateTimeOffset FixedTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    /// <summary>Day 0 of the days in workbooks.</summary>
    public static DateOnly Epoch { get; } = new(1899, 12, 30);

    /// <summary>The file as bytes.</summary>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var target = new MemoryStream();
        Write(target, sheets);
        return target.ToArray();
    }

    /// <summary>Writes the file; the stream stays open.</summary>
    public static void Write(Stream target, params IReadOnlyList<Sheet> sheets)
    {
        using var draft = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(draft, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var list = new Sheets();
            for (var at = 0; at < sheets.Count; at++)
            {
                var part = workbook.AddNewPart<WorksheetPart>($"sheet{at + 1}");
                Write(part, sheets[at]);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = $"sheet{at + 1}" });
            }
            workbook.Workbook = new Workbook(list);
        }
        Repeatable(draft, target);
    }

    private static void Write(WorksheetPart part, Sheet sheet)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(sheet.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        xml.WriteStartElement(new SheetData());
        var number = 0;
        Write(xml, ++number, [.. sheet.Columns.Select(column => column.Header)], header: true);
        foreach (var row in sheet.Rows) Write(xml, ++number, row, header: false);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(OpenXmlWriter xml, int number, IReadOnlyList<object?> cells, bool header)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var at = 0; at < cells.Count; at++)
            if (cells[at] is { } value && value is not "") xml.WriteElement(Of(value, CellName.Of(at, number), header));
        xml.WriteEndElement();
    }

    private static Cell Of(object value, string name, bool header) => value switch
    {
        string text => new Cell(new InlineString(new Text(CellText.Write(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = name, DataType = CellValues.InlineString, StyleIndex = header ? 1u : 3u },
        bool yes => new Cell(new CellValue(yes ? "1" : "0")) { CellReference = name, DataType = CellValues.Boolean },
        DateOnly day => new Cell(new CellValue((day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture))) { CellReference = name, StyleIndex = 2 },
        int or long or decimal => new Cell(new CellValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))) { CellReference = name },
        _ => throw new ArgumentException($"No cell for {value.GetType().Name}.", nameof(value)),
    };

    // 0 plain, 1 header, 2 day, 3 text with line ends.
    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));

    /// <summary>The package writes the time of each part; here they are all the same, in the order of their names.</summary>
    internal static void Repeatable(MemoryStream draft, Stream target)
    {
        draft.Position = 0;
        using var source = new ZipArchive(draft, ZipArchiveMode.Read);
        using var result = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in source.Entries.OrderBy(part => part.FullName != "[Content_Types].xml").ThenBy(part => part.FullName, StringComparer.Ordinal))
        {
            var entry = result.CreateEntry(part.FullName);
            entry.LastWriteTime = FixedTime;
            using var from = part.Open();
            using var to = entry.Open();
            from.CopyTo(to);
        }
    }
}
