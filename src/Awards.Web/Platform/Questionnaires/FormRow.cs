using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>A sheet whose first row names its columns.</summary>
internal sealed class FormSheet
{
    private readonly Dictionary<string, int> _columns = [];

    public FormSheet(ReadSheet sheet, string[] known, List<WorkbookFault> faults)
    {
        Name = sheet.Name;
        var header = sheet.Rows.Count > 0 ? sheet.Rows[0] : new ReadRow(1, new Dictionary<int, string>());
        var rows = sheet.Rows.Skip(1).ToList();
        foreach (var (column, text) in header.Cells.OrderBy(cell => cell.Key))
        {
            if (FormColumns.Meaning(text, known) is not { } meaning)
            {
                // A column of another program does no harm while nothing stands in it.
                if (rows.Any(row => row.Cells.ContainsKey(column)))
                    faults.Add(new(Name, CellName.Of(column, header.Number), new("workbook.column", "Die Spalte „{0}“ wird hier nicht gelesen. Möglich sind: {1}.", TextRules.Excerpt(text), string.Join(", ", known))));
            }
            else if (!_columns.TryAdd(meaning, column))
                faults.Add(new(Name, CellName.Of(column, header.Number), new("workbook.column_twice", "Die Spalte „{0}“ gibt es zweimal. Bitte löschen Sie eine.", meaning)));
        }
        Rows = rows.ConvertAll(row => new FormRow(this, row));
        Header = header.Number;
    }

    public string Name { get; }
    public int Header { get; }
    public IReadOnlyList<FormRow> Rows { get; }

    public int? Column(string name) => _columns.TryGetValue(name, out var column) ? column : null;

    /// <summary>The columns that rows can have, with their place.</summary>
    public IEnumerable<(string Name, int Column)> Columns => _columns.Select(pair => (pair.Key, pair.Value));
}

/// <summary>A row of a sheet. Knows which of its cells were looked at: what stands in others means nothing there.</summary>
internal sealed class FormRow(FormSheet sheet, ReadRow row)
{
    private readonly HashSet<string> _seen = [];

    public string Sheet => sheet.Name;

    /// <summary>A code or word: without blanks around it.</summary>
    public string this[string column] => Raw(column).Trim();

    /// <summary>The cell as it is.</summary>
    public string Raw(string column)
    {
        _seen.Add(column);
        return sheet.Column(column) is { } at ? row.Cells.GetValueOrDefault(at, "") : "";
    }

    /// <summary>A text in both languages; null where there is none.</summary>
    public LocalizedText? Text(string column)
    {
        var (german, english) = (Raw(FormColumns.De(column)), Raw(FormColumns.En(column)));
        return german.Length + english.Length == 0 ? null : new(german, english.Length == 0 ? null : english);
    }

    /// <summary>Name of a cell of this row: "B7".</summary>
    public string Cell(string column) => CellName.Of(sheet.Column(column) ?? sheet.Column(FormColumns.De(column)) ?? 0, row.Number);

    public WorkbookFault Fault(string column, Refusal refusal) => new(Sheet, Cell(column), refusal);

    /// <summary>Cells with content that nobody looked at.</summary>
    public IEnumerable<WorkbookFault> Unused(string type) => sheet.Columns.Where(column => !_seen.Contains(column.Name) && row.Cells.ContainsKey(column.Column)).OrderBy(column => column.Column)
        .Select(column => new WorkbookFault(Sheet, CellName.Of(column.Column, row.Number), new("workbook.unused", "Die Spalte „{0}“ gilt nicht für „{1}“. Bitte leeren Sie die Zelle.", column.Name, TextRules.Excerpt(type))));
}
