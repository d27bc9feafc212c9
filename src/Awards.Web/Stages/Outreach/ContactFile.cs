using System.Globalization;
using System.Text;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data.Entries;
using CsvHelper;

namespace Awards.Web.Stages.Outreach;

/// <summary>A line of a file with contacts.</summary>
/// <param name="Key">Official key; empty where the line has none.</param>
/// <param name="OptOut">The line says that the address wants no mailings.</param>
public sealed record ContactRow(int Line, string Key, ContactText Text, bool OptOut);

/// <summary>Something wrong in a file: line and column, and how to mend it.</summary>
/// <param name="Line">0 = the file as a whole.</param>
public sealed record ContactFault(int Line, string? Column, Refusal What);

/// <summary>Reads files with contacts (CSV, XLSX) and says everything that is wrong with them.</summary>
public static class ContactFile
{
    public const string Key = "schluessel", Name = "name", State = "land", Office = "stelle", Mail = "mail", Source = "quelle", Language = "sprache", OptOut = "abbestellt";

    /// <summary>The columns in the order in which files are written.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Key, Name, State, Office, Mail, Source, Language, OptOut];

    private static readonly Dictionary<string, string> Known = new(Columns.Select(column => KeyValuePair.Create(column, column)), StringComparer.OrdinalIgnoreCase)
    {
        ["schlüssel"] = Key,
        ["ags"] = Key,
        ["amtlicher schlüssel"] = Key,
        ["kommune"] = Name,
        ["organisation"] = Name,
        ["bundesland"] = State,
        ["amt"] = Office,
        ["e-mail"] = Mail,
        ["email"] = Mail,
        ["e-mail-adresse"] = Mail,
        ["mailadresse"] = Mail,
        ["herkunft"] = Source,
    };

    private const int MostRows = 20_000;

