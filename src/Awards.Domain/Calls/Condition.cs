namespace Awards.Domain.Calls;

/// <summary>Holds when one of the codes was given as answer to an earlier question.</summary>
/// <param name="Question">Code of the question looked at.</param>
/// <param name="AnyOf">Codes of which at least one must have been answered.</param>
public sealed record Condition(string Question, IReadOnlyList<string> AnyOf)
{
    /// <summary>True when the answers fulfil the condition; no answer never does.</summary>
    public bool Holds(AnswerSet answers) =>
        answers[Question] is { Length: > 0 } value && value.Split(AnswerSet.Separator).Any(AnyOf.Contains);
}
