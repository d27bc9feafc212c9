using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup;

/// <summary>What a line of a condition asks of an answer.</summary>
public enum Asks { Is, IsNot, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>One line of a condition as it is chosen: "the answer is …".</summary>
public sealed class ConditionLine
{
    /// <summary>"question=option", or the key of an answer that is compared with <see cref="Value"/>. Empty = no line.</summary>
    public string? What { get; set; }
    public Asks Asks { get; set; }

    /// <summary>As typed, for numbers, amounts, days and texts.</summary>
    public string? Value { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(What);
}

/// <summary>Lines of which all, or at least one, must hold.</summary>
public sealed class ConditionGroup
{
    /// <summary>One of the lines is enough.</summary>
    public bool Any { get; set; }
    public List<ConditionLine> Lines { get; set; } = [];
}

/// <summary>
/// A condition as the editor shows it: groups of lines, joined by "and" or "or". What is nested deeper (from a file) is kept as it is, shown in words.
/// </summary>
public sealed class ConditionInput
{
    /// <summary>One of the groups is enough.</summary>
    public bool Any { get; set; }
    public List<ConditionGroup> Groups { get; set; } = [];

    /// <summary>The condition is nested deeper than this form: it stays while this is true.</summary>
    public bool Keep { get; set; }

    /// <summary>Groups and lines filled from a condition, with an empty line in each group and an empty group.</summary>
    public static ConditionInput Of(Condition? condition, Questionnaire questionnaire)
    {
        var input = new ConditionInput();
        if (condition is not null && input.Fill(condition, questionnaire) is false) return new() { Keep = true, Groups = [Empty()] };
        foreach (var group in input.Groups) group.Lines.Add(new());
        input.Groups.Add(Empty());
        return input;
    }

    /// <summary>The condition, or null for none; what cannot be read stands as an error at its line.</summary>
    /// <param name="before">What stays when <see cref="Keep"/> is set.</param>
    public Condition? Read(Condition? before, Questionnaire questionnaire, ModelStateDictionary errors, IStringLocalizer<Text> texts)
    {
        if (Keep) return before;
        var groups = new List<Condition>();
        for (var at = 0; at < Groups.Count; at++)
        {
            var lines = new List<Condition>();
            for (var line = 0; line < Groups[at].Lines.Count; line++)
                if (!Groups[at].Lines[line].IsEmpty && Leaf(Groups[at].Lines[line], $"Condition.Groups[{at}].Lines[{line}]", questionnaire, errors, texts) is { } leaf) lines.Add(leaf);
            if (lines.Count > 0) groups.Add(Joined(lines, Groups[at].Any));
        }
        return groups.Count == 0 ? null : Joined(groups, Any);
    }

    private static Condition? Leaf(ConditionLine line, string field, Questionnaire questionnaire, ModelStateDictionary errors, IStringLocalizer<Text> texts)
    {
        var parts = line.What!.Split('=');
        if (questionnaire.Part(parts[0]) is not { } part)
        {
            errors.AddModelError($"{field}.What", texts["Diese Frage gibt es nicht mehr."]);
            return null;
        }
        if (parts.Length == 2)
        {
            if (line.Asks is Asks.Is or Asks.IsNot)
            {
                var chosen = new ChosenCondition(part.Key, [parts[1]]);
                return line.Asks == Asks.Is ? chosen : new NotCondition(chosen);
            }
            errors.AddModelError($"{field}.Asks", texts["Eine Antwort zum Ankreuzen lässt sich nur mit „ist“ und „ist nicht“ vergleichen."]);
            return null;
        }
        if (string.IsNullOrWhiteSpace(line.Value))
        {
            errors.AddModelError($"{field}.Value", texts["Bitte geben Sie an, womit verglichen wird."]);
            return null;
        }
        var read = questionnaire.Find(part.Key)!.Parse(line.Value);
        if (!read.Refused(out var refusal)) return new ComparedCondition(part.Key, (Comparison)line.Asks, read.Fact);
        errors.Add(texts, refusal, $"{field}.Value");
        return null;
    }

    private bool? Fill(Condition condition, Questionnaire questionnaire)
    {
        if (Lines(condition, questionnaire) is { } single)
        {
            Groups.Add(single);
            return true;
        }
        if (condition is not (AllCondition or AnyCondition)) return false;
        Any = condition is AnyCondition;
        foreach (var part in condition.Parts)
        {
            if (Lines(part, questionnaire) is not { } group) return false;
            Groups.Add(group);
        }
        return true;
    }

    private static ConditionGroup? Lines(Condition condition, Questionnaire questionnaire)
    {
        IReadOnlyList<Condition> leaves = condition switch
        {
            ChosenCondition { AnyOf.Count: > 1 } several => [.. several.AnyOf.Select(option => new ChosenCondition(several.Question, [option]))],
            AllCondition or AnyCondition => condition.Parts,
            _ => [condition],
        };
        var lines = leaves.Select(leaf => Line(leaf, questionnaire)).ToList();
        return lines.Contains(null) ? null : new() { Any = condition is AnyCondition or ChosenCondition { AnyOf.Count: > 1 }, Lines = lines! };
    }

    private static ConditionLine? Line(Condition leaf, Questionnaire questionnaire) => leaf switch
    {
        ChosenCondition { AnyOf: [var option] } chosen => new() { What = $"{chosen.Question}={option}" },
        NotCondition { Of: ChosenCondition { AnyOf: [var option] } chosen } => new() { What = $"{chosen.Question}={option}", Asks = Asks.IsNot },
        ComparedCondition compared => new() { What = compared.Question, Asks = (Asks)compared.Is, Value = questionnaire.Find(compared.Question)?.Edit(compared.Value) ?? compared.Value },
        _ => null,
    };

    /// <summary>Several options of one question, of which one is enough, are one condition.</summary>
    private static Condition Joined(List<Condition> parts, bool any)
    {
        if (parts.Count == 1) return parts[0];
        if (!any) return new AllCondition(parts);
        return parts.TrueForAll(part => part is ChosenCondition) && parts.Cast<ChosenCondition>().DistinctBy(part => part.Question).Count() == 1
            ? new ChosenCondition(((ChosenCondition)parts[0]).Question, [.. parts.Cast<ChosenCondition>().SelectMany(part => part.AnyOf).Distinct()])
            : new AnyCondition(parts);
    }

    private static ConditionGroup Empty() => new() { Lines = [new(), new()] };
}
