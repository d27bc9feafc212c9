using System.Numerics;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview.Assigning;

/// <summary>
/// Assigns reviewers to entries. What must hold: the number per entry, no conflict, capacities, what is locked, and the optional rules. Then the
/// goals of the task in their order. Balance and affinity, where they come first, are reached exactly (<see cref="LoadFlow{T}"/>); pairs and mix
/// by search (<see cref="PlanSearch"/>), and beside each value stands what nobody can beat. The same task gives the same plan, unless the time runs out.
/// </summary>
public static class AssignmentSolver
{
    /// <summary>Solves a task. Refused where the task itself is faulty; that there is no plan is an answer.</summary>
    /// <param name="expired">True once there is no more time; a plan found until then is given.</param>
    public static Outcome<AssignmentResult> Solve(AssignmentInstance instance, Func<bool>? expired = null)
    {
        if (instance.Faults().FirstOrDefault() is { } fault) return fault;
        expired ??= static () => false;
        var problem = new AssignmentProblem(instance);
        if (AssignmentReasons.Plain(problem) is { Count: > 0 } plain) return Impossible(plain);
        var goals = instance.Goals().Where(goal => goal != AssignmentGoal.Affinity || problem.Affinity is not null).ToArray();
        var (start, bounds, exact) = Flows(problem, goals, expired);
        if (start is null) return Impossible(bounds.Why, unknown: bounds.Why.Count == 0);

        var state = new PlanState(problem, start);
        var search = new PlanSearch(problem, state, new SeededRandom(instance.Seed), expired);
        if (problem.HasRules && state.Faults > 0)
        {
            search.Better(null, [], 0);
            if (state.Faults > 0)
            {
                var proof = new RuleProof(problem, expired);
                proof.Run();
                if (proof.Plan is null) return Impossible([$"Kein Plan hält alle Regeln zugleich ein (pairCap, Fachrichtungen, Abteilungen, Auslastung); spätestens hier geht es nicht weiter: {AssignmentReasons.Entries(problem, [.. proof.Farthest])}."], unknown: !proof.IsImpossible);
                state.Fill([.. proof.Plan.SelectMany(team => team)]);
            }
        }
        for (var at = 0; at < goals.Length; at++)
            if (at >= exact || problem.HasRules) search.Better(goals[at], goals[..at], SearchBound(problem, goals, goals[at], bounds, state));
        return Answer(problem, goals, bounds, state);
    }

    /// <summary>What flows alone show: the loads and the affinity that nobody can beat.</summary>
    private sealed record FlowBounds(IReadOnlyList<int> Loads, long Affinity, IReadOnlyList<string> Why)
    {
        public long LoadSquares { get; } = Loads.Sum(load => (long)load * load);
    }

    // The plan to begin with, the bounds, and how many of the first goals the plan reaches exactly.
    private static (int[][]? Start, FlowBounds Bounds, int Exact) Flows(AssignmentProblem problem, AssignmentGoal[] goals, Func<bool> expired)
    {
        var (affinity, balance) = (Array.IndexOf(goals, AssignmentGoal.Affinity), Array.IndexOf(goals, AssignmentGoal.Balance));
        if (affinity < 0)
        {
            var (plan, loads, _, why) = Flow(problem, Wish.Loads, expired);
            return (plan, new(loads, 0, why), balance == 0 ? 1 : 0);
        }
        var first = affinity < balance ? Wish.AffinityThenLoads : Wish.LoadsThenAffinity;
        var both = Flow(problem, first, expired);
        if (both.Plan is null) return (null, new([], 0, both.Why), 0);
        var bounds = new FlowBounds(both.Loads, both.Affinity, []);
        return (both.Plan, bounds, affinity + balance == 1 ? 2 : balance == 0 || affinity == 0 ? 1 : 0);
    }

    private enum Wish { Loads, LoadsThenAffinity, AffinityThenLoads }

