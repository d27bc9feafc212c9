using System.Globalization;
using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Questionnaires;

namespace Awards.Web.Platform.Forms;

/// <summary>Reads the sheets of a filled form, once; names every cell that is wrong.</summary>
internal sealed class FormReader(IReadOnlyList<ReadSheet> sheets, CallDefinition call)
{
    private static readonly Refusal NotInList = new("form.not_in_list", /*text*/ "Diese Antwort steht nicht in der Liste. Bitte wählen Sie eine aus der Liste aus.");
    private static readonly Refusal NoMark = new("form.no_mark", /*text*/ "Bitte schreiben Sie ein x, wenn die Antwort zutrifft, oder lassen Sie die Zelle leer.");
    private static readonly Refusal WordsAlone = new("form.words_alone", /*text*/ "Hier steht ein eigener Text zu einer Antwort, die nicht gewählt ist. Bitte wählen Sie die Antwort, oder löschen Sie den Text.");

    private readonly List<WorkbookFault> _faults = [];
    private readonly Dictionary<string, (string Sheet, ReadRow Row)> _rows = [];

    public FormReading Read()
    {
        if (Identity().Refused(out var refusal)) return new(null, [new("", null, refusal)]);
        var form = new ApplicationForm(call, _language);
        var lines = form.Parts().SelectMany(part => part.Lines).Where(line => line.Key.Length > 0).DistinctBy(line => line.Key).ToDictionary(line => line.Key);
        Locate(lines);
        if (_faults.Count > 0) return new(null, _faults);

        var values = lines.Values.Where(line => line.Kind != FormKind.Participant).ToDictionary(line => line.Key, Value);
        var content = new SubmittedContent(Texts(values), Projects(values), Participants(form, lines.Values), ApplicationFiles.None, Answers(values));
        var applicant = new Participant(values[FormKeys.ApplicantName], null, values[FormKeys.ApplicantState] is { Length: > 0 } state ? state : null, MunicipalityTypes.Parse(values[FormKeys.ApplicantType]));
        return _faults.Count == 0 ? new(new(applicant, content), []) : new(null, [.. _faults.OrderBy(fault => sheets.ToList().FindIndex(sheet => sheet.Name == fault.Sheet)).ThenBy(RowOf)]);
    }

    private string _language = "de";

    private Outcome<string> Identity()
    {
        var mark = sheets.SelectMany(sheet => sheet.Rows).Select(row => row.Cells.GetValueOrDefault(FormWorkbook.KeyColumn, "")).FirstOrDefault(cell => cell.StartsWith(FormWorkbook.Mark + "|", StringComparison.Ordinal));
        if (mark?.Split('|') is not [_, var version, var slug, var language])
            return new Refusal("form.not_the_form", /*text*/ "Das ist nicht das Bewerbungsformular. Bitte verwenden Sie die Datei, die auf der Seite des Wettbewerbs steht, und löschen Sie darin keine Spalten.");
        if (version != FormWorkbook.Version.ToString(CultureInfo.InvariantCulture) || !ApplicationForm.Languages.Contains(language))
            return new Refusal("form.unknown_version", /*text*/ "Diese Fassung des Formulars ist nicht bekannt ({0}). Bitte laden Sie das Formular neu herunter und übertragen Sie Ihre Angaben.", TextRules.Excerpt($"{version}, {language}"));
        if (slug != call.Slug)
            return new Refusal("form.other_call", /*text*/ "Dieses Formular gehört zu einem anderen Wettbewerb ({0}), nicht zu „{1}“.", TextRules.Excerpt(slug), call.Title.De);
        return _language = language;
    }

