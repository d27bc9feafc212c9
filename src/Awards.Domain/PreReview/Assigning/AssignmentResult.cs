namespace Awards.Domain.PreReview.Assigning;

/// <summary>What became of a task.</summary>
public enum AssignmentStatus
{
    /// <summary>Every term meets its bound: no plan is better.</summary>
    Optimal,

    /// <summary>A plan that keeps every rule.</summary>
    Feasible,

    /// <summary>Shown: no plan keeps every rule.</summary>
    Infeasible,

    /// <summary>Neither found nor shown to be impossible before the time was over.</summary>
    Unknown,
}

/// <summary>A term of the objective.</summary>
/// <param name="Value">What the plan reaches.</param>
/// <param name="Bound">What no plan can beat that is as good in all terms before.</param>
public readonly record struct AssignmentTerm(decimal Value, decimal Bound);

/// <summary>The terms of a plan.</summary>
/// <param name="MaxLoad">Entries of who has the most; small is good.</param>
/// <param name="LoadSpread">Most minus fewest entries of a person; small is good.</param>
/// <param name="Pairs">Sum of squares of how often two people meet; small is good.</param>
/// <param name="Mix">Sum of squared differences between each person's entries of a group and the fair share; small is good.</param>
/// <param name="Affinity">Sum over all assignments; large is good.</param>
public sealed record AssignmentTerms(AssignmentTerm MaxLoad, AssignmentTerm LoadSpread, AssignmentTerm Pairs, AssignmentTerm Mix, AssignmentTerm Affinity)
{
    /// <summary>Every term meets its bound.</summary>
    public bool MeetBounds => new[] { MaxLoad, LoadSpread, Pairs, Mix, Affinity }.All(term => term.Value == term.Bound);
}

/// <summary>An answer of <see cref="AssignmentSolver"/>.</summary>
/// <param name="Assignments">The reviewers of each entry, in the order of the entries; empty without a plan.</param>
/// <param name="Terms">Null without a plan.</param>
/// <param name="Why">Why there is no plan, in words that hold the ids as they were given.</param>
public sealed record AssignmentResult(AssignmentStatus Status, IReadOnlyList<(string Entry, IReadOnlyList<string> Reviewers)> Assignments, AssignmentTerms? Terms, IReadOnlyList<string> Why);
