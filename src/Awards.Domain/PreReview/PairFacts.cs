using Awards.Domain.Calls;
using Awards.Domain.PreReview.Assigning;

namespace Awards.Domain.PreReview;

/// <summary>An entry to be reviewed.</summary>
/// <param name="Number">As people see it.</param>
/// <param name="Held">Reviews that are not replaced: who, and whether handed in.</param>
/// <param name="Had">Everybody who lost a review of it; they do not get it again.</param>
public sealed record PairEntry(Guid Id, string Number, string Name, string Group, IReadOnlyList<ReviewStanding> Held, IReadOnlyList<Guid> Had);

/// <summary>Somebody who may be given reviews.</summary>
/// <param name="Name">Unique in the call.</param>
/// <param name="Active">False = gets nothing new, and open reviews go to others.</param>
/// <param name="DaysAway">Of the review phase.</param>
public sealed record PairPerson(Guid Id, string Name, bool Active, ReviewerDetails Details, int DaysAway = 0);

/// <summary>All that an assignment of pairs must look at, as it stands now.</summary>
public sealed class PairFacts
{
    private readonly HashSet<(Guid Person, Guid Entry)> _barred;
    private readonly Dictionary<Guid, PairEntry> _entries;
    private readonly Dictionary<Guid, PairPerson> _people;

    /// <param name="reviewDays">Length of the review phase in days; 0 = unknown.</param>
    public PairFacts(PairRules rules, IReadOnlyList<PairEntry> entries, IReadOnlyList<PairPerson> people, IEnumerable<(Guid Person, Guid Entry)> conflicts, int reviewDays = 0)
    {
        (Rules, Entries, People, ReviewDays) = (rules, entries, people, reviewDays);
        _barred = [.. conflicts, .. entries.SelectMany(entry => entry.Had.Select(person => (person, entry.Id)))];
        (_entries, _people) = (entries.ToDictionary(entry => entry.Id), people.ToDictionary(person => person.Id));
    }

    /// <summary>Reviewers per entry.</summary>
    public const int PairSize = 2;

    public PairRules Rules { get; }
    public IReadOnlyList<PairEntry> Entries { get; }
    public IReadOnlyList<PairPerson> People { get; }
    public int ReviewDays { get; }

    public PairEntry? Entry(Guid id) => _entries.GetValueOrDefault(id);

    public PairPerson? Person(Guid id) => _people.GetValueOrDefault(id);

    /// <summary>The reviewers of each entry as they stand.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Present() => Entries.ToDictionary(entry => entry.Id, entry => (IReadOnlyList<Guid>)[.. entry.Held.Select(held => held.ReviewerId)]);

    /// <summary>A conflict, or a review of it that was taken away.</summary>
    public bool IsBarred(Guid person, Guid entry) => _barred.Contains((person, entry));

    /// <summary>Fewest entries of a person.</summary>
    public int Min(PairPerson person) => person.Active ? person.Details.Min ?? Rules.Min : 0;

    /// <summary>Most entries of a person; null = as many as it comes. Who is away part of the time takes fewer of a limited number, who is away all of it none.</summary>
    public int? Max(PairPerson person)
    {
        if (!person.Active || (ReviewDays > 0 && person.DaysAway >= ReviewDays)) return HandedIn(person);
        if ((person.Details.Max ?? Rules.Max) is not { } most) return null;
        return Math.Max(HandedIn(person), ReviewDays == 0 ? most : most * (ReviewDays - person.DaysAway) / ReviewDays);
    }

    /// <summary>Finished reviews stay; so do open ones of who is there and has no conflict.</summary>
    public bool Stays(ReviewStanding held, PairEntry entry) => held.State == ReviewState.HandedIn || (Person(held.ReviewerId) is { Active: true } && !_barred.Contains((held.ReviewerId, entry.Id)));

    /// <summary>The task for the solver. Names and numbers stand for the ids, so that its reasons can be shown as they are.</summary>
    /// <param name="keep">Reviews that stay are fixed; false = only finished ones are, and as many of the others as possible are kept.</param>
    public AssignmentInstance Task(bool keep, long seed, IReadOnlyList<AssignmentGoal>? goals = null, IReadOnlyDictionary<(Guid Person, Guid Entry), decimal>? affinity = null)
    {
        List<AssignmentPair> locked = [], wished = [];
        foreach (var entry in Entries)
            foreach (var held in entry.Held.Where(held => Stays(held, entry) && Person(held.ReviewerId) is not null))
                (keep || held.State == ReviewState.HandedIn ? locked : wished).Add(new(Person(held.ReviewerId)!.Name, entry.Number));
        var fixedPairs = locked.ToHashSet();
        return new()
        {
            PerEntry = PairSize,
            Seed = seed,
            PairCap = Rules.PairCap,
            Require = Rules.Require ?? [],
            DistinctDepartments = Rules.DistinctDepartments,
            Reviewers = [.. People.Select(person => new AssignmentReviewer(person.Name, Math.Min(Min(person), Max(person) ?? int.MaxValue), Max(person), RequiredOf(person), person.Details.Department.Length == 0 ? null : person.Details.Department))],
            Entries = [.. Entries.Select(entry => new AssignmentEntry(entry.Number, entry.Group))],
            // Finished work stays, also where a conflict became known afterwards.
            Conflicts = [.. _barred.Where(each => _people.ContainsKey(each.Person) && _entries.ContainsKey(each.Entry)).Select(each => new AssignmentPair(_people[each.Person].Name, _entries[each.Entry].Number)).Where(pair => !fixedPairs.Contains(pair))],
            Locked = locked,
            Affinity = keep ? [.. (affinity ?? new Dictionary<(Guid, Guid), decimal>()).Where(each => _people.ContainsKey(each.Key.Person) && _entries.ContainsKey(each.Key.Entry)).Select(each => new AssignmentAffinity(_people[each.Key.Person].Name, _entries[each.Key.Entry].Number, each.Value))]
                : [.. wished.Select(pair => new AssignmentAffinity(pair.Reviewer, pair.Entry, 1))],
            Objective = keep ? PairRules.InOrder(goals ?? Rules.Goals ?? []) : [AssignmentGoal.Affinity, AssignmentGoal.Balance],
        };
    }

    /// <summary>The reviewers of each entry out of an answer of the solver.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Pairs(AssignmentResult result)
    {
        var (entries, people) = (Entries.ToDictionary(entry => entry.Number, entry => entry.Id), People.ToDictionary(person => person.Name, person => person.Id));
        return result.Assignments.ToDictionary(each => entries[each.Entry], each => (IReadOnlyList<Guid>)[.. each.Reviewers.Select(reviewer => people[reviewer])]);
    }

    // The solver knows one discipline of a person: a required one, where there is one.
    private string? RequiredOf(PairPerson person) => (Rules.Require ?? []).FirstOrDefault(person.Details.Disciplines.Contains) ?? (person.Details.Disciplines is [var first, ..] ? first : null);

    private int HandedIn(PairPerson person) => Entries.Count(entry => entry.Held.Any(held => held.ReviewerId == person.Id && held.State == ReviewState.HandedIn));
}
