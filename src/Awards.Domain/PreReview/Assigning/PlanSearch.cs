namespace Awards.Domain.PreReview.Assigning;

/// <summary>
/// Betters a plan goal by goal with small exchanges (simulated annealing): while one goal is worked on, no goal before it and no rule may get worse.
/// The number of steps follows from the size of the task, so that the same seed gives the same plan.
/// </summary>
internal sealed class PlanSearch(AssignmentProblem problem, PlanState state, SeededRandom random, Func<bool> expired)
{
    // Steps between two looks at the clock.
    private const int Breath = 4096;
    private const int Tries = 12;

    private readonly List<(int Entry, int Place, int Before)> _undo = [];
    private readonly long[] _before = new long[6], _after = new long[6];
    private readonly int[][] _groups = [.. Enumerable.Range(0, problem.GroupSize.Length).Select(group => Enumerable.Range(0, problem.Entries).Where(entry => problem.GroupOf[entry] == group).ToArray())];
    private readonly long _mostLoss = problem.Affinity is null ? 0 : problem.Affinity.Max(Math.Abs) * 2 * problem.PerEntry;
    private AssignmentGoal[] _held = [];
    private int[] _best = [];
    private long _patience = long.MaxValue;

    /// <summary>Works on rules (null) or one goal.</summary>
    /// <param name="held">Goals that must not get worse.</param>
    /// <param name="bound">Where nothing is left to do, in the unit of <see cref="Value"/>.</param>
    public void Better(AssignmentGoal? goal, AssignmentGoal[] held, long bound)
    {
        _held = held;
        if (problem.Entries == 0 || problem.Reviewers <= problem.PerEntry || Value(goal) <= bound) return;
        state.WatchMix = goal is AssignmentGoal.Mix || held.Contains(AssignmentGoal.Mix);
        var steps = Math.Clamp(150L * problem.Entries * problem.PerEntry, 60_000, 3_000_000);
        (_best, var least) = ([.. state.Slots], Value(goal));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            Cool(goal, bound, steps, attempt);
            if (Value(goal) < least) (_best, least) = ([.. state.Slots], Value(goal));
            else if (attempt > 1 && steps > 1_000_000) break;
            if (least <= bound || expired()) break;
        }
        if (Value(goal) > least) state.Fill(_best);
    }

    /// <summary>What a goal stands at; small is good. For balance the sum of squared loads: the smallest has the smallest maximum, too.</summary>
    public long Value(AssignmentGoal? goal) => goal switch
    {
        null => state.Faults,
        AssignmentGoal.Balance => state.LoadSquares,
        AssignmentGoal.Pairs => state.PairSquares,
        AssignmentGoal.Mix => state.MixSquares,
        _ => -state.Affinity,
    };

    private void Cool(AssignmentGoal? goal, long bound, long steps, int attempt)
    {
        // The unit of a goal: what one exchange typically changes.
        var unit = goal switch { AssignmentGoal.Mix => (double)problem.Entries * problem.Entries, AssignmentGoal.Affinity => problem.AffinityScale, _ => 1.0 };
        // The first time straight down: large tasks are done with that.
        var (hot, cold) = attempt == 0 ? (0.0, 0.0) : (1.5 * unit, 0.12 * unit);
        for (var step = 0L; step < steps; step++)
        {
            if (step % Breath == 0 && expired()) return;
            var heat = hot == 0 ? 0 : hot * Math.Pow(cold / hot, (double)(step & ~63L) / steps);
            // At first only what costs little affinity: a later goal, but a plan that begins with the best of it should not throw it away.
            _patience = attempt > 0 || 2 * step > steps ? long.MaxValue : (long)(_mostLoss * Math.Pow(2.0 * step / steps, 2));
            Try(goal, heat);
            if (Value(goal) <= bound) return;
        }
        for (var step = 0L; attempt > 0 && step < steps / 4 && !(step % Breath == 0 && expired()); step++)
        {
            Try(goal, 0);
            if (Value(goal) <= bound) return;
        }
    }

    private void Try(AssignmentGoal? goal, double heat)
    {
        _undo.Clear();
        Note(_before, goal);
        var affinity = state.Affinity;
        if (!Move(goal)) return;
        Note(_after, goal);
        var loss = goal == AssignmentGoal.Affinity ? 0 : affinity - state.Affinity;
        var last = _held.Length + 1;
        for (var at = 0; at < last; at++)
        {
            if (_after[at] < _before[at]) { if (loss > _patience) Undo(); return; }
            if (_after[at] > _before[at]) { Undo(); return; }
        }
        var worse = _after[last] - _before[last];
        if (worse < 0 ? loss > _patience : worse == 0 ? loss > 0 && heat == 0 : heat == 0 || random.NextDouble() >= Math.Exp(-worse / heat)) Undo();
    }

    private void Note(long[] values, AssignmentGoal? goal)
    {
        values[0] = goal is null ? 0 : state.Faults;
        for (var at = 0; at < _held.Length; at++) values[at + 1] = Value(_held[at]);
        values[_held.Length + 1] = Value(goal);
    }

    private bool Move(AssignmentGoal? goal)
    {
        var kind = random.Next(10);
        return goal switch
        {
            AssignmentGoal.Mix when kind < 6 => Exchange(random.Next(problem.Entries), random.Next(problem.Entries)),
            AssignmentGoal.Affinity when kind < 6 => Exchange(random.Next(problem.Entries)),
            AssignmentGoal.Balance when kind < 7 => Hand(random.Next(problem.Entries)),
            _ when kind < 2 => Hand(Troubled(goal)),
            _ => Swap(Troubled(goal), random.Next(problem.Entries)),
        };
    }

    // For pairs an entry whose people meet often; most entries of a large task have nothing to gain.
    private int Troubled(AssignmentGoal? goal)
    {
        var entry = random.Next(problem.Entries);
        if (goal is not (AssignmentGoal.Pairs or null)) return entry;
        var usual = (long)problem.Entries * problem.PerEntry * (problem.PerEntry - 1) / ((long)problem.Reviewers * (problem.Reviewers - 1));
        for (var look = 0; look < 64; look++, entry = random.Next(problem.Entries))
            for (var one = 0; one < problem.PerEntry; one++)
                for (var two = one + 1; two < problem.PerEntry; two++)
                    if (state.Meetings(state.Who(entry, one), state.Who(entry, two)) > usual) return entry;
        return entry;
    }

    private int FreePlace(int entry) => problem.Locked[entry].Length is var locked && locked < problem.PerEntry ? locked + random.Next(problem.PerEntry - locked) : AssignmentProblem.None;

    /// <summary>Somebody hands an entry to somebody else.</summary>
    private bool Hand(int entry)
    {
        var (place, to) = (FreePlace(entry), random.Next(problem.Reviewers));
        if (place < 0 || !problem.May(entry, to) || state.Has(entry, to)) return false;
        var from = state.Who(entry, place);
        if (state.Load(to) >= problem.Max[to] || state.Load(from) <= problem.Min[from]) return false;
        Put(entry, place, to);
        return true;
    }

    /// <summary>Two people swap one entry each.</summary>
    private bool Swap(int one, int two)
    {
        var (here, there) = (FreePlace(one), FreePlace(two));
        if (here < 0 || there < 0 || one == two) return false;
        var (first, second) = (state.Who(one, here), state.Who(two, there));
        if (!Fits(one, second) || !Fits(two, first)) return false;
        Put(one, here, second);
        Put(two, there, first);
        return true;
    }

    // Within a group neither pairs nor mix change.
    private bool Exchange(int entry) => _groups[problem.GroupOf[entry]] is var same && Exchange(entry, same[random.Next(same.Length)]);

    /// <summary>Two entries exchange all their reviewers.</summary>
    private bool Exchange(int one, int two)
    {
        if (one == two || problem.Locked[one].Length > 0 || problem.Locked[two].Length > 0) return false;
        for (var place = 0; place < problem.PerEntry; place++)
            if (!problem.May(one, state.Who(two, place)) || !problem.May(two, state.Who(one, place))) return false;
        for (var place = 0; place < problem.PerEntry; place++)
        {
            var (first, second) = (state.Who(one, place), state.Who(two, place));
            Put(one, place, second);
            Put(two, place, first);
        }
        return true;
    }

    private bool Fits(int entry, int person) => problem.May(entry, person) && !state.Has(entry, person);

    private void Put(int entry, int place, int person)
    {
        _undo.Add((entry, place, state.Who(entry, place)));
        state.Put(entry, place, person);
    }

    private void Undo()
    {
        for (var at = _undo.Count - 1; at >= 0; at--) state.Put(_undo[at].Entry, _undo[at].Place, _undo[at].Before);
    }
}
