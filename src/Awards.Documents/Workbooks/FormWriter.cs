using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Awards.Documents.Workbooks;

/// <summary>Writes workbooks to fill in: locked but for their input cells, with drop-downs and limits. The same sheets give the same bytes.</summary>
public static class FormWriter
{
    private const string Lists = "Listen";
    private const int MostInCell = 32_000;

    /// <summary>The file as bytes.</summary>
    public static byte[] Write(params IReadOnlyList<LockedSheet> sheets)
    {
        using var draft = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(draft, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var choices = new List<IReadOnlyList<string>>();
            var list = new Sheets();
            for (var at = 0; at < sheets.Count; at++)
            {
                workbook.AddNewPart<WorksheetPart>($"sheet{at + 1}").Worksheet = Worksheet(sheets[at], choices);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = $"sheet{at + 1}" });
            }
            workbook.AddNewPart<WorksheetPart>("lists").Worksheet = ListSheet(choices);
            list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = Lists, SheetId = (uint)sheets.Count + 1, Id = "lists", State = SheetStateValues.Hidden });
            workbook.Workbook = new Workbook(list);
        }
        using var target = new MemoryStream();
        WorkbookWriter.Repeatable(draft, target);
        return target.ToArray();
    }

    private static Worksheet Worksheet(LockedSheet sheet, List<IReadOnlyList<string>> choices)
    {
        var rules = new List<DataValidation>();
        var rows = sheet.Rows.Select((cells, at) => Row(cells, at + 1, rules, choices)).ToList();
        var columns = new Columns(new Column { Min = 1, Max = 1, Width = 4, CustomWidth = true, Hidden = true });
        columns.Append(sheet.Widths.Select((width, at) => new Column { Min = (uint)at + 2, Max = (uint)at + 2, Width = width, CustomWidth = true }));
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            columns,
            new SheetData(rows),
            // "False" leaves it to people to make rows higher and columns wider.
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatRows = false, FormatColumns = false });
        if (rules.Count > 0) worksheet.Append(new DataValidations(rules) { Count = (uint)rules.Count });
        worksheet.Append(new PageSetup { PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
        return worksheet;
    }

    private static Row Row(IReadOnlyList<FormCell?> cells, int number, List<DataValidation> rules, List<IReadOnlyList<string>> choices)
    {
        var row = new Row { RowIndex = (uint)number };
        for (var at = 0; at < cells.Count; at++)
        {
            if (cells[at] is not { } cell) continue;
            var name = CellName.Of(at, number);
            row.Append(Cell(cell, name));
            if (cell.Rule is { } rule) rules.Add(Validation(rule, name, choices));
        }
        return row;
    }

    private static Cell Cell(FormCell cell, string name)
    {
        var written = new Cell { CellReference = name, StyleIndex = (uint)cell.Look + 1 };
        switch (cell.Value)
        {
            case null or "": break;
            case string text:
                written.DataType = CellValues.InlineString;
                written.Append(new InlineString(new Text(CellText.Write(text)) { Space = SpaceProcessingModeValues.Preserve }));
                break;
            case DateOnly day: written.Append(new CellValue(Number(day))); break;
            case int or long or decimal: written.Append(new CellValue(((IFormattable)cell.Value).ToString(null, CultureInfo.InvariantCulture))); break;
            default: throw new ArgumentException($"No cell for {cell.Value.GetType().Name}.", nameof(cell));
        }
        return written;
    }

    private static DataValidation Validation(FormRule rule, string cell, List<IReadOnlyList<string>> choices)
    {
        var (type, from, to) = rule switch
        {
            { Choices: { } list } => (DataValidationValues.List, ListOf(list, choices), null),
            { Range: var (min, max) } => (rule.Whole ? DataValidationValues.Whole : DataValidationValues.Decimal, min.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture)),
            { Days: var (first, last) } => (DataValidationValues.Date, Number(first), Number(last)),
            _ => (DataValidationValues.TextLength, Math.Min(rule.MaxLength ?? MostInCell, MostInCell).ToString(CultureInfo.InvariantCulture), (string?)null),
        };
        var validation = new DataValidation
        {
            Type = type,
            Operator = type == DataValidationValues.TextLength ? DataValidationOperatorValues.LessThanOrEqual : DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowErrorMessage = true,
            // Programs refuse files with longer messages.
            Error = rule.Error.Length > 220 ? rule.Error[..219] + "…" : rule.Error,
            SequenceOfReferences = new ListValue<StringValue>([new StringValue(cell)]),
        };
        validation.Append(new Formula1(from));
        if (to is not null) validation.Append(new Formula2(to));
        return validation;
    }

    private static string ListOf(IReadOnlyList<string> list, List<IReadOnlyList<string>> choices)
    {
        var at = choices.FindIndex(known => known.SequenceEqual(list));
        if (at < 0) (at, _) = (choices.Count, Add());
        var column = CellName.Letters(at);
        return $"{Lists}!${column}$1:${column}${list.Count}";
        int Add()
        {
            choices.Add(list);
            return choices.Count;
        }
    }

    private static Worksheet ListSheet(List<IReadOnlyList<string>> choices)
    {
        var most = choices.Count == 0 ? 0 : choices.Max(list => list.Count);
        return new Worksheet(new SheetData(Enumerable.Range(1, most).Select(row => new Row(choices.Select((list, column) => (list, column)).Where(each => each.list.Count >= row)
            .Select(each => Cell(new(each.list[row - 1], FormLook.Code), CellName.Of(each.column, row))))
        { RowIndex = (uint)row })), new SheetProtection { Sheet = true });
    }

    private static string Number(DateOnly day) => (day.DayNumber - WorkbookWriter.Epoch.DayNumber).ToString(CultureInfo.InvariantCulture);

    // In the order of FormLook, behind the one of cells that nobody wrote.
    private static Stylesheet Styles()
    {
        static CellFormat Look(uint font = 0, uint fill = 0, uint border = 0, uint format = 0, bool open = false) => new(
            new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, new Protection { Locked = !open })
        { FontId = font, FillId = fill, BorderId = border, NumberFormatId = format, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyNumberFormat = true, ApplyAlignment = true, ApplyProtection = true };
        static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }) { PatternType = PatternValues.Solid });
        static T Edge<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FF565B70" } };
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy" }),
            new Fonts(new Font(), new Font(new Bold(), new FontSize { Val = 16 }), new Font(new Bold(), new FontSize { Val = 12 }), new Font(new FontSize { Val = 9 }, new Color { Rgb = "FF565B70" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFFFFBE6"), Solid("FFF1F3FA")),
            new Borders(new Border(), new Border(Edge<LeftBorder>(), Edge<RightBorder>(), Edge<TopBorder>(), Edge<BottomBorder>())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), Look(), Look(font: 1), Look(font: 2, fill: 3), Look(), Look(font: 3),
                Look(fill: 2, border: 1, format: 49, open: true), Look(fill: 2, border: 1, open: true), Look(fill: 2, border: 1, format: 164, open: true)));
    }
}
