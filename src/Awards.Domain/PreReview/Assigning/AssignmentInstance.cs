using Awards.Domain.Shared;

namespace Awards.Domain.PreReview.Assigning;

/// <summary>What a plan is to be good at, apart from what it must keep to.</summary>
public enum AssignmentGoal
{
    /// <summary>The smallest maximum load, then the evenest loads.</summary>
    Balance,

    /// <summary>Pairs spread as widely as possible: the smallest sum of squares of pair counts.</summary>
    Pairs,

    /// <summary>Everybody gets a fair mix of award groups.</summary>
    Mix,

    /// <summary>The highest total affinity.</summary>
    Affinity,
}

/// <summary>Somebody who reviews.</summary>
/// <param name="Id">Unique among the reviewers.</param>
/// <param name="Min">Fewest entries.</param>
/// <param name="Max">Most entries; null = as many as there are.</param>
/// <param name="Discipline">For <see cref="AssignmentInstance.Require"/>.</param>
/// <param name="Department">For <see cref="AssignmentInstance.DistinctDepartments"/>.</param>
public sealed record AssignmentReviewer(string Id, int Min = 0, int? Max = null, string? Discipline = null, string? Department = null);

/// <summary>An entry that is to be reviewed.</summary>
/// <param name="Id">Unique among the entries.</param>
/// <param name="Group">Award group, for the mix.</param>
public sealed record AssignmentEntry(string Id, string Group = "");

/// <summary>How well a reviewer fits an entry; a pair that is not named counts 0.</summary>
public sealed record AssignmentAffinity(string Reviewer, string Entry, decimal Value);

/// <summary>A pair of reviewer and entry.</summary>
public sealed record AssignmentPair(string Reviewer, string Entry);

/// <summary>A task for <see cref="AssignmentSolver"/>. What is not set has the usual value.</summary>
public sealed record AssignmentInstance
{
    /// <summary>Most digits after the point of an affinity.</summary>
    public const int AffinityDigits = 6;

    /// <summary>The largest affinity, either way.</summary>
    public const decimal MaxAffinity = 1_000_000;

    /// <summary>Different reviewers per entry.</summary>
    public int PerEntry { get; init; } = 2;

    /// <summary>The same seed gives the same plan.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How often two people may meet at most; null = as often as it comes.</summary>
    public int? PairCap { get; init; }

    public IReadOnlyList<AssignmentReviewer> Reviewers { get; init; } = [];
    public IReadOnlyList<AssignmentEntry> Entries { get; init; } = [];

    /// <summary>Who must not review what.</summary>
    public IReadOnlyList<AssignmentPair> Conflicts { get; init; } = [];

    public IReadOnlyList<AssignmentAffinity> Affinity { get; init; } = [];

    /// <summary>What is settled already and stays.</summary>
    public IReadOnlyList<AssignmentPair> Locked { get; init; } = [];

    /// <summary>The goals in their order; one that is left out comes last, in the usual order.</summary>
    public IReadOnlyList<AssignmentGoal> Objective { get; init; } = [];

    /// <summary>Disciplines of which every entry needs at least one reviewer.</summary>
    public IReadOnlyList<string> Require { get; init; } = [];

    /// <summary>The reviewers of an entry come from different departments; who names none is free.</summary>
    public bool DistinctDepartments { get; init; }

    /// <summary>The goals in the order in which they count.</summary>
    public IReadOnlyList<AssignmentGoal> Goals() => [.. Objective.Concat(Enum.GetValues<AssignmentGoal>()).Distinct()];

    /// <summary>What is wrong with the task itself; empty = it can be solved or shown to have no solution.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (PerEntry is < 1 or > 20) yield return new("assign.per_entry", "perEntry muss zwischen 1 und 20 liegen, nicht {0}.", PerEntry);
        if (PairCap < 1) yield return new("assign.pair_cap", "pairCap muss mindestens 1 sein, nicht {0}.", PairCap.Value);
        foreach (var twice in Reviewers.GroupBy(each => each.Id).Where(each => each.Count() > 1)) yield return new("assign.twice", "„{0}“ steht zweimal unter den Prüfenden.", twice.Key);
        foreach (var twice in Entries.GroupBy(each => each.Id).Where(each => each.Count() > 1)) yield return new("assign.twice", "„{0}“ steht zweimal unter den Beiträgen.", twice.Key);
        foreach (var each in Reviewers.Where(each => each.Min < 0 || each.Max < 0 || each.Min > each.Max))
            yield return new("assign.capacity", "„{0}“: min ({1}) und max ({2}) passen nicht zusammen.", each.Id, each.Min, each.Max?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–");
        var (reviewers, entries) = (Reviewers.Select(each => each.Id).ToHashSet(), Entries.Select(each => each.Id).ToHashSet());
        foreach (var (reviewer, entry) in Conflicts.Concat(Locked).Select(each => (each.Reviewer, each.Entry)).Concat(Affinity.Select(each => (each.Reviewer, each.Entry))))
        {
            if (!reviewers.Contains(reviewer)) yield return new("assign.unknown", "„{0}“ steht nicht unter den Prüfenden.", reviewer);
            if (!entries.Contains(entry)) yield return new("assign.unknown", "„{0}“ steht nicht unter den Beiträgen.", entry);
        }
        foreach (var each in Affinity.Where(each => Math.Abs(each.Value) > MaxAffinity || decimal.Round(each.Value, AffinityDigits) != each.Value))
            yield return new("assign.affinity", "Affinität von „{0}“ zu „{1}“: höchstens {2} Nachkommastellen und ±{3}.", each.Reviewer, each.Entry, AffinityDigits, MaxAffinity);
        foreach (var twice in Affinity.GroupBy(each => (each.Reviewer, each.Entry)).Where(each => each.Count() > 1))
            yield return new("assign.affinity_twice", "Affinität von „{0}“ zu „{1}“ steht zweimal da.", twice.Key.Reviewer, twice.Key.Entry);
    }
}
