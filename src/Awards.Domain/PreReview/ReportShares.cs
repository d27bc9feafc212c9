namespace Awards.Domain.PreReview;

/// <summary>Who writes which report, so that everybody gets about the same number: pure and the same for the same input.</summary>
public static class ReportShares
{
    /// <summary>Gives each report to one of its candidates, with the loads as even as they can be. A report without candidates gets nobody.</summary>
    /// <param name="candidates">Who may write each report.</param>
    /// <param name="already">Reports that persons have besides.</param>
    public static IReadOnlyList<Guid?> Distribute(IReadOnlyList<IReadOnlyList<Guid>> candidates, IReadOnlyDictionary<Guid, int> already)
    {
        var load = candidates.SelectMany(each => each).Distinct().ToDictionary(person => person, person => already.GetValueOrDefault(person));
        var writers = new Guid?[candidates.Count];
        for (var report = 0; report < candidates.Count; report++)
        {
            if (candidates[report].Count == 0) continue;
            var writer = candidates[report].MinBy(person => load[person]);
            writers[report] = writer;
            load[writer]++;
        }
        // A chain of hand-overs from a loaded person to one with at least two less evens out; without such a chain it cannot be evener.
        while (load.OrderByDescending(each => each.Value).ThenBy(each => each.Key).Any(each => Relieve(each.Key))) { }
        return writers;

        bool Relieve(Guid from)
        {
            var reached = new Dictionary<Guid, (Guid Giver, int Report)?> { [from] = null };
            var queue = new Queue<Guid>([from]);
            while (queue.TryDequeue(out var giver))
            {
                if (load[giver] <= load[from] - 2)
                {
                    for (var taker = giver; reached[taker] is { } step; taker = step.Giver) writers[step.Report] = taker;
                    (load[from], load[giver]) = (load[from] - 1, load[giver] + 1);
                    return true;
                }
                for (var report = 0; report < writers.Length; report++)
                    if (writers[report] == giver)
                        foreach (var taker in candidates[report])
                            if (reached.TryAdd(taker, (giver, report))) queue.Enqueue(taker);
            }
            return false;
        }
    }
}
