using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>Reads a workbook in the shape of XLSForm as a questionnaire, once; names everything that is wrong.</summary>
internal sealed class QuestionnaireReading(IReadOnlyList<ReadSheet> sheets)
{
    private readonly List<WorkbookFault> _faults = [];
    private readonly List<(Section Section, FormRow Row)> _sections = [];
    private readonly List<(string Section, Question Question, FormRow Row)> _questions = [];
    private readonly HashSet<string> _failed = [];
    private Open? _section, _matrix;
    private FormRow? _note;

    public WorkbookReading Read()
    {
        if (Sheet(FormColumns.Survey, FormColumns.OfSurvey) is not { } survey)
            return new(null, [new("", null, new("workbook.without_survey", "Das Blatt „survey“ fehlt. Es enthält die Fragen, eine je Zeile."))]);
        var missing = new[] { FormColumns.Type, FormColumns.Name, FormColumns.De(FormColumns.Label) }.Where(column => survey.Column(column) is null).ToList();
        if (missing.Count > 0)
            return new(null, [.. missing.Select(column => new WorkbookFault(survey.Name, CellName.Of(0, survey.Header), new("workbook.column_missing", "Die Spalte „{0}“ fehlt in der ersten Zeile.", column)))]);
        var questions = new FormQuestions(new(Sheet(FormColumns.Choices, FormColumns.OfChoices), _faults), _faults);
        foreach (var row in survey.Rows) Take(row, questions);
        foreach (var open in new[] { _matrix, _section }.OfType<Open>()) _faults.Add(open.Row.Fault(FormColumns.Type, new("workbook.group_open", "Zu diesem „begin_group“ fehlt das „end_group“.")));
        if (_section is not null) Close();
        Loose();

        var questionnaire = new Questionnaire { Sections = Sections() };
        questionnaire = questionnaire with { Sections = [.. questionnaire.Sections.Select(section => section with { Questions = [.. section.Questions.Select(question => WithCondition(question, questionnaire))] })] };
        _faults.AddRange(questionnaire.Faults().Where(IsNew).Select(Placed));
        return _faults.Count == 0 ? new(questionnaire, []) : new(null, [.. _faults.OrderBy(fault => fault.Sheet != survey.Name).ThenBy(RowOf).ThenBy(fault => fault.Cell?.Length).ThenBy(fault => fault.Cell, StringComparer.Ordinal)]);
    }

