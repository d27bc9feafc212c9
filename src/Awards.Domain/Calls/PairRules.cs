using System.Text.Json.Serialization;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A field of knowledge that a reviewer may have.</summary>
public sealed record Discipline(string Code, LocalizedText Label);

/// <summary>How pairs are assigned in a call.</summary>
public sealed record PairRules
{
    /// <summary>No bounds, no rules, the usual order of goals.</summary>
    public static PairRules Default { get; } = new();

    /// <summary>Fewest entries of each reviewer who has no number of the own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Min { get; init; }

    /// <summary>Most entries of each reviewer who has no number of the own; null = as many as it comes.</summary>
    public int? Max { get; init; }

    /// <summary>How often two people may meet; null = as often as it comes.</summary>
    public int? PairCap { get; init; }

    /// <summary>Disciplines to choose from.</summary>
    public IReadOnlyList<Discipline>? Disciplines { get; init; }

    /// <summary>Codes of disciplines of which every entry needs somebody.</summary>
    public IReadOnlyList<string>? Require { get; init; }

    /// <summary>No two of one department.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DistinctDepartments { get; init; }

    /// <summary>Reviewers are asked which entries they would like to review.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Wishes { get; init; }

    /// <summary>Goals in their order; the balance comes first where it is not named, what else is left out comes last. Null = pairs, mix, affinity.</summary>
    public IReadOnlyList<AssignmentGoal>? Goals { get; init; }

    /// <summary>All orders of goals to choose from, the usual one first. Only the affinity can come before the balance.</summary>
    public static IReadOnlyList<IReadOnlyList<AssignmentGoal>> Orders { get; } =
    [
        [AssignmentGoal.Balance, AssignmentGoal.Pairs, AssignmentGoal.Mix, AssignmentGoal.Affinity],
        [AssignmentGoal.Balance, AssignmentGoal.Pairs, AssignmentGoal.Affinity, AssignmentGoal.Mix],
        [AssignmentGoal.Balance, AssignmentGoal.Mix, AssignmentGoal.Pairs, AssignmentGoal.Affinity],
        [AssignmentGoal.Balance, AssignmentGoal.Mix, AssignmentGoal.Affinity, AssignmentGoal.Pairs],
        [AssignmentGoal.Balance, AssignmentGoal.Affinity, AssignmentGoal.Pairs, AssignmentGoal.Mix],
        [AssignmentGoal.Balance, AssignmentGoal.Affinity, AssignmentGoal.Mix, AssignmentGoal.Pairs],
        [AssignmentGoal.Affinity, AssignmentGoal.Balance, AssignmentGoal.Pairs, AssignmentGoal.Mix],
    ];

    /// <summary>All goals in the order that holds.</summary>
    public IReadOnlyList<AssignmentGoal> Order() => InOrder(Goals ?? []);

    /// <summary>All goals: those named in their order, the balance first where it is not named, the others last.</summary>
    public static IReadOnlyList<AssignmentGoal> InOrder(IReadOnlyList<AssignmentGoal> named) =>
        [.. (named.Contains(AssignmentGoal.Balance) ? named : [AssignmentGoal.Balance, .. named]).Concat(Orders[0]).Distinct()];

    /// <summary>What cannot hold.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Min < 0 || Max < 0 || Min > Max) yield return new("pairs.min_max", "Die Mindestzahl der Beiträge je Person liegt über der Höchstzahl oder unter null.");
        if (PairCap < 1) yield return new("pairs.cap", "Zwei Personen müssen mindestens einen Beitrag gemeinsam prüfen dürfen.");
        if (new[] { Min, Max, PairCap }.Any(number => number > ReviewerProfile.MostEntries)) yield return new("pairs.many", "Mehr als {0} Beiträge je Person oder Paar sind nicht vorgesehen.", ReviewerProfile.MostEntries);
        if (!Orders.Any(order => order.SequenceEqual(Order()))) yield return new("pairs.goals", "Diese Reihenfolge der Ziele gibt es nicht: Vor der gleichen Auslastung stehen höchstens Wünsche.");
        if ((Require ?? []).FirstOrDefault(code => (Disciplines ?? []).All(known => known.Code != code)) is { } unknown) yield return new("pairs.require", "Verlangt wird die Fachrichtung „{0}“, die es nicht gibt.", unknown);
    }
}
