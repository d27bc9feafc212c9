using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Rows that are answered on one scale; canonical form: "row=option;row=option" in the order of the rows. Required = every row.</summary>
public sealed record MatrixQuestion : Question
{
    /// <summary>The rows, in the order in which they are shown.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>The scale, from left to right.</summary>
    public required IReadOnlyList<QuestionOption> Options { get; init; }

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Nothing;

    [JsonIgnore]
    public override IReadOnlyList<AnswerPart> Parts => [.. Rows.Select(row => new AnswerPart(KeyOf(row.Code), Both(row), Options, AnswerKind.Choice))];

    public override Outcome<string> Parse(string typed)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (code, words) in ChosenAnswer.Read(typed.Trim()))
        {
            var option = words.Trim();
            if (Rows.All(row => row.Code != code))
                return new Refusal("answer.unknown_row", "„{0}“ ist keine Zeile dieser Frage ({1}).", TextRules.Excerpt(code), string.Join(", ", Rows.Select(row => row.Code)));
            if (ChoiceParser.One(Options, option).Refused(out var refusal)) return refusal;
            if (option.Length > 0 && !answers.TryAdd(code, option)) return new Refusal("answer.row_twice", "Die Zeile „{0}“ ist zweimal beantwortet. Bitte wählen Sie eine Antwort.", code);
        }
        return Write(answers);
    }

    public override string Print(string value, string language)
    {
        var answers = Read(value);
        return string.Join("\n", Rows.Where(row => answers.ContainsKey(row.Code))
            .Select(row => $"{row.Text.In(language)}: {ChoiceParser.Print(Options, answers[row.Code], language)}"));
    }

    public override bool Suffices(string value) => !Required || Read(value).Count == Rows.Count;

    public override string Part(string value, string key) => Read(value).GetValueOrDefault(key[(Code.Length + 1)..], "");

    public override Outcome<string> CheckPart(string key, string value) => ChoiceParser.One(Options, value);

    public override string Join(IReadOnlyDictionary<string, string> parts) =>
        Write(Rows.Where(row => parts.GetValueOrDefault(KeyOf(row.Code), "").Length > 0).ToDictionary(row => row.Code, row => parts[KeyOf(row.Code)]));

    /// <summary>Option codes by row code.</summary>
    public static IReadOnlyDictionary<string, string> Read(string value) => ChosenAnswer.Read(value).DistinctBy(answer => answer.Code).ToDictionary(answer => answer.Code, answer => answer.Words);

    /// <summary>The key of a row: "question.row".</summary>
    public string KeyOf(string row) => $"{Code}.{row}";

    protected override IEnumerable<Refusal> OwnFaults()
    {
        foreach (var fault in ChoiceParser.Faults(Code, Options)) yield return fault;
        if (Options.FirstOrDefault(option => option.OtherText) is { } other)
            yield return new("question.scale_with_text", "Die Antwort „{0}“ der Frage „{1}“ kann keinen eigenen Text haben, weil sie zu einer Skala gehört.", other.Code, Code);
        if (Rows.Count == 0) yield return new("question.without_rows", "Bitte geben Sie der Frage „{0}“ mindestens eine Zeile.", Code);
        foreach (var row in Rows)
        {
            if (CodeFault(row.Code) is { } code) yield return code;
            if (string.IsNullOrWhiteSpace(row.Text.De)) yield return new("question.row_without_text", "Bitte geben Sie der Zeile „{0}“ der Frage „{1}“ einen Text.", row.Code, Code);
        }
        foreach (var twice in Rows.GroupBy(row => row.Code).Where(group => group.Count() > 1))
            yield return new("question.row_twice", "Die Zeile „{0}“ steht bei der Frage „{1}“ mehrmals. Bitte geben Sie jeder Zeile einen eigenen Code.", twice.Key, Code);
    }

    private string Write(Dictionary<string, string> answers) =>
        ChosenAnswer.Write(Rows.Where(row => answers.ContainsKey(row.Code)).Select(row => (row.Code, answers[row.Code])));

    private LocalizedText Both(MatrixRow row) => new($"{Text.De} – {row.Text.De}", Text.En is null && row.Text.En is null ? null : $"{Text.In("en")} – {row.Text.In("en")}");
}

/// <summary>A row of a matrix.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What people read.</param>
public sealed record MatrixRow(string Code, LocalizedText Text);
