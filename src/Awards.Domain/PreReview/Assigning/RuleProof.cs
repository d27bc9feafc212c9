namespace Awards.Domain.PreReview.Assigning;

/// <summary>
/// Looks through all plans of a small task for one that keeps the rules a flow does not know (cap on pairs, disciplines, departments):
/// it finds one, or shows that there is none, or gives up after a number of steps.
/// </summary>
internal sealed class RuleProof(AssignmentProblem problem, Func<bool> expired)
{
    private const int MostSteps = 3_000_000;

    // The search goes one level deeper with each place; of a large task it would see next to nothing anyway.
    private const int MostPlaces = 1_000;

    private readonly int[] _load = new int[problem.Reviewers];
    private readonly int[] _meetings = new int[problem.Reviewers * problem.Reviewers];
    private readonly int[][] _plan = new int[problem.Entries][];
    private int[] _order = [];
    private int _steps;

    /// <summary>A plan that keeps all rules, reviewers by entry; null where none was found.</summary>
    public int[][]? Plan { get; private set; }

    /// <summary>There is none.</summary>
    public bool IsImpossible { get; private set; }

    /// <summary>The entries that could not all be served, at the farthest.</summary>
    public IReadOnlyList<int> Farthest { get; private set; } = [];

    public void Run()
    {
        if (problem.Entries * problem.PerEntry > MostPlaces) return;
        _order = [.. Enumerable.Range(0, problem.Entries).OrderBy(entry => Enumerable.Range(0, problem.Reviewers).Count(person => problem.May(entry, person)) - 1000 * problem.Locked[entry].Length)];
        if (Serve(0)) Plan = _plan;
        else IsImpossible = _steps < MostSteps && !expired();
    }

    private bool Serve(int at)
    {
        if (at == _order.Length) return Enumerable.Range(0, problem.Reviewers).All(person => _load[person] >= problem.Min[person]);
        if (at + 1 > Farthest.Count) Farthest = _order[..(at + 1)];
        return Fill(at, [], 0);
    }

    private bool Fill(int at, List<int> team, int next)
    {
        if (++_steps >= MostSteps || (_steps % 4096 == 0 && expired())) return false;
        var entry = _order[at];
        if (team.Count == problem.PerEntry)
        {
            if (!problem.Locked[entry].All(team.Contains) || !HasDisciplines(team)) return false;
            _plan[entry] = [.. problem.Locked[entry], .. team.Except(problem.Locked[entry])];
            return Serve(at + 1);
        }
        for (var person = next; person < problem.Reviewers; person++)
        {
            if (!problem.May(entry, person) || _load[person] >= problem.Max[person] || team.Exists(other => !Agree(other, person))) continue;
            _load[person]++;
            team.ForEach(other => Meet(other, person, 1));
            team.Add(person);
            var found = Fill(at, team, person + 1);
            if (found) return true;
            team.RemoveAt(team.Count - 1);
            team.ForEach(other => Meet(other, person, -1));
            _load[person]--;
        }
        return false;
    }

    private bool Agree(int one, int two) => _meetings[one * problem.Reviewers + two] < problem.PairCap
        && (problem.Department[one] == AssignmentProblem.None || problem.Department[one] != problem.Department[two]);

    private void Meet(int one, int two, int change)
    {
        _meetings[one * problem.Reviewers + two] += change;
        _meetings[two * problem.Reviewers + one] += change;
    }

    private bool HasDisciplines(List<int> team)
    {
        for (var discipline = 0; discipline < problem.Required; discipline++) if (!team.Exists(person => problem.Discipline[person] == discipline)) return false;
        return true;
    }
}
