using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

/// <summary>Random instances from fixed seeds: each is named by its seed and found again by it.</summary>
public sealed class PairPlannerTests
{
    private static readonly HashSet<(Guid, Guid)> NoConflicts = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_entry_gets_two_different_reviewers_without_conflict_or_the_refusal_names_one_that_cannot(int seed)
    {
        var (entries, reviewers, conflicts) = Instance(new Random(seed), share: 0.35);
        var plan = PairPlanner.Plan(entries, reviewers, conflicts);
        var impossible = entries.Where(entry => reviewers.Count(reviewer => !entry.Fixed.Contains(reviewer) && !conflicts.Contains((reviewer, entry.Id))) < 2 - entry.Fixed.Count).ToList();
        if (plan.Refused(out var refusal))
        {
            refusal.Code.ShouldBe("pairs.infeasible");
            impossible.Select(entry => (object)entry.Name).ShouldContain(refusal.Arguments[0]);
            return;
        }
        impossible.ShouldBeEmpty();
        var newly = plan.Fact.Assignments.ToLookup(pair => pair.Entry, pair => pair.Reviewer);
        foreach (var entry in entries)
        {
            var pair = entry.Fixed.Concat(newly[entry.Id]).ToList();
            pair.Count.ShouldBe(2);
            pair.Distinct().Count().ShouldBe(2);
            newly[entry.Id].Where(reviewer => conflicts.Contains((reviewer, entry.Id))).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_conflicts_and_with_nobody_assigned_before_loads_differ_by_at_most_one(int seed)
    {
        var (entries, reviewers, _) = Instance(new Random(seed), share: 0, fixedShare: 0);
        var loads = Loads(PairPlanner.Plan(entries, reviewers, NoConflicts).Fact, entries, reviewers);
        (loads.Max() - loads.Min()).ShouldBeLessThanOrEqualTo(1);
        loads.Sum().ShouldBe(2 * entries.Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_exchange_of_one_assignment_makes_the_loads_more_even(int seed)
    {
        var (entries, reviewers, conflicts) = Instance(new Random(seed), share: 0.2);
        var plan = PairPlanner.Plan(entries, reviewers, conflicts);
        if (plan.Refused(out _)) return;
        var load = reviewers.Zip(Loads(plan.Fact, entries, reviewers)).ToDictionary(pair => pair.First, pair => pair.Second);
        var pairs = entries.ToDictionary(entry => entry.Id, entry => entry.Fixed.Concat(plan.Fact.Assignments.Where(pair => pair.Entry == entry.Id).Select(pair => pair.Reviewer)).ToHashSet());
        foreach (var (entry, from) in plan.Fact.Assignments)
        {
            reviewers.Where(to => !pairs[entry].Contains(to) && !conflicts.Contains((to, entry)) && load[from] - load[to] >= 2).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Small_instances_are_as_even_as_the_best_of_all_plans(int block)
    {
        for (var seed = block * 1000; seed < block * 1000 + 40; seed++)
        {
            var (entries, reviewers, conflicts) = Instance(new Random(seed), share: 0.3, maxEntries: 4, maxReviewers: 4);
            var plan = PairPlanner.Plan(entries, reviewers, conflicts);
            if (plan.Refused(out _)) continue;
            Squares(Loads(plan.Fact, entries, reviewers)).ShouldBe(Best(entries, reviewers, conflicts), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_input_gives_the_same_plan(int seed)
    {
        var (entries, reviewers, conflicts) = Instance(new Random(seed), share: 0.2);
        var (first, second) = (PairPlanner.Plan(entries, reviewers, conflicts), PairPlanner.Plan(entries, reviewers, conflicts));
        if (first.Refused(out var refusal)) second.Refusal!.Arguments.ShouldBe(refusal.Arguments);
        else second.Fact.Assignments.ShouldBe(first.Fact.Assignments);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Planning_again_with_the_plan_as_fixed_assigns_nothing(int seed)
    {
        var (entries, reviewers, conflicts) = Instance(new Random(seed), share: 0.1);
        var plan = PairPlanner.Plan(entries, reviewers, conflicts);
        if (plan.Refused(out _)) return;
        var paired = entries.Select(entry => entry with { Fixed = [.. entry.Fixed, .. plan.Fact.Assignments.Where(pair => pair.Entry == entry.Id).Select(pair => pair.Reviewer)] }).ToList();
        PairPlanner.Plan(paired, reviewers, conflicts).Fact.Assignments.ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_with_one_free_reviewer_is_named()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var entry = new PairNeed(Guid.CreateVersion7(), "M-2026-007 (Musterstadt 7)", []);
        var plan = PairPlanner.Plan([entry], [one, two], new HashSet<(Guid, Guid)> { (two, entry.Id) });
        plan.Refusal!.ToString().ShouldBe("Für M-2026-007 (Musterstadt 7) gibt es nicht genug Prüfende ohne Befangenheit.");
    }

    private static (List<PairNeed> Entries, List<Guid> Reviewers, HashSet<(Guid, Guid)> Conflicts) Instance(Random random, double share, double fixedShare = 0.3, int maxEntries = 60, int maxReviewers = 12)
    {
        Guid Id()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }
        var reviewers = Enumerable.Range(0, random.Next(2, maxReviewers + 1)).Select(_ => Id()).ToList();
        var entries = Enumerable.Range(1, random.Next(1, maxEntries + 1)).Select(number =>
        {
            var has = random.NextDouble() < fixedShare ? random.Next(1, 3) : 0;
            return new PairNeed(Id(), $"Beitrag {number}", [.. reviewers.OrderBy(_ => random.Next()).Take(has)]);
        }).ToList();
        var conflicts = entries.SelectMany(entry => reviewers.Where(_ => random.NextDouble() < share).Select(reviewer => (reviewer, entry.Id))).ToHashSet();
        return (entries, reviewers, conflicts);
    }

    private static List<int> Loads(PairPlan plan, List<PairNeed> entries, List<Guid> reviewers) =>
        reviewers.ConvertAll(reviewer => plan.Assignments.Count(pair => pair.Reviewer == reviewer) + entries.Count(entry => entry.Fixed.Contains(reviewer)));

    private static int Squares(IEnumerable<int> loads) => loads.Sum(load => load * load);

    /// <summary>The smallest sum of squared loads over all plans, by trying them all.</summary>
    private static int Best(List<PairNeed> entries, List<Guid> reviewers, HashSet<(Guid, Guid)> conflicts)
    {
        var loads = reviewers.ToDictionary(reviewer => reviewer, reviewer => entries.Count(entry => entry.Fixed.Contains(reviewer)));
        var best = int.MaxValue;
        void Try(int at)
        {
            if (at == entries.Count)
            {
                best = Math.Min(best, Squares(loads.Values));
                return;
            }
            var entry = entries[at];
            var free = reviewers.Where(reviewer => !entry.Fixed.Contains(reviewer) && !conflicts.Contains((reviewer, entry.Id))).ToList();
            foreach (var chosen in Subsets(free, 2 - entry.Fixed.Count))
            {
                foreach (var reviewer in chosen) loads[reviewer]++;
                Try(at + 1);
                foreach (var reviewer in chosen) loads[reviewer]--;
            }
        }
        Try(0);
        return best;
    }

    private static IEnumerable<List<Guid>> Subsets(List<Guid> from, int size)
    {
        if (size == 0) return [[]];
        return size == 1
            ? from.Select(one => new List<Guid> { one })
            : from.SelectMany((one, at) => from.Skip(at + 1).Select(two => new List<Guid> { one, two }));
    }
}