    private static (int[][]? Plan, IReadOnlyList<int> Loads, long Affinity, IReadOnlyList<string> Why) Flow(AssignmentProblem problem, Wish wish, Func<bool> expired)
    {
        var most = wish == Wish.Loads || problem.Affinity is null ? 0 : problem.Affinity.Max(Math.Abs);
        var places = (Int128)problem.Entries * problem.PerEntry;
        // What comes first weighs more than all that may come second.
        var (load, affinity) = wish == Wish.AffinityThenLoads ? ((Int128)1, places * problem.Entries + 1) : (2 * most * places + 1, 1);
        var must = (load * (2 * problem.Entries + 1) + 2 * affinity * most) * (problem.Reviewers + 2);
        return must < long.MaxValue / 16 ? Run<long>() : Run<Int128>();

        (int[][]?, IReadOnlyList<int>, long, IReadOnlyList<string>) Run<T>() where T : struct, INumber<T>, IMinMaxValue<T>
        {
            var (perLoad, perAffinity, below) = (T.CreateChecked(load), T.CreateChecked(affinity), T.CreateChecked(must));
            var flow = new LoadFlow<T>(problem, (entry, person) => most == 0 ? T.Zero : -perAffinity * T.CreateChecked(problem.AffinityOf(entry, person)),
                (person, now) => perLoad * T.CreateChecked(2 * now + 1) - (now < problem.Min[person] ? below : T.Zero), most == 0, new SeededRandom(problem.Instance.Seed));
            flow.Run(expired);
            var why = AssignmentReasons.Of(problem, flow.Unplaced, flow.Load);
            if (why.Count > 0 || flow.Plan.Any(team => team.Length < problem.PerEntry)) return (null, [], 0, why);
            return (flow.Plan, flow.Load, flow.Plan.Select((team, entry) => team.Sum(person => problem.AffinityOf(entry, person))).Sum(), []);
        }
    }

    private static bool Precedes(AssignmentGoal[] goals, AssignmentGoal first, AssignmentGoal second) => Array.IndexOf(goals, first) < Array.IndexOf(goals, second);

    private static long SearchBound(AssignmentProblem problem, AssignmentGoal[] goals, AssignmentGoal goal, FlowBounds bounds, PlanState state) => goal switch
    {
        AssignmentGoal.Balance => bounds.LoadSquares,
        AssignmentGoal.Affinity => -bounds.Affinity,
        // With the evenest loads settled, they hold for whatever comes after; else any loads may be.
        AssignmentGoal.Pairs => AssignmentBounds.Pairs(problem, HasBestLoads(goals, goal, bounds, state) ? state.Loads : Even(problem)),
        _ => HasBestLoads(goals, goal, bounds, state) ? AssignmentBounds.Mix(problem, state.Loads) : 0,
    };

    private static bool HasBestLoads(AssignmentGoal[] goals, AssignmentGoal goal, FlowBounds bounds, PlanState state) => Precedes(goals, AssignmentGoal.Balance, goal) && state.LoadSquares == bounds.LoadSquares;

    private static int[] Even(AssignmentProblem problem)
    {
        var (each, more) = Math.DivRem(problem.Entries * problem.PerEntry, problem.Reviewers);
        return [.. Enumerable.Range(0, problem.Reviewers).Select(person => person < more ? each + 1 : each)];
    }

    private static AssignmentResult Answer(AssignmentProblem problem, AssignmentGoal[] goals, FlowBounds bounds, PlanState state)
    {
        state.WatchMix = true;
        var loads = state.Loads;
        var (square, scale) = (Math.Max(1, (decimal)problem.Entries * problem.Entries), (decimal)problem.AffinityScale);
        decimal Mixed(long squares) => decimal.Round(squares / square, 6);
        var terms = new AssignmentTerms(
            new(loads.DefaultIfEmpty().Max(), bounds.Loads.DefaultIfEmpty().Max()),
            new(loads.DefaultIfEmpty().Max() - loads.DefaultIfEmpty().Min(), bounds.Loads.DefaultIfEmpty().Max() - bounds.Loads.DefaultIfEmpty().Min()),
            new(state.PairSquares, problem.Entries == 0 ? 0 : SearchBound(problem, goals, AssignmentGoal.Pairs, bounds, state)),
            new(Mixed(state.MixSquares), problem.Entries == 0 ? 0 : Mixed(SearchBound(problem, goals, AssignmentGoal.Mix, bounds, state))),
            new(state.Affinity / scale, bounds.Affinity / scale));
        var plan = problem.Instance.Entries.Select((entry, at) => (entry.Id, (IReadOnlyList<string>)[.. Enumerable.Range(0, problem.PerEntry).Select(place => problem.Instance.Reviewers[state.Who(at, place)].Id)]));
        return new(terms.MeetBounds ? AssignmentStatus.Optimal : AssignmentStatus.Feasible, [.. plan], terms, []);
    }

    private static AssignmentResult Impossible(IReadOnlyList<string> why, bool unknown = false) => new(unknown ? AssignmentStatus.Unknown : AssignmentStatus.Infeasible, [], null, why);
}
