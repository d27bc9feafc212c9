namespace Awards.Documents.Workbooks;

/// <summary>A sheet to write: a header that stays in view, and rows.</summary>
/// <param name="Name">At most 31 characters, without [ ] : * ? / \.</param>
/// <param name="Columns">Headers and widths.</param>
/// <param name="Rows">Cells: text, whole number, decimal, true or false, day, or null. A text is a text, never a formula. Read once.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>A column of a sheet.</summary>
/// <param name="Header">First cell.</param>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Header, double Width = 16);

/// <summary>A sheet that was read: rows with at least one cell, in order.</summary>
public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows);

/// <summary>A row that was read.</summary>
/// <param name="Number">1 is the first of the sheet.</param>
/// <param name="Cells">Texts by column from 0; numbers with a decimal point, true and false in capitals. Empty cells lack.</param>
public sealed record ReadRow(int Number, IReadOnlyDictionary<int, string> Cells)
{
    /// <summary>What cells hold that are no text, by column from 0.</summary>
    public IReadOnlyDictionary<int, CellShape> Shapes { get; init; } = new Dictionary<int, CellShape>();
}

/// <summary>What a cell holds that is no text: a number (days are numbers), a number shown as percent (its text is still the share of 1), or the error of a formula.</summary>
public enum CellShape { Number, Percent, Error }

/// <summary>A file that is no workbook, or too large a one.</summary>
public sealed class WorkbookException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Names of cells.</summary>
public static class CellName
{
    /// <summary>"B7" for column 1 (from 0) of row 7.</summary>
    public static string Of(int column, int row) => Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"A" for 0, "AA" for 26.</summary>
    public static string Letters(int column) => (column < 26 ? "" : Letters(column / 26 - 1)) + (char)('A' + column % 26);

    /// <summary>Column from 0 of a name such as "AB12"; null for what is none.</summary>
    public static int? Column(string? name)
    {
        var letters = (name ?? "").TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length is 0 or > 3 ? null : letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;
    }
}
