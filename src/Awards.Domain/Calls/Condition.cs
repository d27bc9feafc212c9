using System.Globalization;
using System.Text.Json.Serialization;

namespace Awards.Domain.Calls;

/// <summary>
/// A condition over answers, three-valued: true, false, or null = unknown, where an answer that it looks at is not there. "Not" of unknown
/// is unknown; "and" is false as soon as one part is, "or" true as soon as one is. A question is asked only while its condition is true.
/// </summary>
[JsonConverter(typeof(ConditionJson))]
public abstract record Condition
{
    /// <summary>True, false, or null = unknown.</summary>
    public abstract bool? Evaluate(AnswerSet answers);

    /// <summary>True when the answers fulfil the condition; unknown does not.</summary>
    public bool Holds(AnswerSet answers) => Evaluate(answers) == true;

    /// <summary>The conditions that this one is made of; empty for one that looks at an answer itself.</summary>
    public virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>Keys of the answers that are looked at: codes of questions, or "question.row".</summary>
    public virtual IEnumerable<string> Keys() => Parts.SelectMany(part => part.Keys());

    /// <summary>How deep parts lie in parts; 1 for one without parts.</summary>
    public int Depth() => 1 + (Parts.Count == 0 ? 0 : Parts.Max(part => part.Depth()));
}

/// <summary>One of the options was given as answer: equals for one answer, contains for several. No answer: unknown.</summary>
/// <param name="Question">Code of the question looked at, or "question.row".</param>
/// <param name="AnyOf">Codes of which at least one must have been answered.</param>
public sealed record ChosenCondition(string Question, IReadOnlyList<string> AnyOf) : Condition
{
    public override bool? Evaluate(AnswerSet answers) =>
        answers.Part(Question) is { Length: > 0 } value ? ChosenAnswer.Codes(value).Any(AnyOf.Contains) : null;

    public override IEnumerable<string> Keys() => [Question];
}

/// <summary>How an answer compares.</summary>
public enum Comparison { Equals, NotEquals, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>An answer compares with a value: numbers and days by size, texts by being the same. No answer: unknown.</summary>
/// <param name="Question">Code of the question looked at.</param>
/// <param name="Is">How.</param>
/// <param name="Value">Canonical, as the question's class writes it: "1250.5", "2017-12-31", cents.</param>
public sealed record ComparedCondition(string Question, Comparison Is, string Value) : Condition
{
    public override bool? Evaluate(AnswerSet answers)
    {
        if (answers.Part(Question) is not { Length: > 0 } answer) return null;
        if (Is is Comparison.Equals or Comparison.NotEquals) return answer == Value == (Is == Comparison.Equals);
        if (Order(answer, Value) is not { } order) return null;
        return Is switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public override IEnumerable<string> Keys() => [Question];

    /// <summary>Below, at or above 0; null where the two are not both numbers or both days.</summary>
    private static int? Order(string one, string other)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(one, Style, CultureInfo.InvariantCulture, out var left) && decimal.TryParse(other, Style, CultureInfo.InvariantCulture, out var right)) return left.CompareTo(right);
        return DateQuestion.Day(one) is { } from && DateQuestion.Day(other) is { } to ? from.CompareTo(to) : null;
    }
}

/// <summary>All parts hold.</summary>
public sealed record AllCondition(IReadOnlyList<Condition> Of) : Condition
{
    public override IReadOnlyList<Condition> Parts => Of;

    public override bool? Evaluate(AnswerSet answers) => Of.Aggregate((bool?)true, (sofar, part) => sofar & part.Evaluate(answers));
}

/// <summary>At least one part holds.</summary>
public sealed record AnyCondition(IReadOnlyList<Condition> Of) : Condition
{
    public override IReadOnlyList<Condition> Parts => Of;

    public override bool? Evaluate(AnswerSet answers) => Of.Aggregate((bool?)false, (sofar, part) => sofar | part.Evaluate(answers));
}

/// <summary>The part does not hold.</summary>
public sealed record NotCondition(Condition Of) : Condition
{
    public override IReadOnlyList<Condition> Parts => [Of];

    public override bool? Evaluate(AnswerSet answers) => !Of.Evaluate(answers);
}
