using System.Numerics;

namespace Awards.Domain.PreReview.Assigning;

/// <summary>
/// Assigns at the least cost where every reviewer's cost grows with the load (convex), by successive shortest paths: one place after another is
/// filled along the cheapest chain "takes this entry, hands another on to …". After each step no plan of what is placed so far is cheaper, so the
/// last one is the optimum (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 9). The chains are searched among the reviewers only: for every
/// two of them the cheapest entry to hand on is kept at hand.
/// </summary>
/// <param name="cost">Cost of an entry with a reviewer.</param>
/// <param name="marginal">Cost of a reviewer's next entry at a load; must not fall with the load.</param>
/// <param name="flat">All entries cost the same: most places are then filled without a search.</param>
internal sealed class LoadFlow<T>(AssignmentProblem problem, Func<int, int, T> cost, Func<int, int, T> marginal, bool flat, SeededRandom random)
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private const int None = AssignmentProblem.None;

    private readonly int _people = problem.Reviewers;
    private readonly bool[] _assigned = new bool[problem.Entries * problem.Reviewers];
    private readonly List<int>[] _held = [.. Enumerable.Range(0, problem.Reviewers).Select(_ => new List<int>())];
    private readonly T[] _hop = new T[problem.Reviewers * problem.Reviewers];
    private readonly int[] _mover = Enumerable.Repeat(None, problem.Reviewers * problem.Reviewers).ToArray();
    private readonly T[] _potential = new T[problem.Reviewers];
    private readonly T[] _distance = new T[problem.Reviewers];
    private readonly int[] _from = new int[problem.Reviewers];
    private readonly bool[] _done = new bool[problem.Reviewers];
    private readonly int[] _rank = new int[problem.Reviewers];
    private readonly int[] _met = new int[problem.Reviewers * problem.Reviewers];
    private int _last = problem.Reviewers;

    /// <summary>Entries of each reviewer.</summary>
    public int[] Load { get; } = new int[problem.Reviewers];

    /// <summary>Reviewers by entry, locked ones first.</summary>
    public int[][] Plan { get; } = [.. Enumerable.Range(0, problem.Entries).Select(_ => Array.Empty<int>())];

    /// <summary>Entries without their full number, each with the reviewers that a chain could reach: all of them have as much as they may.</summary>
    public List<(int Entry, IReadOnlyList<int> Reached)> Unplaced { get; } = [];

    /// <summary>Fills all places it can.</summary>
    public void Run(Func<bool> expired)
    {
        foreach (var (reviewer, rank) in random.Order(_people).Select((reviewer, rank) => (reviewer, rank))) _rank[reviewer] = rank;
        for (var entry = 0; entry < problem.Entries; entry++)
            foreach (var reviewer in problem.Locked[entry])
            {
                _assigned[problem.At(entry, reviewer)] = true;
                Load[reviewer]++;
            }
        foreach (var entry in random.Order(problem.Entries))
            for (var place = problem.Locked[entry].Length; place < problem.PerEntry; place++)
            {
                if (expired()) return;
                if (!(flat && TakeLightest(entry)) && !TakeByChain(entry)) break;
            }
        for (var entry = 0; entry < problem.Entries; entry++)
            Plan[entry] = [.. problem.Locked[entry], .. Enumerable.Range(0, _people).Where(reviewer => _assigned[problem.At(entry, reviewer)] && !problem.IsLocked(entry, reviewer))];
    }

    private bool IsFree(int entry, int reviewer) => problem.May(entry, reviewer) && !_assigned[problem.At(entry, reviewer)];

    // Nothing is cheaper than the cheapest end of all chains.
    private bool TakeLightest(int entry)
    {
        var (best, least, any, fewest) = (None, T.MaxValue, T.MaxValue, 0);
        var team = Enumerable.Range(0, _people).Where(reviewer => _assigned[problem.At(entry, reviewer)]).ToList();
        for (var reviewer = 0; reviewer < _people; reviewer++)
        {
            if (Load[reviewer] >= problem.Max[reviewer]) continue;
            var next = marginal(reviewer, Load[reviewer]);
            if (next < any) any = next;
            if (next > least || !IsFree(entry, reviewer)) continue;
            var meetings = team.Sum(other => _met[other * _people + reviewer]);
            if (next == least && (meetings, _rank[reviewer]).CompareTo((fewest, _rank[best])) > 0) continue;
            (best, least, fewest) = (reviewer, next, meetings);
        }
        if (best == None || least > any) return false;
        Take(entry, best);
        foreach (var other in team) _met[other * _people + best] = _met[best * _people + other] += 1;
        // Who took one comes last among equals: the next two are others.
        _rank[best] = _last++;
        return true;
    }

    private bool TakeByChain(int entry)
    {
        Search(entry);
        var (end, least) = (None, T.MaxValue);
        for (var reviewer = 0; reviewer < _people; reviewer++)
        {
            if (!_done[reviewer] || Load[reviewer] >= problem.Max[reviewer]) continue;
            var total = _distance[reviewer] + _potential[reviewer] + marginal(reviewer, Load[reviewer]);
            if (total >= least) continue;
            (end, least) = (reviewer, total);
        }
        if (end == None)
        {
            Unplaced.Add((entry, [.. Enumerable.Range(0, _people).Where(reviewer => _done[reviewer])]));
            return false;
        }
        var farthest = T.MinValue;
        for (var reviewer = 0; reviewer < _people; reviewer++) if (_done[reviewer] && _distance[reviewer] > farthest) farthest = _distance[reviewer];
        for (var reviewer = 0; reviewer < _people; reviewer++) _potential[reviewer] += _done[reviewer] ? _distance[reviewer] : farthest;
        List<(int Entry, int From, int To)> hops = [];
        var at = end;
        for (; _from[at] != None; at = _from[at]) hops.Add((_mover[_from[at] * _people + at], _from[at], at));
        foreach (var hop in hops)
        {
            Leave(hop.Entry, hop.From);
            Take(hop.Entry, hop.To);
        }
        Take(entry, at);
        return true;
    }

    // Dijkstra over reviewers with reduced lengths. Only the differences of lengths count, so the first ones may be below zero.
    private void Search(int entry)
    {
        for (var reviewer = 0; reviewer < _people; reviewer++)
        {
            (_done[reviewer], _from[reviewer]) = (false, None);
            _distance[reviewer] = IsFree(entry, reviewer) ? cost(entry, reviewer) - _potential[reviewer] : T.MaxValue;
        }
        while (true)
        {
            var (here, least) = (None, T.MaxValue);
            for (var reviewer = 0; reviewer < _people; reviewer++)
                if (!_done[reviewer] && _distance[reviewer] < least) (here, least) = (reviewer, _distance[reviewer]);
            if (here == None) return;
            _done[here] = true;
            var so = least + _potential[here];
            var row = here * _people;
            for (var next = 0; next < _people; next++)
            {
                if (_mover[row + next] == None || _done[next]) continue;
                var far = so + _hop[row + next] - _potential[next];
                if (far < _distance[next]) (_distance[next], _from[next]) = (far, here);
            }
        }
    }

    private void Take(int entry, int reviewer)
    {
        _assigned[problem.At(entry, reviewer)] = true;
        Load[reviewer]++;
        _held[reviewer].Add(entry);
        for (var next = 0; next < _people; next++) Offer(entry, reviewer, next);
        for (var other = 0; other < _people; other++)
            if (_mover[other * _people + reviewer] == entry) Renew(other, reviewer);
    }

    private void Leave(int entry, int reviewer)
    {
        _assigned[problem.At(entry, reviewer)] = false;
        Load[reviewer]--;
        _held[reviewer].Remove(entry);
        for (var next = 0; next < _people; next++) if (_mover[reviewer * _people + next] == entry) Renew(reviewer, next);
        for (var other = 0; other < _people; other++)
            if (other != reviewer && _assigned[problem.At(entry, other)] && !problem.IsLocked(entry, other)) Offer(entry, other, reviewer);
    }

    private void Renew(int from, int to)
    {
        _mover[from * _people + to] = None;
        foreach (var entry in _held[from]) Offer(entry, from, to);
    }

    // Equal ones by number, so that the order of events does not matter.
    private void Offer(int entry, int from, int to)
    {
        if (!IsFree(entry, to)) return;
        var (place, hop) = (from * _people + to, cost(entry, to) - cost(entry, from));
        if (_mover[place] != None && (hop > _hop[place] || (hop == _hop[place] && entry > _mover[place]))) return;
        (_mover[place], _hop[place]) = (entry, hop);
    }
}
