using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>An entry that needs reviewers.</summary>
/// <param name="Id">Entry.</param>
/// <param name="Name">As the lead knows it, for messages.</param>
/// <param name="Fixed">Reviewers it already has; they stay.</param>
public sealed record PairNeed(Guid Id, string Name, IReadOnlyList<Guid> Fixed);

/// <summary>Who newly reviews what.</summary>
public sealed record PairPlan(IReadOnlyList<(Guid Entry, Guid Reviewer)> Assignments);

/// <summary>
/// Assigns pairs: two different reviewers per entry, no conflict, loads as even as conflicts and fixed pairs allow.
/// Evenness is exact: as long as a chain of moves can carry one entry from a fuller to an emptier reviewer
/// (two or more apart), it is carried out; when none is left, no assignment has a smaller sum of squared loads.
/// Deterministic: the same input gives the same plan.
/// </summary>
public static class PairPlanner
{
    /// <summary>Reviewers per entry.</summary>
    public const int PairSize = 2;

    /// <summary>Plans the missing reviewers. Refused when an entry has too few reviewers without conflict; the refusal names it.</summary>
    public static Outcome<PairPlan> Plan(IReadOnlyList<PairNeed> entries, IReadOnlyList<Guid> reviewers, IReadOnlySet<(Guid Reviewer, Guid Entry)> conflicts)
    {
        var load = reviewers.ToDictionary(reviewer => reviewer, reviewer => entries.Count(entry => entry.Fixed.Contains(reviewer)));
        var moved = entries.ToDictionary(entry => entry.Id, _ => new List<Guid>());
        bool May(Guid reviewer, PairNeed entry) =>
            !entry.Fixed.Contains(reviewer) && !moved[entry.Id].Contains(reviewer) && !conflicts.Contains((reviewer, entry.Id));

        foreach (var entry in entries)
        {
            while (entry.Fixed.Count + moved[entry.Id].Count < PairSize)
            {
                var free = reviewers.Where(reviewer => May(reviewer, entry)).ToList();
                if (free.Count == 0)
                    return new Refusal("pairs.infeasible", "Für {0} gibt es nicht genug Prüfende ohne Befangenheit.", entry.Name);
                var lightest = free.MinBy(reviewer => load[reviewer]);
                moved[entry.Id].Add(lightest);
                load[lightest]++;
            }
        }

        while (Improve(entries, reviewers, load, moved, May)) { }
        return new PairPlan([.. entries.SelectMany(entry => moved[entry.Id].Select(reviewer => (entry.Id, reviewer)))]);
    }

    private static bool Improve(IReadOnlyList<PairNeed> entries, IReadOnlyList<Guid> reviewers, Dictionary<Guid, int> load,
        Dictionary<Guid, List<Guid>> moved, Func<Guid, PairNeed, bool> may)
    {
        foreach (var start in reviewers.OrderByDescending(reviewer => load[reviewer]))
        {
            // Breadth first over "start hands an entry to next": the first reviewer two lighter ends the chain.
            var cameBy = new Dictionary<Guid, (Guid From, PairNeed Entry)>();
            var queue = new Queue<Guid>([start]);
            while (queue.TryDequeue(out var from))
            {
                foreach (var entry in entries.Where(entry => moved[entry.Id].Contains(from)))
                {
                    foreach (var next in reviewers.Where(next => next != start && !cameBy.ContainsKey(next) && may(next, entry)))
                    {
                        cameBy[next] = (from, entry);
                        if (load[start] - load[next] >= 2)
                        {
                            CarryOut(start, next, cameBy, moved);
                            load[start]--;
                            load[next]++;
                            return true;
                        }
                        queue.Enqueue(next);
                    }
                }
            }
        }
        return false;
    }

    private static void CarryOut(Guid start, Guid end, Dictionary<Guid, (Guid From, PairNeed Entry)> cameBy, Dictionary<Guid, List<Guid>> moved)
    {
        for (var at = end; at != start; at = cameBy[at].From)
        {
            var (from, entry) = cameBy[at];
            moved[entry.Id].Remove(from);
            moved[entry.Id].Add(at);
        }
    }
}
