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
    private const int MostKept = 5_000;
    private const long MostSteps = 1_000_000;

    private readonly List<(int Entry, int Place, int Before)> _undo = [];
    private readonly long[] _before = new long[6], _after = new long[6];
    private readonly int[][] _groups = [.. Enumerable.Range(0, problem.GroupSize.Length).Select(group => Enumerable.Range(0, problem.Entries).Where(entry => problem.GroupOf[entry] == group).ToArray())];
    private readonly long _mostLoss = problem.Affinity is null ? 0 : problem.Affinity.Max(Math.Abs) * 2 * problem.PerEntry;
    private AssignmentGoal[] _held = [];
    private int[] _best = [];
    private long _least;
    private readonly long[] _limits = new long[6];
    private long _patience = long.MaxValue;

    /// <summary>Works on rules (null) or one goal.</summary>
    /// <param name="held">Goals that must not get worse.</param>
    /// <param name="bound">Where nothing is left to do, in the unit of <see cref="Value"/>.</param>
    public void Better(AssignmentGoal? goal, AssignmentGoal[] held, long bound)
    {
        _held = held;
        state.WatchMix = goal is AssignmentGoal.Mix || held.Contains(AssignmentGoal.Mix);
        if (problem.Entries == 0 || problem.Reviewers <= problem.PerEntry || Value(goal) <= bound) return;
        var steps = Math.Clamp(150L * problem.Entries * problem.PerEntry, 20_000, 3_000_000);
        (_best, _least) = ([.. state.Slots], Value(goal));
        Note(_limits, goal);
        for (var attempt = 0; attempt < (steps > MostSteps ? 2 : Tries) && _least > bound && !expired(); attempt++)
        {
            Cool(goal, bound, steps, attempt);
            Keep(goal, bound, always: true);
            if (Suffers(goal)) state.Fill(_best);
        }
        if (Value(goal) > _least) state.Fill(_best);
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
        // The first time straight down: large tasks are done with that. Every other time what is held may get worse on the way: some plans are islands.
        var (hot, cold) = attempt == 0 ? (0.0, 0.0) : (1.5, 0.12);
        var islands = attempt > 0 && attempt % 2 == 0;
        for (var step = 0L; step < steps; step++)
        {
            if (step % Breath == 0 && expired()) return;
            var heat = hot == 0 ? 0 : hot * Math.Pow(cold / hot, (double)(step & ~63L) / steps);
            // At first only what costs little affinity: a later goal, but a plan that begins with the best of it should not throw it away.
            _patience = attempt > 0 || 2 * step > steps ? long.MaxValue : (long)(_mostLoss * Math.Pow(2.0 * step / steps, 2));
            Try(goal, heat, islands);
            if (Keep(goal, bound, always: false)) return;
        }
        for (var step = 0L; attempt > 0 && step < steps / 4 && !(step % Breath == 0 && expired()); step++)
        {
            Try(goal, 0, islands: false);
            if (Keep(goal, bound, always: false)) return;
        }
    }

    // True at the bound. The best plan so far is kept; of a large task at the end of an attempt only, for copying costs time.
    private bool Keep(AssignmentGoal? goal, long bound, bool always)
    {
        var value = Value(goal);
        if (value >= _least || (value > bound && !always && _best.Length > MostKept) || Suffers(goal)) return false;
        _least = value;
        for (var at = 0; at < _best.Length; at++) _best[at] = state.Slots[at];
        return value <= bound;
    }

    private bool Suffers(AssignmentGoal? goal)
    {
        Note(_after, goal);
        for (var at = 0; at <= _held.Length; at++) if (_after[at] > _limits[at]) return true;
        return false;
    }

    private void Try(AssignmentGoal? goal, double heat, bool islands)
    {
        _undo.Clear();
        Note(_before, goal);
        var affinity = state.Affinity;
        if (!Move(goal)) return;
        Note(_after, goal);
        var (last, loss) = (_held.Length + 1, goal == AssignmentGoal.Affinity ? 0 : affinity - state.Affinity);
        if (islands)
        {
            var cost = 4.0 * (_after[0] - _before[0]) + (_after[last] - _before[last]) / Unit(goal);
            for (var at = 1; at < last; at++) cost += 1.5 * (_after[at] - _before[at]) / Unit(_held[at - 1]);
            if (cost > 0 && random.NextDouble() >= Math.Exp(-cost / heat)) Undo();
            return;
        }
        for (var at = 0; at < last; at++)
        {
            if (_after[at] < _before[at]) { if (loss > _patience) Undo(); return; }
            if (_after[at] > _before[at]) { Undo(); return; }
        }
        var worse = _after[last] - _before[last];
        if (worse < 0 ? loss > _patience : worse == 0 ? loss > 0 && heat == 0 : heat == 0 || random.NextDouble() >= Math.Exp(-worse / (heat * Unit(goal)))) Undo();
    }

    // What one exchange typically changes.
    private double Unit(AssignmentGoal? goal) => goal switch { AssignmentGoal.Mix => (double)problem.Entries * problem.Entries, AssignmentGoal.Affinity => problem.AffinityScale, _ => 1.0 };

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
            _ when kind < 2 => Hand(Troubled(goal)),
            AssignmentGoal.Mix when kind < 7 => Exchange(random.Next(problem.Entries), random.Next(problem.Entries)),
            AssignmentGoal.Affinity when kind < 7 => Exchange(random.Next(problem.Entries)),
            AssignmentGoal.Balance when kind < 7 => Hand(random.Next(problem.Entries)),
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