    private void Locate(Dictionary<string, FormLine> lines)
    {
        foreach (var sheet in sheets)
            foreach (var row in sheet.Rows)
            {
                var key = row.Cells.GetValueOrDefault(FormWorkbook.KeyColumn, "");
                if (key.Length == 0 || key.StartsWith(FormWorkbook.Mark, StringComparison.Ordinal)) continue;
                if (!lines.ContainsKey(key))
                {
                    // The hidden lists have no lines of their own.
                    if (sheet.Rows.Any(other => lines.ContainsKey(other.Cells.GetValueOrDefault(FormWorkbook.KeyColumn, ""))))
                        _faults.Add(new(sheet.Name, CellName.Of(FormWorkbook.ValueColumn, row.Number), new("form.unknown_line", /*text*/ "Diese Zeile gibt es im Formular nicht mehr. Bitte laden Sie das Formular neu herunter und übertragen Sie Ihre Angaben.")));
                }
                else if (!_rows.TryAdd(key, (sheet.Name, row)))
                    _faults.Add(new(sheet.Name, CellName.Of(FormWorkbook.ValueColumn, row.Number), new("form.line_twice", /*text*/ "Diese Zeile gibt es zweimal. Bitte löschen Sie eine davon.")));
            }
        foreach (var line in lines.Values.Where(line => !_rows.ContainsKey(line.Key)))
            _faults.Add(new("", null, new("form.line_missing", /*text*/ "Im Formular fehlt die Zeile „{0}“. Bitte übertragen Sie Ihre Angaben in ein neues Formular.", TextRules.Excerpt(line.Label))));
    }

    /// <summary>The typed text of a line, a code for a choice, "x" for a mark; "" where there is none, or where it is a fault.</summary>
    private string Value(FormLine line)
    {
        var text = Cell(line.Key, FormWorkbook.ValueColumn);
        if (text.Trim().Length == 0) return "";
        switch (line.Kind)
        {
            case FormKind.Choice: return Choice(line.Key, FormWorkbook.ValueColumn, line.Options);
            case FormKind.Mark when text.Trim().ToLowerInvariant() is "x" or "✓" or "✗" or "ja" or "yes" or "true" or "1": return "x";
            case FormKind.Mark: return Fault(line.Key, NoMark);
            case FormKind.Number when Shape(line.Key, FormWorkbook.ValueColumn) is CellShape.Number or CellShape.Percent: return Number(line, text);
            case FormKind.Day when Shape(line.Key, FormWorkbook.ValueColumn) is CellShape.Number: return Day(text);
            case FormKind.Lines: return TextRules.Lines(text);
            default: return TextRules.OneLine(text);
        }
    }

    // Programs hold 33 % as 0.33; people type it into a cell for percentages.
    private string Number(FormLine line, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (Shape(line.Key, FormWorkbook.ValueColumn) == CellShape.Percent) number *= 100;
        // Amounts are read with two decimals or none.
        return decimal.Round(number, 9).ToString(decimal.Truncate(number) == number ? "0" : "0.00#######", CultureInfo.InvariantCulture).Replace('.', ',');
    }

