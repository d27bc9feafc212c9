namespace Awards.Domain.PreReview.Sessions;

/// <summary>
/// Puts items in the order in which the fewest people leave the room and come back. Items belong to bands; bands follow one another, inside a band the
/// order is free. Everybody is in the room before the first item and after the last one.
/// </summary>
public static class RoomOrder
{
    /// <summary>Bands with up to this many different sets of people out are ordered exactly (Held and Karp 1962), larger ones by nearest neighbour and 2-opt.</summary>
    public const int MostExact = 12;

    /// <summary>Leavings and re-entries, counted together, when items follow one another: who stays out costs nothing.</summary>
    /// <param name="outs">Who is out for each item, in order.</param>
    public static int Moves(IEnumerable<IReadOnlySet<Guid>> outs)
    {
        var (moves, last) = (0, (IReadOnlySet<Guid>)new HashSet<Guid>());
        foreach (var set in outs) (moves, last) = (moves + Between(last, set), set);
        return moves + last.Count;
    }

    /// <summary>
    /// The items of each band in their new order, as indexes into the band. The best order there is where no band has more than
    /// <see cref="MostExact"/> different sets, and never one with more moves than the order given, which stays where nothing is won.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<IReadOnlyList<IReadOnlySet<Guid>>> bands)
    {
        // Items with the same set out are one stop: a detour never makes a way shorter.
        var stops = new Stops();
        var stopsOf = bands.Select(band => band.Select(stops.Of).ToArray()).ToArray();
        List<Way> ways = [new(0, 0, null, [])];
        foreach (var band in stopsOf)
        {
            int[] distinct = [.. band.Distinct()];
            if (distinct.Length > 0) ways = distinct.Length <= MostExact ? Exact(distinct, ways, stops) : [Near(distinct, ways, stops)];
            else ways = ways.ConvertAll(way => way with { Before = way, Visited = [] });
        }
        var best = ways.MinBy(way => way.Cost + stops.Between(way.Last, 0))!;
        if (Moves(bands.SelectMany(band => band)) <= best.Cost + stops.Between(best.Last, 0)) return [.. bands.Select(band => (IReadOnlyList<int>)[.. Enumerable.Range(0, band.Count)])];
        var visits = new List<int[]>();
        for (var way = best; way.Before is not null; way = way.Before) visits.Insert(0, way.Visited);
        return [.. stopsOf.Zip(visits, (band, order) => (IReadOnlyList<int>)[.. order.SelectMany(stop => Enumerable.Range(0, band.Length).Where(at => band[at] == stop))])];
    }

    private static List<Way> Exact(int[] band, List<Way> before, Stops stops)
    {
        var (count, all) = (band.Length, (1 << band.Length) - 1);
        var (cost, from) = (new int[all + 1, count], new int[all + 1, count]);
        for (var mask = 1; mask <= all; mask++)
            for (var last = 0; last < count; last++)
            {
                cost[mask, last] = int.MaxValue;
                if ((mask & 1 << last) == 0) continue;
                var rest = mask & ~(1 << last);
                for (var other = 0; other < (rest == 0 ? before.Count : count); other++)
                {
                    if (rest != 0 && (rest & 1 << other) == 0) continue;
                    var sum = rest == 0 ? before[other].Cost + stops.Between(before[other].Last, band[last]) : cost[rest, other] + stops.Between(band[other], band[last]);
                    if (sum < cost[mask, last]) (cost[mask, last], from[mask, last]) = (sum, other);
                }
            }
        return [.. Enumerable.Range(0, count).Select(last =>
        {
            var (visited, mask, at) = (new int[count], all, last);
            for (var place = count - 1; ; place--)
            {
                visited[place] = band[at];
                var previous = from[mask, at];
                mask &= ~(1 << at);
                if (mask == 0) return new Way(cost[all, last], band[last], before[previous], visited);
                at = previous;
            }
        })];
    }

    private static Way Near(int[] band, List<Way> before, Stops stops) => before.Select(way =>
    {
        List<int> left = [.. band], route = [way.Last];
        while (left.Count > 0)
        {
            var next = left.MinBy(stop => stops.Between(route[^1], stop));
            left.Remove(next);
            route.Add(next);
        }
        Untangle(route, stops);
        return new Way(way.Cost + route.Zip(route.Skip(1), stops.Between).Sum(), route[^1], way, [.. route.Skip(1)]);
    }).MinBy(way => way.Cost)!;

    // 2-opt on an open way whose first stop is fixed: turns round stretches as long as that saves something.
    private static void Untangle(List<int> route, Stops stops)
    {
        for (var better = true; better;)
        {
            better = false;
            for (var first = 1; first < route.Count - 1; first++)
                for (var last = first + 1; last < route.Count; last++)
                {
                    var now = stops.Between(route[first - 1], route[first]) + (last + 1 < route.Count ? stops.Between(route[last], route[last + 1]) : 0);
                    var turned = stops.Between(route[first - 1], route[last]) + (last + 1 < route.Count ? stops.Between(route[first], route[last + 1]) : 0);
                    if (turned >= now) continue;
                    route.Reverse(first, last - first + 1);
                    better = true;
                }
        }
    }

    private static int Between(IReadOnlySet<Guid> one, IReadOnlySet<Guid> other) => one.Count(person => !other.Contains(person)) + other.Count(person => !one.Contains(person));

    /// <summary>A way through the bands so far.</summary>
    private sealed record Way(int Cost, int Last, Way? Before, int[] Visited);

    /// <summary>The different sets, numbered as they come; 0 = nobody is out.</summary>
    private sealed class Stops
    {
        private readonly List<IReadOnlySet<Guid>> _sets = [new HashSet<Guid>()];
        private readonly Dictionary<string, int> _known = new() { [""] = 0 };
        private readonly Dictionary<(int, int), int> _between = [];

        public int Of(IReadOnlySet<Guid> set)
        {
            var key = string.Join(' ', set.Order());
            if (_known.TryGetValue(key, out var stop)) return stop;
            _sets.Add(set);
            return _known[key] = _sets.Count - 1;
        }

        public int Between(int one, int other)
        {
            if (_between.TryGetValue((one, other), out var moves)) return moves;
            return _between[(one, other)] = RoomOrder.Between(_sets[one], _sets[other]);
        }
    }
}
