using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>
/// One question of a questionnaire. Its class reads, checks and prints its answers, names its columns in files and its own faults;
/// a new question is data.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(YesNoQuestion), "yesNo")]
[JsonDerivedType(typeof(SingleChoiceQuestion), "single")]
[JsonDerivedType(typeof(MultipleChoiceQuestion), "multiple")]
[JsonDerivedType(typeof(WholeNumberQuestion), "wholeNumber")]
[JsonDerivedType(typeof(ShortTextQuestion), "shortText")]
[JsonDerivedType(typeof(LongTextQuestion), "longText")]
[JsonDerivedType(typeof(DecimalQuestion), "decimal")]
[JsonDerivedType(typeof(MoneyQuestion), "money")]
[JsonDerivedType(typeof(PercentQuestion), "percent")]
[JsonDerivedType(typeof(DateQuestion), "date")]
[JsonDerivedType(typeof(MatrixQuestion), "matrix")]
[JsonDerivedType(typeof(FileQuestion), "file")]
public abstract partial record Question
{
    /// <summary>Stable code; columns, table cells and addresses refer to it. Lower-case letters, digits and "_", a letter first.</summary>
    public required string Code { get; init; }

    /// <summary>The question as people read it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Help below the question.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Must be answered before an application can be submitted.</summary>
    public bool Required { get; init; }

    /// <summary>Asked only while this holds; null = always.</summary>
    public Condition? AskedIf { get; init; }

    /// <summary>The answers to choose from; empty where people write, and for a matrix, whose rows have them.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<QuestionOption> Choices => [];

    /// <summary>What can be looked at on its own: the answer, or each row of a matrix. Columns of files and conditions refer to their keys.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<AnswerPart> Parts => [new(Code, Text, Choices, Kind)];

    /// <summary>What conditions can ask of an answer.</summary>
    [JsonIgnore]
    public abstract AnswerKind Kind { get; }

    /// <summary>Reads what was typed or chosen into the canonical answer; "" is no answer. Refuses what is no answer to this question.</summary>
    public abstract Outcome<string> Parse(string typed);

    /// <summary>Reads an answer that is canonical already, as files and the database have it; refuses as <see cref="Parse"/> does.</summary>
    public virtual Outcome<string> Check(string value) => Parse(value);

    /// <summary>True when a stored answer is one to this question as it is defined now.</summary>
    public bool Accepts(string value) => Check(value) is { Refusal: null } read && read.Fact == value;

    /// <summary>The canonical answer as it stands in a field: <see cref="Parse"/> gives it back.</summary>
    public virtual string Edit(string value) => value;

    /// <summary>The canonical answer as people read it; "" for no answer.</summary>
    public virtual string Print(string value, string language) => value;

    /// <summary>True when an application with this canonical answer can be submitted.</summary>
    public virtual bool Suffices(string value) => !Required || value.Length > 0;

    /// <summary>The canonical text of one part in a canonical answer.</summary>
    public virtual string Part(string value, string key) => value;

    /// <summary>Checks the canonical text of one part.</summary>
    public virtual Outcome<string> CheckPart(string key, string value) => Check(value);

    /// <summary>The canonical answer made of its parts, by key; parts without a text may lack.</summary>
    public virtual string Join(IReadOnlyDictionary<string, string> parts) => parts.GetValueOrDefault(Code, "");

    /// <summary>True while the question is asked.</summary>
    public bool IsAsked(AnswerSet answers) => AskedIf is null || AskedIf.Holds(answers);

    /// <summary>What is wrong with this question as it is defined, without a look at others.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (CodeFault(Code) is { } code) yield return code;
        if (string.IsNullOrWhiteSpace(Text.De)) yield return new("question.without_text", "Bitte geben Sie der Frage „{0}“ einen Text.", Code);
        foreach (var fault in OwnFaults()) yield return fault;
    }

    /// <summary>What is wrong with limits and options.</summary>
    protected abstract IEnumerable<Refusal> OwnFaults();

    /// <summary>Longest code, in characters.</summary>
    public const int MaxCode = 60;

    /// <summary>Why a text cannot be the code of a section, question, row or option; null when it can.</summary>
    public static Refusal? CodeFault(string code) => CodeShape().IsMatch(code) && code.Length <= MaxCode ? null
        : new("question.code", "„{0}“ ist kein Code. Ein Code besteht aus höchstens 60 kleinen Buchstaben (ohne Umlaute), Ziffern und Unterstrichen und beginnt mit einem Buchstaben.", TextRules.Excerpt(code));

    /// <summary>The fault of limits in the wrong order.</summary>
    protected Refusal? OrderFault(bool ordered) => ordered ? null
        : new("question.limits", "Bei der Frage „{0}“ passen die Grenzen nicht zusammen: Die kleinste erlaubte Angabe ist größer als die größte.", Code);

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}

/// <summary>What conditions can ask of an answer: which option was chosen, how it compares, or whether it is the same text.</summary>
public enum AnswerKind { Choice, Choices, Number, Date, Text, Nothing }

/// <summary>A part of an answer: the whole, or a row of a matrix.</summary>
/// <param name="Key">The question's code, or "question.row".</param>
/// <param name="Label">What people read.</param>
/// <param name="Choices">Options of this part.</param>
/// <param name="Kind">What conditions can ask of it.</param>
public sealed record AnswerPart(string Key, LocalizedText Label, IReadOnlyList<QuestionOption> Choices, AnswerKind Kind);

/// <summary>One answer to choose.</summary>
/// <param name="Code">Stable code; must not contain ";" or "=".</param>
/// <param name="Label">What people read.</param>
/// <param name="OtherText">Asks for words of one's own: "Weitere: …".</param>
/// <param name="Exclusive">Goes with no other answer: "nichts davon". For several answers only.</param>
public sealed record QuestionOption(
    string Code,
    LocalizedText Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OtherText = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Exclusive = false);
