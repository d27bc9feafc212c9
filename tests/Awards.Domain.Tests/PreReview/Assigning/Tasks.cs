using Awards.Domain.PreReview.Assigning;

namespace Awards.Domain.Tests.PreReview.Assigning;

/// <summary>Random tasks from fixed seeds, and what can be counted in a plan by hand.</summary>
internal static class Tasks
{
    /// <summary>A task without conflicts.</summary>
    public static AssignmentInstance Plain(int entries, int reviewers, params int[] groups) => new()
    {
        Entries = [.. Enumerable.Range(1, entries).Select(at => new AssignmentEntry($"e{at}", groups.Length == 0 ? "" : Group(at, groups)))],
        Reviewers = [.. Enumerable.Range(1, reviewers).Select(at => new AssignmentReviewer($"r{at}"))],
    };

    /// <summary>A small task with everything in it: conflicts, capacities, locks, affinities, rules.</summary>
    public static AssignmentInstance Small(int seed)
    {
        var random = new Random(seed);
        var task = Plain(random.Next(3, 7), random.Next(3, 6), 2, 2, 3);
        var pairs = task.Reviewers.SelectMany(reviewer => task.Entries.Select(entry => (Reviewer: reviewer.Id, Entry: entry.Id))).ToList();
        var conflicts = pairs.Where(_ => random.NextDouble() < 0.15).Select(each => new AssignmentPair(each.Reviewer, each.Entry)).ToList();
        var free = pairs.Where(each => !conflicts.Contains(new(each.Reviewer, each.Entry))).ToList();
        return task with
        {
            Seed = seed,
            PerEntry = random.Next(5) == 0 ? 3 : 2,
            PairCap = random.Next(5) == 0 ? 2 : null,
            Reviewers = [.. task.Reviewers.Select((each, at) => each with { Min = random.Next(4) == 0 ? 1 : 0, Max = random.Next(4) == 0 ? random.Next(1, 6) : null, Discipline = at % 2 == 0 ? "planning" : "social", Department = at < 2 ? "one" : null })],
            Conflicts = conflicts,
            Affinity = [.. pairs.Where(_ => random.NextDouble() < 0.5).Select(each => new AssignmentAffinity(each.Reviewer, each.Entry, random.Next(0, 7) / 2m))],
            Locked = random.Next(3) == 0 && free.Count > 0 ? [new(free[0].Reviewer, free[0].Entry)] : [],
            Require = random.Next(6) == 0 ? ["planning"] : [],
            DistinctDepartments = random.Next(6) == 0,
        };
    }

    /// <summary>Everything that a plan must keep to.</summary>
    public static void ShouldKeepTheRules(this AssignmentResult result, AssignmentInstance task)
    {
        result.Assignments.Select(each => each.Entry).ShouldBe(task.Entries.Select(each => each.Id));
        var reviewers = task.Reviewers.ToDictionary(each => each.Id);
        foreach (var (entry, team) in result.Assignments)
        {
            team.Count.ShouldBe(task.PerEntry);
            team.Distinct().Count().ShouldBe(task.PerEntry);
            team.ShouldAllBe(reviewer => !task.Conflicts.Contains(new(reviewer, entry)));
            task.Locked.Where(each => each.Entry == entry).ShouldAllBe(each => team.Contains(each.Reviewer));
            task.Require.ShouldAllBe(name => team.Any(reviewer => reviewers[reviewer].Discipline == name));
            var departments = team.Select(reviewer => reviewers[reviewer].Department).OfType<string>().ToList();
            if (task.DistinctDepartments) departments.ShouldBeUnique();
        }
        var loads = Loads(result, task);
        task.Reviewers.ShouldAllBe(each => loads[each.Id] >= each.Min && loads[each.Id] <= (each.Max ?? task.Entries.Count));
        if (task.PairCap is { } cap) Meetings(result).Values.ShouldAllBe(count => count <= cap);
    }

    /// <summary>The terms, counted from the plan.</summary>
    public static (decimal MaxLoad, decimal Spread, decimal Pairs, decimal Mix, decimal Affinity) Counted(this AssignmentResult result, AssignmentInstance task)
    {
        var loads = Loads(result, task);
        var groups = task.Entries.ToDictionary(each => each.Id, each => each.Group);
        var mix = 0m;
        foreach (var group in groups.Values.Distinct())
            foreach (var reviewer in task.Reviewers)
            {
                var own = result.Assignments.Count(each => groups[each.Entry] == group && each.Reviewers.Contains(reviewer.Id));
                var fair = (decimal)loads[reviewer.Id] * groups.Values.Count(each => each == group) / task.Entries.Count;
                mix += (own - fair) * (own - fair);
            }
        var affinity = result.Assignments.Sum(each => each.Reviewers.Sum(reviewer => task.Affinity.FirstOrDefault(fit => fit.Reviewer == reviewer && fit.Entry == each.Entry)?.Value ?? 0));
        return (loads.Values.Max(), loads.Values.Max() - loads.Values.Min(), Meetings(result).Values.Sum(count => (decimal)count * count), decimal.Round(mix, 6), affinity);
    }

    public static Dictionary<string, int> Loads(AssignmentResult result, AssignmentInstance task) =>
        task.Reviewers.ToDictionary(each => each.Id, each => result.Assignments.Count(assigned => assigned.Reviewers.Contains(each.Id)));

    private static Dictionary<(string, string), int> Meetings(AssignmentResult result) =>
        result.Assignments.SelectMany(each => from one in each.Reviewers from two in each.Reviewers where string.CompareOrdinal(one, two) < 0 select (one, two)).GroupBy(each => each).ToDictionary(each => each.Key, each => each.Count());

    private static string Group(int at, int[] shares)
    {
        var place = at % shares.Sum();
        for (var group = 0; ; group++) if ((place -= shares[group]) < 0) return ((char)('A' + group)).ToString();
    }
}