    private FormSheet? Sheet(string name, string[] columns) =>
        sheets.FirstOrDefault(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? new(found, columns, _faults) : null;

    private void Take(FormRow row, FormQuestions questions)
    {
        var type = row[FormColumns.Type].Replace(' ', '_').ToLowerInvariant();
        if (type == "begin_group") Begin(row);
        else if (type == "end_group") End(row);
        else if (_matrix is not null) MatrixRow(row, questions);
        else if (_section is null) { _failed.Add(row[FormColumns.Name]); _faults.Add(row.Fault(FormColumns.Type, new("workbook.outside", "Diese Zeile steht in keinem Abschnitt. Bitte stellen Sie ein „begin_group“ davor und ein „end_group“ dahinter."))); return; }
        else if (type == "note") Note(row);
        else Question(row, questions);
        _faults.AddRange(row.Unused(row[FormColumns.Type]));
    }

    private void Begin(FormRow row)
    {
        if (_section is null)
        {
            _section = new(row, row[FormColumns.Name], row.Text(FormColumns.Label) ?? "");
            return;
        }
        if (_matrix is not null || row[FormColumns.Appearance] != "matrix")
            _faults.Add(row.Fault(FormColumns.Appearance, new("workbook.nested", "In einem Abschnitt kann nur eine Matrix als Gruppe stehen („matrix“ in der Spalte „appearance“).")));
        // Known also with a fault, so that its end is not taken for that of the section.
        _matrix = new(row, row[FormColumns.Name], row.Text(FormColumns.Label) ?? "") { Help = Help(row) };
        _ = row[FormColumns.Relevant];
    }

    private void End(FormRow row)
    {
        _ = row[FormColumns.Name];
        if (_matrix is { } matrix)
        {
            _matrix = null;
            if (matrix.Required.Distinct().Count() > 1) _faults.Add(matrix.Row.Fault(FormColumns.Name, new("workbook.matrix_required", "In einer Matrix sind entweder alle Zeilen Pflicht („required“) oder keine.")));
            _questions.Add((_section!.Code, new MatrixQuestion { Code = matrix.Code, Text = matrix.Title, Help = matrix.Help, Required = matrix.Required.Contains(true), Rows = matrix.Rows, Options = matrix.Scale ?? [] }, matrix.Row));
        }
        else if (_section is null) _faults.Add(row.Fault(FormColumns.Type, new("workbook.group_not_open", "Zu diesem „end_group“ fehlt das „begin_group“.")));
        else Close();
    }

    private void Close()
    {
        Loose();
        _sections.Add((new Section { Code = _section!.Code, Title = _section.Title, Questions = [] }, _section.Row));
        _section = null;
    }

    private void MatrixRow(FormRow row, FormQuestions questions)
    {
        var (name, start) = (row[FormColumns.Name], _matrix!.Code + ".");
        var code = name.StartsWith(start, StringComparison.Ordinal) ? name[start.Length..] : name;
        if (!row[FormColumns.Type].StartsWith("select_one ", StringComparison.Ordinal))
        {
            _faults.Add(row.Fault(FormColumns.Type, new("workbook.matrix_row", "Die Zeilen einer Matrix haben den Typ „select_one“ mit derselben Liste.")));
            return;
        }
        if (questions.Options(row) is not { } options) return;
        if (_matrix.Scale is not null && !ReferenceEquals(_matrix.Scale, options)) _faults.Add(row.Fault(FormColumns.Type, new("workbook.matrix_scale", "Alle Zeilen einer Matrix haben dieselbe Liste.")));
        _matrix.Scale ??= options;
        _matrix.Required.Add(FormLists.YesNo(row, FormColumns.Required, _faults));
        _matrix.Rows.Add(new(code, row.Text(FormColumns.Label) ?? ""));
    }

    private void Question(FormRow row, FormQuestions questions)
    {
        _ = row[FormColumns.Relevant];
        if (questions.Read(row, Help(row)) is { } question) _questions.Add((_section!.Code, question, row));
        else _failed.Add(row[FormColumns.Name]);
    }

    /// <summary>A note is read before the next question: it becomes part of its help.</summary>
    private void Note(FormRow row)
    {
        Loose();
        _ = row[FormColumns.Name];
        _ = row.Text(FormColumns.Label);
        _note = row;
    }

    private LocalizedText? Help(FormRow row)
    {
        var hint = row.Text(FormColumns.Hint);
        if (_note?.Text(FormColumns.Label) is not { } note) return hint;
        _note = null;
        return hint is null ? note : new($"{note.De}\n{hint.De}", note.En is null && hint.En is null ? null : $"{note.In("en")}\n{hint.In("en")}");
    }

    private void Loose()
    {
        if (_note is { } note) _faults.Add(note.Fault(FormColumns.Type, new("workbook.note", "Ein Hinweis („note“) gehört vor eine Frage und wird zu deren Hilfetext. Hier folgt keine.")));
        _note = null;
    }

    private IReadOnlyList<Section> Sections() => [.. _sections.Select((each, at) => each.Section with
    {
        // Two sections of one code are a fault of their own; their questions are looked at once.
        Questions = [.. _questions.Where(question => question.Section == each.Section.Code && _sections.FindIndex(other => other.Section.Code == each.Section.Code) == at).Select(question => question.Question)],
    })];

    private Question WithCondition(Question question, Questionnaire questionnaire)
    {
        var row = _questions.First(each => ReferenceEquals(each.Question, question)).Row;
        if (row[FormColumns.Relevant] is not { Length: > 0 } expression) return question;
        var condition = FormCondition.Read(expression, name => Find(questionnaire, name));
        if (!condition.Refused(out var refusal)) return question with { AskedIf = condition.Fact };
        _faults.Add(row.Fault(FormColumns.Relevant, refusal));
        return question;
    }

    /// <summary>What a name means: a question, "matrix.row", or the row alone, as other programs write it.</summary>
    private static (string Key, AnswerPart Part, Question Question)? Find(Questionnaire questionnaire, string name)
    {
        var key = questionnaire.Part(name) is not null ? name : questionnaire.Questions.OfType<MatrixQuestion>().Where(matrix => matrix.Rows.Any(row => row.Code == name)).Select(matrix => matrix.KeyOf(name)).FirstOrDefault(name);
        return questionnaire.Part(key) is { } part ? (key, part, questionnaire.Find(key.Split('.')[0])!) : null;
    }

    /// <summary>False for what was named already where it stands.</summary>
    private bool IsNew(QuestionnaireFault fault) => fault.Refusal.Code switch
    {
        "question.code" => _faults.All(known => known.Refusal.Code != "question.code" || !Equals(known.Refusal.Arguments[0], fault.Refusal.Arguments[0])),
        "question.option_without_text" or "question.option_twice" => false,
        "condition.unknown_question" => !_failed.Contains((string)fault.Refusal.Arguments[0]),
        "question.without_rows" or "question.without_options" => _faults.Count == 0,
        _ => true,
    };

    private WorkbookFault Placed(QuestionnaireFault fault)
    {
        if (fault.Section is null) return new(FormColumns.Survey, null, fault.Refusal);
        if (fault.Question is null) return _sections.Last(each => each.Section.Code == fault.Section).Row.Fault(fault.Refusal.Code == "questionnaire.section_without_title" ? FormColumns.Label : FormColumns.Name, fault.Refusal);
        var row = _questions.Last(each => each.Question.Code == fault.Question).Row;
        return row.Fault(fault.InCondition ? FormColumns.Relevant : fault.Refusal.Code switch
        {
            "question.without_text" => FormColumns.Label,
            "question.limits" or "question.max_length" or "question.max_choices" or "question.negative_money" => FormColumns.Constraint,
            "question.decimals" => FormColumns.Decimals,
            "question.file_kinds" => FormColumns.FileKinds,
            "question.file_size" => FormColumns.MaxMegabytes,
            "question.file_count" => FormColumns.MaxFiles,
            _ => FormColumns.Name,
        }, fault.Refusal);
    }

    private static int RowOf(WorkbookFault fault) => int.TryParse((fault.Cell ?? "").TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]), out var row) ? row : 0;

    private sealed class Open(FormRow row, string code, LocalizedText title)
    {
        public FormRow Row { get; } = row;
        public string Code { get; } = code;
        public LocalizedText Title { get; } = title;
        public LocalizedText? Help { get; init; }
        public IReadOnlyList<QuestionOption>? Scale { get; set; }
        public List<MatrixRow> Rows { get; } = [];
        public List<bool> Required { get; } = [];
    }
}
