namespace Awards.Domain.PreReview.Assigning;

/// <summary>What no plan with given loads can beat.</summary>
internal static class AssignmentBounds
{
    /// <summary>
    /// Sum of squares of pair counts. Each person meets (perEntry − 1) others per entry and at best spreads them evenly over all others; all
    /// meetings together at best spread evenly over the pairs that any entry allows.
    /// </summary>
    public static long Pairs(AssignmentProblem problem, IReadOnlyList<int> loads)
    {
        var people = problem.Reviewers;
        if (people < 2 || problem.PerEntry < 2) return 0;
        var meetings = (long)problem.Entries * problem.PerEntry * (problem.PerEntry - 1) / 2;
        var byPerson = loads.Sum(load => Even((long)load * (problem.PerEntry - 1), people - 1));
        return Math.Max((byPerson + 1) / 2, Even(meetings, Possible(problem)));
    }

    /// <summary>Sum of squares when a number is split into whole parts as evenly as possible.</summary>
    public static long Even(long total, long parts)
    {
        var (each, more) = Math.DivRem(total, Math.Max(1, parts));
        return (parts - more) * each * each + more * (each + 1) * (each + 1);
    }

    /// <summary>
    /// Sum of squared differences from the fair share (times entries squared, as <see cref="PlanState.MixSquares"/>): the least for given loads and
    /// sizes of groups, whoever reviews what. A transport with convex costs, by successive shortest paths over the groups.
    /// </summary>
    public static long Mix(AssignmentProblem problem, IReadOnlyList<int> loads)
    {
        var groups = problem.GroupSize.Length;
        if (groups < 2) return 0;
        var count = loads.Select(load => Shares(problem, load)).ToArray();
        var surplus = Enumerable.Range(0, groups).Select(group => count.Sum(row => row[group]) - problem.PerEntry * problem.GroupSize[group]).ToArray();
        if ((long)groups * groups * loads.Count <= MostWork) while (surplus.Any(each => each > 0)) MoveOne(problem, loads, count, surplus);
        return count.Select((row, person) => row.Select((each, group) => Square(problem, each, loads[person], group)).Sum()).Sum();
    }

    // With very many groups the bound without their sizes does.
    private const long MostWork = 2_000_000;

    private static long Square(AssignmentProblem problem, int count, int load, int group)
    {
        var off = (long)problem.Entries * count - (long)load * problem.GroupSize[group];
        return off * off;
    }

    // The shares of one load by the largest remainder: no other whole numbers are nearer.
    private static int[] Shares(AssignmentProblem problem, int load)
    {
        var shares = problem.GroupSize.Select(size => (int)((long)load * size / problem.Entries)).ToArray();
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(group => (long)load * problem.GroupSize[group] % problem.Entries).ToArray();
        var left = load - shares.Sum();
        for (var at = 0; at < left; at++) shares[order[at]]++;
        return shares;
    }

    private static void MoveOne(AssignmentProblem problem, IReadOnlyList<int> loads, int[][] count, int[] surplus)
    {
        var groups = surplus.Length;
        var hop = new (long Cost, int Person)[groups, groups];
        for (var from = 0; from < groups; from++)
            for (var to = 0; to < groups; to++)
            {
                hop[from, to] = (long.MaxValue, -1);
                if (from == to) continue;
                for (var person = 0; person < count.Length; person++)
                {
                    if (count[person][from] == 0) continue;
                    var row = count[person];
                    var cost = Square(problem, row[from] - 1, loads[person], from) - Square(problem, row[from], loads[person], from)
                        + Square(problem, row[to] + 1, loads[person], to) - Square(problem, row[to], loads[person], to);
                    if (cost < hop[from, to].Cost) hop[from, to] = (cost, person);
                }
            }
        var distance = surplus.Select(each => each > 0 ? 0 : long.MaxValue).ToArray();
        var came = Enumerable.Repeat(-1, groups).ToArray();
        for (var round = 0; round < groups; round++)
            for (var from = 0; from < groups; from++)
                for (var to = 0; to < groups; to++)
                {
                    if (distance[from] == long.MaxValue || hop[from, to].Person < 0 || distance[from] + hop[from, to].Cost >= distance[to]) continue;
                    (distance[to], came[to]) = (distance[from] + hop[from, to].Cost, from);
                }
        var end = Enumerable.Range(0, groups).Where(group => surplus[group] < 0).MinBy(group => distance[group]);
        surplus[end]++;
        for (; came[end] >= 0; end = came[end])
        {
            var person = hop[came[end], end].Person;
            count[person][came[end]]--;
            count[person][end]++;
        }
        surplus[end]--;
    }

    private static long Possible(AssignmentProblem problem)
    {
        if (problem.Instance.Conflicts.Count == 0) return (long)problem.Reviewers * (problem.Reviewers - 1) / 2;
        long possible = 0;
        for (var one = 0; one < problem.Reviewers; one++)
            for (var two = one + 1; two < problem.Reviewers; two++)
                for (var entry = 0; entry < problem.Entries; entry++)
                {
                    if (!problem.May(entry, one) || !problem.May(entry, two)) continue;
                    possible++;
                    break;
                }
        return possible;
    }
}
