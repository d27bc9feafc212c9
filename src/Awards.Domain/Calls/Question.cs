using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>One question of a questionnaire. Its class parses, checks and prints its answers; a new question is data.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(YesNoQuestion), "yesNo")]
[JsonDerivedType(typeof(SingleChoiceQuestion), "single")]
[JsonDerivedType(typeof(MultipleChoiceQuestion), "multiple")]
[JsonDerivedType(typeof(WholeNumberQuestion), "wholeNumber")]
[JsonDerivedType(typeof(ShortTextQuestion), "shortText")]
[JsonDerivedType(typeof(LongTextQuestion), "longText")]
public abstract record Question
{
    /// <summary>Stable code; columns, table cells and addresses refer to it.</summary>
    public required string Code { get; init; }

    /// <summary>The question as people read it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Help below the question.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Must be answered before an application can be submitted.</summary>
    public bool Required { get; init; }

    /// <summary>Asked only while this holds; null = always.</summary>
    public Condition? AskedIf { get; init; }

    /// <summary>The answers to choose from; empty where people write.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<QuestionOption> Choices => [];

    /// <summary>Reads what was typed or chosen into the canonical answer; "" is no answer. Refuses what is no answer to this question.</summary>
    public abstract Outcome<string> Parse(string typed);

    /// <summary>The canonical answer as people read it; "" for no answer.</summary>
    public virtual string Print(string value, string language) => value;

    /// <summary>True while the question is asked.</summary>
    public bool IsAsked(AnswerSet answers) => AskedIf is null || AskedIf.Holds(answers);
}

/// <summary>One answer to choose.</summary>
/// <param name="Code">Stable code; must not contain ";".</param>
/// <param name="Label">What people read.</param>
public sealed record QuestionOption(string Code, LocalizedText Label);
