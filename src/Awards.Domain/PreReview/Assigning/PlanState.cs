namespace Awards.Domain.PreReview.Assigning;

/// <summary>A plan with all its counts, kept right with every change.</summary>
internal sealed class PlanState
{
    private readonly AssignmentProblem _problem;
    private readonly int[] _slots, _load, _pair, _inGroup;
    private readonly long[] _rowMix;
    private bool _mixes;

    public PlanState(AssignmentProblem problem, IReadOnlyList<int[]> plan)
    {
        _problem = problem;
        _slots = new int[problem.Entries * problem.PerEntry];
        _load = new int[problem.Reviewers];
        _pair = new int[problem.Reviewers * problem.Reviewers];
        _inGroup = new int[problem.Reviewers * problem.GroupSize.Length];
        _rowMix = new long[problem.Reviewers];
        Fill([.. plan.SelectMany(entry => entry)]);
    }

    /// <summary>Broken rules that a flow does not know: meetings above the cap, disciplines that an entry lacks, departments it has twice.</summary>
    public long Faults { get; private set; }

    public long LoadSquares { get; private set; }
    public long PairSquares { get; private set; }

    /// <summary>Sum over persons and groups of (all entries × own entries of the group − own entries × entries of the group)². Kept only while <see cref="WatchMix"/> is on.</summary>
    public long MixSquares { get; private set; }

    /// <summary>Scaled as in the problem.</summary>
    public long Affinity { get; private set; }

    public IReadOnlyList<int> Loads => _load;

    /// <summary>The places of all entries, <see cref="AssignmentProblem.PerEntry"/> each; locked ones come first.</summary>
    public IReadOnlyList<int> Slots => _slots;

    /// <summary>The mix costs time: it is kept only where it counts.</summary>
    public bool WatchMix
    {
        get => _mixes;
        set
        {
            _mixes = value;
            MixSquares = 0;
            for (var person = 0; person < _problem.Reviewers; person++) MixSquares += _rowMix[person] = Row(person);
        }
    }

    public int Who(int entry, int place) => _slots[entry * _problem.PerEntry + place];

    public int Load(int person) => _load[person];

    public int Meetings(int one, int two) => _pair[one * _problem.Reviewers + two];

    public bool Has(int entry, int person)
    {
        for (var place = 0; place < _problem.PerEntry; place++) if (Who(entry, place) == person) return true;
        return false;
    }

    /// <summary>Gives a place to somebody else.</summary>
    public void Put(int entry, int place, int person)
    {
        var (before, group) = (Who(entry, place), _problem.GroupOf[entry]);
        if (before == person) return;
        if (_problem.HasRules) Faults -= Broken(entry);
        for (var other = 0; other < _problem.PerEntry; other++)
        {
            if (other == place) continue;
            Meet(before, Who(entry, other), -1);
            Meet(person, Who(entry, other), 1);
        }
        _slots[entry * _problem.PerEntry + place] = person;
        if (_problem.HasRules) Faults += Broken(entry);
        LoadSquares += 2 * (_load[person] - _load[before]) + 2;
        _load[before]--;
        _load[person]++;
        _inGroup[before * _problem.GroupSize.Length + group]--;
        _inGroup[person * _problem.GroupSize.Length + group]++;
        Affinity += _problem.AffinityOf(entry, person) - _problem.AffinityOf(entry, before);
        if (!_mixes) return;
        Count(before);
        Count(person);
    }

    /// <summary>Takes over a whole plan.</summary>
    public void Fill(int[] slots)
    {
        Array.Clear(_load);
        Array.Clear(_pair);
        Array.Clear(_inGroup);
        (Faults, LoadSquares, PairSquares, Affinity) = (0, 0, 0, 0);
        slots.CopyTo(_slots, 0);
        for (var entry = 0; entry < _problem.Entries; entry++)
        {
            for (var place = 0; place < _problem.PerEntry; place++)
            {
                var person = Who(entry, place);
                _load[person]++;
                _inGroup[person * _problem.GroupSize.Length + _problem.GroupOf[entry]]++;
                Affinity += _problem.AffinityOf(entry, person);
                for (var other = place + 1; other < _problem.PerEntry; other++) Meet(person, Who(entry, other), 1);
            }
            if (_problem.HasRules) Faults += Broken(entry);
        }
        foreach (var load in _load) LoadSquares += (long)load * load;
        WatchMix = _mixes;
    }

    private void Meet(int one, int two, int change)
    {
        var now = _pair[one * _problem.Reviewers + two];
        PairSquares += change > 0 ? 2 * now + 1 : 1 - 2 * now;
        if (change > 0 && now >= _problem.PairCap) Faults++;
        if (change < 0 && now > _problem.PairCap) Faults--;
        _pair[one * _problem.Reviewers + two] = _pair[two * _problem.Reviewers + one] = now + change;
    }

    private void Count(int person)
    {
        MixSquares -= _rowMix[person];
        MixSquares += _rowMix[person] = Row(person);
    }

    private long Row(int person)
    {
        var (sum, groups) = (0L, _problem.GroupSize.Length);
        for (var group = 0; group < groups; group++)
        {
            var off = (long)_problem.Entries * _inGroup[person * groups + group] - (long)_load[person] * _problem.GroupSize[group];
            sum += off * off;
        }
        return sum;
    }

    private int Broken(int entry)
    {
        var broken = 0;
        for (var discipline = 0; discipline < _problem.Required; discipline++)
        {
            var found = false;
            for (var place = 0; place < _problem.PerEntry; place++) found |= _problem.Discipline[Who(entry, place)] == discipline;
            if (!found) broken++;
        }
        for (var one = 0; one < _problem.PerEntry; one++)
            for (var two = one + 1; two < _problem.PerEntry; two++)
                if (_problem.Department[Who(entry, one)] is var department && department != AssignmentProblem.None && department == _problem.Department[Who(entry, two)]) broken++;
        return broken;
    }
}