    private static string Day(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= 1 and < 2_958_466
        ? WorkbookWriter.Epoch.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;

    private string Choice(string key, int column, IReadOnlyList<FormOption> options)
    {
        var text = Cell(key, column).Trim();
        if (text.Length == 0) return "";
        return (options.FirstOrDefault(option => option.Label == text) ?? options.FirstOrDefault(option => option.Label.Equals(text, StringComparison.OrdinalIgnoreCase) || option.Code == text))?.Code ?? Fault(key, NotInList, column);
    }

    private ApplicationTexts Texts(Dictionary<string, string> values)
    {
        var texts = ApplicationFields.With(ApplicationTexts.Empty, ApplicationFields.TextKeys.Where(values.ContainsKey).ToDictionary(key => key, key => values[key]));
        foreach (var (property, refusal) in texts.Faults()) Fault(property, refusal);
        return texts;
    }

    private IReadOnlyList<ProjectText> Projects(Dictionary<string, string> values)
    {
        var projects = ApplicationFields.With([], values.Where(value => ApplicationFields.ProjectOf(value.Key) is not null).ToDictionary());
        for (var at = 0; at < projects.Count; at++)
            foreach (var (property, refusal) in projects[at].Faults())
                Fault(property.StartsWith("Fields[", StringComparison.Ordinal) ? ApplicationFields.ProjectField(at + 1, property["Fields[".Length..^1]) : ApplicationFields.Project(at + 1, property), refusal);
        return [.. projects.Where(project => !project.IsEmpty)];
    }

    private List<Participant> Participants(ApplicationForm form, IEnumerable<FormLine> lines)
    {
        var list = new List<Participant>();
        foreach (var line in lines.Where(line => line.Kind == FormKind.Participant))
        {
            var name = TextRules.OneLine(Cell(line.Key, FormWorkbook.ValueColumn));
            var (type, state) = (Choice(line.Key, FormWorkbook.TypeColumn, form.Types()), Choice(line.Key, FormWorkbook.StateColumn, ApplicationForm.States()));
            if (name.Length == 0 && type.Length + state.Length == 0) continue;
            var one = new Participant(name, null, state.Length == 0 ? null : state, MunicipalityTypes.Parse(type));
            if (Participant.RefusalOf([.. list, one]) is { } refusal) Fault(line.Key, refusal);
            else list.Add(one);
        }
        return list;
    }

    private AnswerSet Answers(Dictionary<string, string> values)
    {
        var answers = AnswerSet.Empty;
        foreach (var question in call.Questionnaire.Questions.Where(question => question is not FileQuestion))
        {
            var key = ApplicationFields.Answer(question.Code);
            string Words(string option) => values.GetValueOrDefault(FormKeys.Words(question.Code, option), "");
            List<string> chosen = question is MultipleChoiceQuestion ? [.. question.Choices.Select(option => option.Code).Where(option => values[FormKeys.Mark(question.Code, option)].Length > 0)]
                : question.Choices.Count > 0 && values[key].Length > 0 ? [values[key]] : [];
            foreach (var option in question.Choices.Where(option => option.OtherText && !chosen.Contains(option.Code) && Words(option.Code).Length > 0)) Fault(FormKeys.Words(question.Code, option.Code), WordsAlone);
            var typed = question switch
            {
                MatrixQuestion matrix => ChosenAnswer.Write(matrix.Rows.Select(row => (row.Code, values[ApplicationFields.Answer(matrix.KeyOf(row.Code))])).Where(row => row.Item2.Length > 0)),
                { Choices.Count: > 0 } => ChosenAnswer.Write(chosen.Select(option => (option, Words(option)))),
                _ => values[key],
            };
            var read = question.Parse(typed);
            if (read.Refused(out var refusal)) Fault(question is MultipleChoiceQuestion ? FormKeys.Mark(question.Code, chosen[^1]) : key, refusal);
            else answers = answers.With(question.Code, read.Fact);
        }
        return answers;
    }

    private string Cell(string key, int column)
    {
        if (Shape(key, column) == CellShape.Error) return Fault(key, new("form.formula", /*text*/ "Hier steht der Fehler einer Formel. Bitte schreiben Sie den Wert selbst in die Zelle."), column);
        return _rows[key].Row.Cells.GetValueOrDefault(column, "");
    }

    private CellShape? Shape(string key, int column) => _rows[key].Row.Shapes.TryGetValue(column, out var shape) ? shape : null;

    private string Fault(string key, Refusal refusal, int column = FormWorkbook.ValueColumn)
    {
        var (sheet, row) = _rows[key];
        var fault = new WorkbookFault(sheet, CellName.Of(column, row.Number), refusal);
        if (_faults.TrueForAll(known => known.Sheet != fault.Sheet || known.Cell != fault.Cell)) _faults.Add(fault);
        return "";
    }

    private static int RowOf(WorkbookFault fault) => int.TryParse((fault.Cell ?? "").TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]), out var row) ? row : 0;
}
