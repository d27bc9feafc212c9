using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Awards.Documents.Workbooks;

/// <summary>Reads the texts of workbooks (XLSX), whoever wrote them. Formulas count as the value that was last computed.</summary>
public static class WorkbookReader
{
    /// <summary>Most rows of a sheet.</summary>
    public const int MostRows = 20_000;

    private const long MostCharacters = 20_000_000;

    /// <summary>All sheets in order. Throws <see cref="WorkbookException"/>, with a sentence for people, for what is no workbook or too large a one.</summary>
    public static IReadOnlyList<ReadSheet> Read(Stream content)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var workbook = document.WorkbookPart ?? throw new WorkbookException("Die Datei enthält keine Tabellenblätter.");
            var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Text).ToList() ?? [];
            var percent = PercentStyles(workbook.WorkbookStylesPart?.Stylesheet);
            return [.. workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Where(sheet => sheet.Id?.Value is not null && workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart)
                .Select(sheet => new ReadSheet(sheet.Name?.Value ?? "", Rows((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), shared, percent)))];
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or ArgumentException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException)
        {
            throw new WorkbookException("Die Datei ist keine lesbare Excel-Arbeitsmappe (.xlsx).", fault);
        }
    }

    private static List<ReadRow> Rows(WorksheetPart part, List<string> shared, HashSet<uint> percent)
    {
        var rows = new List<ReadRow>();
        using var xml = OpenXmlReader.Create(part);
        var number = 0;
        while (xml.Read())
        {
            if (xml.ElementType != typeof(Row) || !xml.IsStartElement) continue;
            var row = (Row)xml.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? (int)index.Value : number + 1;
            var cells = new Dictionary<int, string>();
            var shapes = new Dictionary<int, CellShape>();
            var column = -1;
            foreach (var cell in row.Elements<Cell>())
            {
                column = CellName.Column(cell.CellReference?.Value) ?? column + 1;
                if (Text(cell, shared) is not { Length: > 0 } text) continue;
                cells[column] = text;
                if (ShapeOf(cell, percent) is { } shape) shapes[column] = shape;
            }
            if (cells.Count > 0) rows.Add(new(number, cells) { Shapes = shapes });
            if (rows.Count > MostRows) throw new WorkbookException(string.Create(CultureInfo.GetCultureInfo("de-DE"), $"Ein Tabellenblatt hat mehr als {MostRows:N0} Zeilen."));
        }
        return rows;
    }

    private static CellShape? ShapeOf(Cell cell, HashSet<uint> percent)
    {
        var type = cell.DataType?.Value ?? CellValues.Number;
        return type == CellValues.Error ? CellShape.Error : type != CellValues.Number ? null : percent.Contains(cell.StyleIndex?.Value ?? 0) ? CellShape.Percent : CellShape.Number;
    }

    /// <summary>Styles that show 0.5 as 50 %.</summary>
    private static HashSet<uint> PercentStyles(Stylesheet? styles)
    {
        var codes = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.FormatCode?.Value?.Contains('%', StringComparison.Ordinal) == true).Select(format => format.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        // 9 and 10 are "0%" and "0.00%" in every workbook.
        return styles?.CellFormats?.Elements<CellFormat>().Select((format, at) => (Id: format.NumberFormatId?.Value ?? 0, At: (uint)at)).Where(each => each.Id is 9 or 10 || codes.Contains(each.Id)).Select(each => each.At).ToHashSet() ?? [];
    }

    private static string Text(Cell cell, List<string> shared)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? Text(inline) : "";
        if (type == CellValues.SharedString) return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
        if (type == CellValues.Boolean) return value is "1" or "true" ? "TRUE" : "FALSE";
        if (type != CellValues.Number) return CellText.Read(value);
        // Programs store 0.1 as 0.10000000000000001.
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : value;
    }

    /// <summary>The words of a text and of its formatted runs, without those of phonetic hints.</summary>
    private static string Text(OpenXmlElement item) =>
        CellText.Read(string.Concat(item.ChildElements.SelectMany(child => child is Run ? child.Elements<Text>() : child is Text text ? [text] : []).Select(text => text.Text)));
}
