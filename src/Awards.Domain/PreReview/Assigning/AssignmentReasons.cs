using System.Globalization;

namespace Awards.Domain.PreReview.Assigning;

/// <summary>Why a task has no solution, in words for the lead. The ids stand as they were given.</summary>
internal static class AssignmentReasons
{
    private const int Named = 30;

    /// <summary>What counting alone shows.</summary>
    public static List<string> Plain(AssignmentProblem problem)
    {
        List<string> why = [.. Locks(problem)];
        if (problem.Entries == 0) return [.. why, .. Mins(problem)];
        for (var entry = 0; entry < problem.Entries; entry++)
        {
            var free = Free(problem, entry);
            if (free.Count < problem.PerEntry)
                why.Add(string.Create(CultureInfo.InvariantCulture, $"Beitrag {Entry(problem, entry)}: nur {free.Count} von {problem.PerEntry} nötigen Prüfenden ohne Befangenheit{(free.Count == 0 ? "" : $" ({People(problem, free)})")}."));
            for (var discipline = 0; discipline < problem.Required; discipline++)
                if (free.All(person => problem.Discipline[person] != discipline))
                    why.Add($"Beitrag {Entry(problem, entry)}: niemand aus „{Discipline(problem, discipline)}“ ohne Befangenheit.");
        }
        var (places, room) = ((long)problem.Entries * problem.PerEntry, problem.Max.Sum(max => (long)max));
        if (room < places) why.Add(string.Create(CultureInfo.InvariantCulture, $"Alle Prüfenden zusammen übernehmen höchstens {room} Prüfbögen, gebraucht werden {places}."));
        why.AddRange(Mins(problem));
        for (var discipline = 0; discipline < problem.Required; discipline++)
        {
            var people = Enumerable.Range(0, problem.Reviewers).Where(person => problem.Discipline[person] == discipline).ToList();
            if (people.Sum(person => (long)problem.Max[person]) < problem.Entries)
                why.Add(string.Create(CultureInfo.InvariantCulture, $"„{Discipline(problem, discipline)}“: {(people.Count == 0 ? "niemand" : People(problem, people))} – zusammen höchstens {people.Sum(person => (long)problem.Max[person])} Beiträge, gebraucht für {problem.Entries}."));
        }
        var (meetings, pairs) = ((long)problem.Entries * problem.PerEntry * (problem.PerEntry - 1) / 2, (long)problem.Reviewers * (problem.Reviewers - 1) / 2);
        if (problem.Instance.PairCap is { } cap && pairs * cap < meetings)
            why.Add(string.Create(CultureInfo.InvariantCulture, $"{problem.Reviewers} Prüfende bilden {pairs} Paare; je {cap} gemeinsame Beiträge (pairCap) reichen für {pairs * cap}, gebraucht werden {meetings}."));
        return why;
    }

    /// <summary>What the flow shows: places that no chain can fill, and people who cannot get what they should.</summary>
    public static List<string> Of(AssignmentProblem problem, IReadOnlyList<(int Entry, IReadOnlyList<int> Reached)> unplaced, IReadOnlyList<int> load)
    {
        List<string> why = [];
        foreach (var stuck in unplaced.GroupBy(each => string.Join(' ', each.Reached)))
        {
            var reached = stuck.First().Reached;
            var entries = stuck.Select(each => each.Entry).Distinct().Order().ToList();
            why.Add($"{(entries.Count == 1 ? "Beitrag" : "Beiträge")} {Entries(problem, entries)}: nur {People(problem, reached)} ohne Befangenheit, {(reached.Count == 2 ? "beide" : "alle")} ausgelastet{Others(problem, entries, reached)}.");
        }
        if (why.Count > 0) return why;
        for (var person = 0; person < problem.Reviewers; person++)
            if (load[person] < problem.Min[person])
                why.Add(string.Create(CultureInfo.InvariantCulture, $"{problem.Instance.Reviewers[person].Id} soll mindestens {problem.Min[person]} Beiträge übernehmen; ohne Befangenheit und neben den Mindestzahlen der anderen sind es höchstens {load[person]}."));
        return why;
    }

    /// <summary>The names of some entries.</summary>
    public static string Entries(AssignmentProblem problem, IReadOnlyCollection<int> entries) => Joined([.. entries.Select(entry => Entry(problem, entry))]);

    private static string Discipline(AssignmentProblem problem, int discipline) => problem.Instance.Require.Distinct().ElementAt(discipline);

    private static string Entry(AssignmentProblem problem, int entry) => problem.Instance.Entries[entry].Id;

    private static string People(AssignmentProblem problem, IReadOnlyCollection<int> people) => Joined([.. people.Select(person => problem.Instance.Reviewers[person].Id)]);

    private static string Joined(List<string> ids) => ids.Count switch
    {
        0 => "niemand",
        1 => ids[0],
        <= Named => string.Join(", ", ids[..^1]) + " und " + ids[^1],
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ids[..Named])} und {ids.Count - Named} weitere"),
    };

    // Entries that hang on the same people.
    private static string Others(AssignmentProblem problem, List<int> entries, IReadOnlyList<int> reached)
    {
        var same = Enumerable.Range(0, problem.Entries).Where(entry => !entries.Contains(entry) && Free(problem, entry) is { } free && free.Count <= reached.Count && free.All(reached.Contains)).ToList();
        return same.Count == 0 ? "" : $" (auch mit {Entries(problem, same)})";
    }

    private static List<int> Free(AssignmentProblem problem, int entry) => [.. Enumerable.Range(0, problem.Reviewers).Where(person => problem.May(entry, person))];

    private static IEnumerable<string> Mins(AssignmentProblem problem)
    {
        var (places, least) = ((long)problem.Entries * problem.PerEntry, problem.Min.Sum(min => (long)min));
        if (least > places) yield return string.Create(CultureInfo.InvariantCulture, $"Die Prüfenden sollen zusammen mindestens {least} Prüfbögen übernehmen, es gibt nur {places}.");
    }

    private static IEnumerable<string> Locks(AssignmentProblem problem)
    {
        for (var entry = 0; entry < problem.Entries; entry++)
        {
            var locked = problem.Locked[entry];
            foreach (var person in locked.Where(person => !problem.May(entry, person)))
                yield return $"Beitrag {Entry(problem, entry)}: {problem.Instance.Reviewers[person].Id} ist festgelegt, aber befangen.";
            if (locked.Length > problem.PerEntry)
                yield return string.Create(CultureInfo.InvariantCulture, $"Beitrag {Entry(problem, entry)}: {People(problem, locked)} sind festgelegt, aber nur {problem.PerEntry} sind vorgesehen.");
        }
        for (var person = 0; person < problem.Reviewers; person++)
        {
            var held = problem.Locked.Count(locked => locked.Contains(person));
            if (held > problem.Max[person])
                yield return string.Create(CultureInfo.InvariantCulture, $"{problem.Instance.Reviewers[person].Id} ist für {held} Beiträge festgelegt, übernimmt aber höchstens {problem.Max[person]}.");
        }
    }
}
