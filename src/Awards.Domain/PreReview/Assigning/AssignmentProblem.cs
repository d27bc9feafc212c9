namespace Awards.Domain.PreReview.Assigning;

/// <summary>A task with numbers instead of ids.</summary>
internal sealed class AssignmentProblem
{
    /// <summary>Stands for "none": no reviewer, no discipline, no department.</summary>
    public const int None = -1;

    private readonly bool[] _may;

    public AssignmentProblem(AssignmentInstance instance)
    {
        Instance = instance;
        (PerEntry, Reviewers, Entries) = (instance.PerEntry, instance.Reviewers.Count, instance.Entries.Count);
        var reviewers = instance.Reviewers.Select((each, at) => (each.Id, at)).ToDictionary(each => each.Id, each => each.at);
        var entries = instance.Entries.Select((each, at) => (each.Id, at)).ToDictionary(each => each.Id, each => each.at);
        Min = [.. instance.Reviewers.Select(each => each.Min)];
        Max = [.. instance.Reviewers.Select(each => Math.Min(each.Max ?? Entries, Entries))];
        var groups = instance.Entries.Select(each => each.Group).Distinct().Select((group, at) => (group, at)).ToDictionary(each => each.group, each => each.at);
        GroupOf = [.. instance.Entries.Select(each => groups[each.Group])];
        GroupSize = new int[groups.Count];
        foreach (var group in GroupOf) GroupSize[group]++;
        _may = new bool[Entries * Reviewers];
        Array.Fill(_may, true);
        foreach (var conflict in instance.Conflicts) _may[At(entries[conflict.Entry], reviewers[conflict.Reviewer])] = false;
        Locked = new int[Entries][];
        Array.Fill(Locked, []);
        foreach (var entry in instance.Locked.Distinct().GroupBy(each => each.Entry)) Locked[entries[entry.Key]] = [.. entry.Select(each => reviewers[each.Reviewer])];
        PairCap = instance.PairCap ?? int.MaxValue;
        var disciplines = instance.Require.Distinct().Select((name, at) => (name, at)).ToDictionary(each => each.name, each => each.at);
        Required = disciplines.Count;
        Discipline = [.. instance.Reviewers.Select(each => each.Discipline is { } name && disciplines.TryGetValue(name, out var at) ? at : None)];
        var departments = instance.Reviewers.Select(each => each.Department).OfType<string>().Distinct().Select((name, at) => (name, at)).ToDictionary(each => each.name, each => each.at);
        Department = [.. instance.Reviewers.Select(each => instance.DistinctDepartments && each.Department is { } name ? departments[name] : None)];
        HasRules = instance.PairCap is not null || Required > 0 || Department.Any(each => each != None);
        if (instance.Affinity.Count == 0) return;
        var digits = instance.Affinity.Max(each => Digits(each.Value));
        for (var at = 0; at < digits; at++) AffinityScale *= 10;
        Affinity = new long[Entries * Reviewers];
        foreach (var each in instance.Affinity) Affinity[At(entries[each.Entry], reviewers[each.Reviewer])] = (long)(each.Value * AffinityScale);
    }

    public AssignmentInstance Instance { get; }
    public int PerEntry { get; }
    public int Reviewers { get; }
    public int Entries { get; }
    public int[] Min { get; }
    public int[] Max { get; }
    public int[] GroupOf { get; }
    public int[] GroupSize { get; }
    public int[][] Locked { get; }
    public int PairCap { get; }

    /// <summary>Number of required disciplines; they are 0 to this.</summary>
    public int Required { get; }

    /// <summary>The required discipline of a reviewer, or <see cref="None"/>.</summary>
    public int[] Discipline { get; }

    public int[] Department { get; }

    /// <summary>There are rules that a flow does not know.</summary>
    public bool HasRules { get; }

    /// <summary>Whole numbers: the given value times <see cref="AffinityScale"/>; null where none is given.</summary>
    public long[]? Affinity { get; }

    public long AffinityScale { get; } = 1;

    public int At(int entry, int reviewer) => entry * Reviewers + reviewer;

    /// <summary>No conflict.</summary>
    public bool May(int entry, int reviewer) => _may[At(entry, reviewer)];

    public bool IsLocked(int entry, int reviewer) => Locked[entry].Length > 0 && Array.IndexOf(Locked[entry], reviewer) >= 0;

    public long AffinityOf(int entry, int reviewer) => Affinity is null ? 0 : Affinity[At(entry, reviewer)];

    private static int Digits(decimal value)
    {
        var digits = 0;
        while (digits < AssignmentInstance.AffinityDigits && decimal.Truncate(value) != value) (value, digits) = (value * 10, digits + 1);
        return digits;
    }
}