    /// <summary>Rows and faults; rows are only to be used when there are no faults.</summary>
    /// <param name="source">Where addresses come from whose line does not say it.</param>
    public static (IReadOnlyList<ContactRow> Rows, IReadOnlyList<ContactFault> Faults) Read(byte[] content, string source)
    {
        var faults = new List<ContactFault>();
        var lines = (content is [(byte)'P', (byte)'K', ..] ? Workbook(content, faults) : Csv(content, faults)).ToList();
        if (faults.Count > 0) return ([], faults);
        if (lines.Count == 0) return ([], [new(0, null, new("contacts.empty", /*text*/ "Die Datei ist leer. Erwartet wird eine Kopfzeile mit den Spalten {0}.", string.Join(", ", Columns)))]);
        var header = Header(lines[0].Cells, lines[0].Line, faults);
        if (faults.Count > 0) return ([], faults);
        if (lines.Count - 1 > MostRows) return ([], [new(0, null, new("contacts.too_many", /*text*/ "Die Datei hat mehr als {0} Zeilen. Bitte teilen Sie sie.", MostRows))]);
        var rows = new List<ContactRow>();
        foreach (var (line, cells) in lines.Skip(1))
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) Row(header, line, cells, source, rows, faults);
        if (rows.Count == 0 && faults.Count == 0) faults.Add(new(0, null, new("contacts.no_rows", /*text*/ "Unter der Kopfzeile steht keine Zeile.")));
        return (rows, faults);
    }

    private static void Row(Dictionary<string, int> header, int line, IReadOnlyList<string> cells, string source, List<ContactRow> rows, List<ContactFault> faults)
    {
        string Cell(string column) => header.TryGetValue(column, out var at) && at < cells.Count ? EntryCsv.Unguard(cells[at]).Trim() : "";
        if (cells.Count > header.Values.Max() + 1 && cells.Skip(header.Values.Max() + 1).Any(cell => cell.Length > 0))
        {
            faults.Add(new(line, null, new("contacts.too_many_cells", /*text*/ "Die Zeile hat mehr Zellen als die Kopfzeile. Vermutlich steht ein Trennzeichen ohne Anführungszeichen in einem Text.")));
            return;
        }
        var text = ContactText.Of(Cell(Name), Cell(State), Cell(Office), Cell(Mail), Cell(Source).Length > 0 ? Cell(Source) : source, Cell(Language));
        var before = faults.Count;
        foreach (var (field, refusal) in text.Faults()) faults.Add(new(line, ColumnOf(field), refusal));
        if (Cell(Key).Length == 0 && text.Name.Length == 0) faults.Add(new(line, Name, new("contacts.without_name", /*text*/ "Hier fehlt der Name. Bitte geben Sie den Namen der Kommune oder Organisation an, oder ihren amtlichen Schlüssel.")));
        if (text.Mail.Length == 0) faults.Add(new(line, Mail, new("contacts.without_mail", /*text*/ "Hier fehlt die Mailadresse. Bitte ergänzen Sie sie, oder löschen Sie die Zeile.")));
        bool? optOut = Cell(OptOut).ToLowerInvariant() switch { "" or "nein" or "no" or "0" or "false" => false, "ja" or "yes" or "x" or "1" or "true" => true, _ => null };
        if (optOut is null) faults.Add(new(line, OptOut, new("contacts.opt_out", /*text*/ "„{0}“ ist hier nicht möglich. Erwartet wird ja oder nein; leer heißt nein.", TextRules.Excerpt(Cell(OptOut)))));
        if (faults.Count == before) rows.Add(new(line, Cell(Key).Replace(" ", "", StringComparison.Ordinal), text, optOut!.Value));
    }

    private static string ColumnOf(string field) => field switch
    {
        nameof(ContactText.Name) => Name,
        nameof(ContactText.State) => State,
        nameof(ContactText.Office) => Office,
        nameof(ContactText.Mail) => Mail,
        nameof(ContactText.Source) => Source,
        _ => Language,
    };

    private static Dictionary<string, int> Header(IReadOnlyList<string> cells, int line, List<ContactFault> faults)
    {
        var header = new Dictionary<string, int>();
        for (var at = 0; at < cells.Count; at++)
        {
            var typed = cells[at].Trim();
            if (typed.Length == 0) continue;
            if (!Known.TryGetValue(typed, out var column)) faults.Add(new(line, TextRules.Excerpt(typed), new("contacts.unknown_column", /*text*/ "Diese Spalte gibt es nicht. Möglich sind: {0}.", string.Join(", ", Columns))));
            else if (!header.TryAdd(column, at)) faults.Add(new(line, column, new("contacts.column_twice", /*text*/ "Die Spalte steht mehrmals in der Kopfzeile. Bitte löschen Sie eine.")));
        }
        if (faults.Count > 0) return header;
        if (!header.ContainsKey(Mail)) faults.Add(new(line, Mail, new("contacts.column_missing", /*text*/ "Die Spalte fehlt in der Kopfzeile. Bitte ergänzen Sie sie.")));
        if (!header.ContainsKey(Key) && !header.ContainsKey(Name)) faults.Add(new(line, Name, new("contacts.column_missing", /*text*/ "Die Spalte fehlt in der Kopfzeile. Bitte ergänzen Sie sie.")));
        return header;
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Workbook(byte[] content, List<ContactFault> faults)
    {
        try
        {
            var sheets = WorkbookReader.Read(new MemoryStream(content));
            return sheets.Count == 0 ? [] : sheets[0].Rows.Select(row => (row.Number, (IReadOnlyList<string>)[.. Enumerable.Range(0, Math.Min(row.Cells.Keys.Max(), 100) + 1).Select(at => row.Cells.GetValueOrDefault(at, ""))]));
        }
        catch (WorkbookException)
        {
            faults.Add(new(0, null, new("contacts.no_workbook", /*text*/ "Die Datei ist keine lesbare Excel-Arbeitsmappe (.xlsx), oder sie ist zu groß. Bitte speichern Sie sie neu, oder als CSV.")));
            return [];
        }
    }

    private static List<(int Line, IReadOnlyList<string> Cells)> Csv(byte[] content, List<ContactFault> faults)
    {
        if (Decode(content, faults) is not { } text) return [];
        var first = text.Split('\n', 2)[0];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = new[] { ';', '\t', ',' }.MaxBy(mark => first.Count(letter => letter == mark)),
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => faults.Add(new((int)bad.LineNumber, null, new("contacts.quotes", /*text*/ "Ein Anführungszeichen steht an falscher Stelle oder fehlt. Anführungszeichen in einem Text werden verdoppelt."))),
        });
        var lines = new List<(int, IReadOnlyList<string>)>();
        while (csv.Read() && lines.Count <= MostRows + 1) lines.Add(((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at))]));
        return lines;
    }

    private static string? Decode(byte[] content, List<ContactFault> faults)
    {
        try
        {
            if (!content.Contains((byte)0)) return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            // Said below.
        }
        faults.Add(new(0, null, new("contacts.not_utf8", /*text*/ "Die Datei ist weder eine Excel-Arbeitsmappe noch eine Textdatei in UTF-8. Bitte speichern Sie die Tabelle als XLSX oder als „CSV UTF-8“.")));
        return null;
    }
}
