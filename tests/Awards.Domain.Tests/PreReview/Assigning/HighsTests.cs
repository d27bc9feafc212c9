using System.Diagnostics;
using System.Text.Json;
using Awards.Domain.PreReview.Assigning;
using Awards.Testing;

namespace Awards.Domain.Tests.PreReview.Assigning;

/// <summary>The solver against HiGHS, an independent solver of mixed-integer programs, on 200 random small tasks.</summary>
public sealed class HighsTests
{
    private sealed record Found(bool Feasible, double? Balance, double? Pairs, double? Mix, double? Affinity);

    [NodeFact]
    public async Task Solver_and_independent_solver_agree()
    {
        var tasks = Enumerable.Range(1, 200).Select(seed => Tasks.Small(seed) with { Objective = seed % 3 == 0 ? [AssignmentGoal.Affinity, AssignmentGoal.Balance] : [] }).ToList();
        var found = await SolveAsync(tasks);
        var planned = 0;
        for (var at = 0; at < tasks.Count; at++)
        {
            var (task, independent, result) = (tasks[at], found[at], AssignmentSolver.Solve(tasks[at]).Fact);
            var name = $"seed {task.Seed}";
            (result.Status != AssignmentStatus.Infeasible).ShouldBe(independent.Feasible, name);
            if (!independent.Feasible) continue;
            planned++;
            var (terms, squared) = (result.Terms!, task.Entries.Count * task.Entries.Count);
            ((double)Tasks.Loads(result, task).Values.Sum(load => load * load)).ShouldBe(independent.Balance!.Value, 1e-3, name);
            ((double)terms.Pairs.Value).ShouldBe(independent.Pairs!.Value, 1e-3, name);
            ((double)terms.Mix.Value * squared).ShouldBe(independent.Mix!.Value, 0.1, name);
            ((double)terms.Affinity.Value).ShouldBe(-independent.Affinity!.Value, 1e-3, name);
            // No bound is above what can be reached.
            ((double)terms.Pairs.Bound).ShouldBeLessThanOrEqualTo(independent.Pairs!.Value + 1e-3, name);
            ((double)terms.Mix.Bound * squared).ShouldBeLessThanOrEqualTo(independent.Mix!.Value + 0.1, name);
            ((double)terms.Affinity.Bound).ShouldBeGreaterThanOrEqualTo(-independent.Affinity!.Value - 1e-3, name);
        }
        planned.ShouldBeGreaterThan(100);
    }

    private static async Task<IReadOnlyList<Found>> SolveAsync(IReadOnlyList<AssignmentInstance> tasks)
    {
        var script = Path.Combine(Web.Platform.Installation.FindRoot(), "tests", "Awards.Domain.Tests", "PreReview", "Assigning", "highs.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(tasks.Select(Shape)));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<List<Found>>(await output, JsonSerializerOptions.Web)!;
    }

    private static object Shape(AssignmentInstance task) => new
    {
        goals = task.Goals().Select(goal => goal.ToString().ToLowerInvariant()),
        perEntry = task.PerEntry,
        pairCap = task.PairCap,
        reviewers = task.Reviewers.Select(each => new { id = each.Id, min = each.Min, max = each.Max, discipline = each.Discipline, department = each.Department }),
        entries = task.Entries.Select(each => new { id = each.Id, group = each.Group }),
        conflicts = task.Conflicts.Select(each => new[] { each.Reviewer, each.Entry }),
        locked = task.Locked.Select(each => new[] { each.Reviewer, each.Entry }),
        affinity = task.Affinity.Select(each => new object[] { each.Reviewer, each.Entry, each.Value }),
        require = task.Require,
        distinctDepartments = task.DistinctDepartments,
    };
}
