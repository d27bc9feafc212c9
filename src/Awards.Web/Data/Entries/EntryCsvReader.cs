using System.Globalization;
using System.Text;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using CsvHelper;

namespace Awards.Web.Data.Entries;

/// <summary>Reads an entry file and says everything that is wrong with it, by line and column.</summary>
public static class EntryCsvReader
{
    /// <summary>Rows and faults; rows are only to be used when there are no faults.</summary>
    public static (IReadOnlyList<EntryRow> Rows, IReadOnlyList<FileFault> Faults) Read(byte[] content, Questionnaire questionnaire)
    {
        var faults = new List<FileFault>();
        if (Decode(content, faults) is not { } text) return ([], faults);

        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => faults.Add(new((int)bad.LineNumber, null, "Ein Anführungszeichen steht an falscher Stelle oder fehlt.")),
        });
        if (!csv.Read()) return ([], faults.Count > 0 ? faults : [new(null, null, "Die Datei ist leer. Erwartet wird eine Kopfzeile mit den Spalten nr, municipality_type und den Fragen.")]);
        var header = Cells(csv).Select(name => name.Trim()).ToArray();
        CheckHeader(header, questionnaire, faults);
        if (faults.Count > 0) return ([], faults);

        var rows = new List<EntryRow>();
        var lineOf = new Dictionary<int, int>();
        while (csv.Read())
        {
            var cells = Cells(csv);
            var line = (int)csv.LineNumber;
            if (cells.Length != header.Length)
                faults.Add(new(line, null, $"Die Zeile hat {cells.Length} statt {header.Length} Spalten. Sie ist abgeschnitten, oder ein Komma steht ohne Anführungszeichen."));
            else if (ReadRow(header, cells, line, questionnaire, faults) is { } row)
            {
                if (lineOf.TryGetValue(row.Number, out var first))
                    faults.Add(new(line, EntryCsv.Number, $"Die Nummer {row.Number} steht schon in Zeile {first}."));
                else
                {
                    lineOf[row.Number] = line;
                    rows.Add(row);
                }
            }
        }
        return (rows, faults);
    }

    private static string? Decode(byte[] content, List<FileFault> faults)
    {
        var binary = Array.IndexOf(content, (byte)0);
        if (binary >= 0)
        {
            faults.Add(new(LineAt(content, binary), null, "Das ist keine Textdatei (sie enthält Nullbytes). Bitte speichern Sie die Tabelle als CSV in UTF-8."));
            return null;
        }
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            return text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            faults.Add(new(LineAt(content, Math.Max(0, fault.Index)), null, "Die Datei ist nicht in UTF-8 gespeichert. Bitte speichern Sie die Tabelle als „CSV UTF-8“."));
            return null;
        }
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at))];

    private static int LineAt(byte[] content, int position) => 1 + content.AsSpan(0, Math.Min(position, content.Length)).Count((byte)'\n');

    private static void CheckHeader(string[] header, Questionnaire questionnaire, List<FileFault> faults)
    {
        string[] expected = [EntryCsv.Number, EntryCsv.Type, .. EntryCsv.Columns(questionnaire)];
        foreach (var missing in expected.Except(header)) faults.Add(new(1, missing, "Die Spalte fehlt in der Kopfzeile."));
        foreach (var unknown in header.Except(expected)) faults.Add(new(1, TextRules.Excerpt(unknown), "Diese Spalte gibt es im Fragebogen nicht."));
        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1)) faults.Add(new(1, TextRules.Excerpt(twice.Key), "Die Spalte steht mehrmals in der Kopfzeile."));
    }

    private static EntryRow? ReadRow(string[] header, string[] cells, int line, Questionnaire questionnaire, List<FileFault> faults)
    {
        var before = faults.Count;
        var number = 0;
        MunicipalityType? type = null;
        var parts = new Dictionary<string, string>();
        for (var at = 0; at < header.Length; at++)
        {
            var cell = cells[at];
            void Fault(string message) => faults.Add(new(line, header[at], message));
            if (cell.Length > EntryCsv.MaxCell)
                Fault(string.Create(CultureInfo.GetCultureInfo("de-DE"), $"Die Zelle hat {cell.Length:N0} Zeichen, erlaubt sind {EntryCsv.MaxCell:N0}."));
            else if (header[at] == EntryCsv.Number)
            {
                if (!int.TryParse(cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 999_999)
                    Fault($"„{TextRules.Excerpt(cell)}“ ist keine Nummer von 1 bis 999999.");
            }
            else if (header[at] == EntryCsv.Type)
            {
                if ((type = MunicipalityTypes.Parse(cell.Trim())) is null)
                    Fault($"„{TextRules.Excerpt(cell)}“ ist kein Kommunentyp. Möglich sind: {string.Join(", ", MunicipalityTypes.All.Select(each => each.German()))}.");
            }
            else
            {
                var parsed = EntryCsv.Question(questionnaire, header[at])!.CheckPart(header[at], EntryCsv.Unguard(cell));
                if (parsed.Refused(out var refusal)) Fault(refusal.ToString());
                else parts[header[at]] = parsed.Fact;
            }
        }
        if (faults.Count > before) return null;
        return new(line, number, type!.Value, questionnaire.Questions.Aggregate(AnswerSet.Empty, (answers, question) => answers.With(question.Code, question.Join(parts))));
    }
}
