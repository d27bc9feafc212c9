using Awards.Domain.PreReview.Assigning;

namespace Awards.Domain.Tests.PreReview.Assigning;

/// <summary>Rules, goals and answers of the solver. Random tasks are named by their seed and found again by it.</summary>
public sealed class AssignmentSolverTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_keeps_every_rule_and_tells_its_terms_truly(int seed)
    {
        var task = Tasks.Small(seed);
        var result = AssignmentSolver.Solve(task).Fact;
        if (result.Status == AssignmentStatus.Infeasible)
        {
            result.Why.ShouldNotBeEmpty();
            result.Terms.ShouldBeNull();
            return;
        }
        result.Status.ShouldNotBe(AssignmentStatus.Unknown);
        result.ShouldKeepTheRules(task);
        var terms = result.Terms!;
        (terms.MaxLoad.Value, terms.LoadSpread.Value, terms.Pairs.Value, terms.Mix.Value, terms.Affinity.Value).ShouldBe(result.Counted(task));
        (terms.MaxLoad.Value >= terms.MaxLoad.Bound && terms.Pairs.Value >= terms.Pairs.Bound && terms.Mix.Value >= terms.Mix.Bound && terms.Affinity.Value <= terms.Affinity.Bound).ShouldBeTrue();
        (result.Status == AssignmentStatus.Optimal).ShouldBe(terms.MeetBounds);
        AssignmentSolver.Solve(task).Fact.Assignments.Select(each => string.Join(' ', each.Reviewers)).ShouldBe(result.Assignments.Select(each => string.Join(' ', each.Reviewers)));
    }

    [Fact]
    public void The_competition_of_2017_is_shared_out_so_that_no_plan_is_better()
    {
        var task = Tasks.Plain(142, 12, 62, 51, 29);
        var result = AssignmentSolver.Solve(task).Fact;
        result.ShouldKeepTheRules(task);
        var terms = result.Terms!;
        terms.MaxLoad.ShouldBe(new(24, 24));
        terms.LoadSpread.ShouldBe(new(1, 1));
        terms.Pairs.ShouldBe(new(314, 314));
        terms.Mix.Value.ShouldBe(terms.Mix.Bound);
        result.Status.ShouldBe(AssignmentStatus.Optimal);
    }

    [Fact]
    public void Nothing_is_no_task_and_needs_no_plan()
    {
        AssignmentSolver.Solve(new()).Fact.Status.ShouldBe(AssignmentStatus.Optimal);
        AssignmentSolver.Solve(Tasks.Plain(0, 3)).Fact.Assignments.ShouldBeEmpty();
    }

    [Fact]
    public void Locked_assignments_stay_and_count_for_the_loads()
    {
        var task = Tasks.Plain(12, 4) with { Locked = [.. Enumerable.Range(1, 6).Select(at => new AssignmentPair("r1", $"e{at}"))] };
        var result = AssignmentSolver.Solve(task).Fact;
        result.ShouldKeepTheRules(task);
        Tasks.Loads(result, task).Values.ShouldAllBe(load => load == 6);
    }

    [Fact]
    public void Affinity_first_is_the_true_optimum_and_then_the_loads_are_as_even_as_it_allows()
    {
        var task = Tasks.Plain(4, 4) with
        {
            PerEntry = 1,
            Objective = [AssignmentGoal.Affinity],
            Affinity = [new("r1", "e1", 5), new("r1", "e2", 5), new("r2", "e2", 4.5m), new("r1", "e3", 1), new("r2", "e3", 1)],
        };
        var terms = AssignmentSolver.Solve(task).Fact.Terms!;
        terms.Affinity.ShouldBe(new(11, 11));
        terms.MaxLoad.ShouldBe(new(2, 2));
    }

    [Theory]
    [InlineData(1000000, 0.000001)]
    [InlineData(-1000000, -0.000001)]
    public void The_largest_and_the_finest_affinities_are_told_apart(decimal large, decimal fine)
    {
        var task = Tasks.Plain(40, 6) with { Objective = [AssignmentGoal.Affinity], Affinity = [new("r1", "e1", large), new("r2", "e1", fine)] };
        AssignmentSolver.Solve(task).Fact.Terms!.Affinity.Value.ShouldBe(large > 0 ? large + fine : 0);
    }

    [Fact]
    public void Who_may_take_more_takes_more_and_who_must_take_some_gets_them()
    {
        var task = Tasks.Plain(20, 5);
        task = task with { Reviewers = [.. task.Reviewers.Select((each, at) => each with { Max = at < 2 ? 3 : null, Min = at == 4 ? 14 : 0 })] };
        var result = AssignmentSolver.Solve(task).Fact;
        result.ShouldKeepTheRules(task);
        Tasks.Loads(result, task).Values.ShouldBe([3, 3, 10, 10, 14]);
    }

    [Fact]
    public void Why_there_is_no_plan_is_said_with_the_ids_of_the_file()
    {
        Why(Tasks.Plain(3, 2) with { Conflicts = [new("r2", "e2")] }).ShouldBe("Beitrag e2: nur 1 von 2 nötigen Prüfenden ohne Befangenheit (r1).");
        Why(Tasks.Plain(3, 1)).ShouldContain("Beitrag e1: nur 1 von 2");
        var full = Tasks.Plain(4, 4);
        full = full with
        {
            Reviewers = [.. full.Reviewers.Select((each, at) => each with { Max = at < 2 ? 1 : 9 })],
            Conflicts = [new("r3", "e1"), new("r4", "e1"), new("r3", "e2"), new("r4", "e2")],
        };
        var why = Why(full);
        why.ShouldContain("nur r1 und r2 ohne Befangenheit, beide ausgelastet");
        (why.Contains("e1", StringComparison.Ordinal) && why.Contains("e2", StringComparison.Ordinal)).ShouldBeTrue(why);
        Why(Tasks.Plain(2, 3) with { Reviewers = [new("r1", Max: 1), new("r2", Max: 1), new("r3", Max: 1)] }).ShouldContain("höchstens 3 Prüfbögen, gebraucht werden 4");
        Why(Tasks.Plain(2, 3) with { Reviewers = [new("r1", Min: 2), new("r2", Min: 2), new("r3", Min: 1)] }).ShouldContain("mindestens 5 Prüfbögen");
        Why(Tasks.Plain(2, 3) with { Reviewers = [new("r1", Min: 2), new("r2"), new("r3")], Conflicts = [new("r1", "e1")] }).ShouldContain("r1 soll mindestens 2");
        Why(Tasks.Plain(2, 3) with { Locked = [new("r1", "e1")], Conflicts = [new("r1", "e1")] }).ShouldContain("r1 ist festgelegt, aber befangen");
        Why(Tasks.Plain(2, 4) with { Locked = [new("r1", "e1"), new("r2", "e1"), new("r3", "e1")] }).ShouldContain("e1: r1, r2 und r3 sind festgelegt, aber nur 2");
        Why(Tasks.Plain(4, 3) with { PairCap = 1 }).ShouldContain("je 1 gemeinsame Beiträge");
        Why(Tasks.Plain(2, 3) with { Require = ["planning"] }).ShouldContain("niemand aus „planning“");
        Why(Tasks.Plain(2, 2) with { DistinctDepartments = true, Reviewers = [new("r1", Department: "a"), new("r2", Department: "a")] }).ShouldContain("e1");
    }

    [Fact]
    public void The_optional_rules_are_kept()
    {
        var task = Tasks.Plain(30, 6);
        task = task with
        {
            PairCap = 3,
            Require = ["planning"],
            DistinctDepartments = true,
            Reviewers = [.. task.Reviewers.Select((each, at) => each with { Discipline = at < 3 ? "planning" : null, Department = at is 0 or 3 ? "a" : null })],
        };
        var result = AssignmentSolver.Solve(task).Fact;
        result.ShouldKeepTheRules(task);
    }

    [Fact]
    public void When_time_runs_out_there_is_still_a_plan_or_the_admission_that_there_is_none_yet()
    {
        var looks = 0;
        var task = Tasks.Plain(142, 12, 62, 51, 29);
        AssignmentSolver.Solve(task, () => ++looks > 300).Fact.ShouldKeepTheRules(task);
        AssignmentSolver.Solve(task, () => true).Fact.Status.ShouldBe(AssignmentStatus.Unknown);
    }

    [Fact]
    public void A_large_task_that_can_neither_be_planned_nor_disproved_in_time_is_said_to_be_unknown()
    {
        // 1,225 pairs for 1,220 entries: a plan would be nearly a perfect design.
        var looks = 0;
        var task = Tasks.Plain(1220, 50) with { PairCap = 1 };
        var result = AssignmentSolver.Solve(task, () => ++looks > 2500).Fact;
        if (result.Status == AssignmentStatus.Feasible) result.ShouldKeepTheRules(task);
        else result.Status.ShouldBe(AssignmentStatus.Unknown);
    }

    [Fact]
    public void A_faulty_task_is_refused()
    {
        Code(Tasks.Plain(2, 3) with { PerEntry = 0 }).ShouldBe("assign.per_entry");
        Code(Tasks.Plain(2, 3) with { PairCap = 0 }).ShouldBe("assign.pair_cap");
        Code(Tasks.Plain(2, 3) with { Conflicts = [new("r9", "e1")] }).ShouldBe("assign.unknown");
        Code(Tasks.Plain(2, 3) with { Locked = [new("r1", "e9")] }).ShouldBe("assign.unknown");
        Code(Tasks.Plain(2, 3) with { Reviewers = [new("r1"), new("r1")] }).ShouldBe("assign.twice");
        Code(Tasks.Plain(2, 3) with { Entries = [new("e1"), new("e1")] }).ShouldBe("assign.twice");
        Code(Tasks.Plain(2, 3) with { Reviewers = [new("r1", 3, 2)] }).ShouldBe("assign.capacity");
        Code(Tasks.Plain(2, 3) with { Affinity = [new("r1", "e1", 0.0000001m)] }).ShouldBe("assign.affinity");
        Code(Tasks.Plain(2, 3) with { Affinity = [new("r1", "e1", 1), new("r1", "e1", 2)] }).ShouldBe("assign.affinity_twice");
    }

    private static string Why(AssignmentInstance task)
    {
        var result = AssignmentSolver.Solve(task).Fact;
        result.Status.ShouldBe(AssignmentStatus.Infeasible);
        return string.Join('\n', result.Why);
    }

    private static string Code(AssignmentInstance task) => AssignmentSolver.Solve(task).Refusal!.Code;
}
