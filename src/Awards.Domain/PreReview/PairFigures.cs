using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Entries of a person in a plan.</summary>
/// <param name="ByGroup">In the order of <see cref="PairFigures.Groups"/>.</param>
/// <param name="Finished">Handed in already.</param>
public sealed record PairLoad(PairPerson Person, int Entries, int Finished, IReadOnlyList<int> ByGroup);

/// <summary>A plan in figures, counted from the plan itself: right also after moves by hand.</summary>
public sealed class PairFigures
{
    private readonly Dictionary<(Guid, Guid), int> _meetings = [];

    private PairFigures() { }

    /// <summary>Groups that have entries.</summary>
    public IReadOnlyList<string> Groups { get; private init; } = [];

    public IReadOnlyList<PairLoad> Loads { get; private init; } = [];

    /// <summary>Rules that the plan breaks now.</summary>
    public IReadOnlyList<Refusal> Breaches { get; private init; } = [];

    public int MaxLoad => Loads.Select(load => load.Entries).DefaultIfEmpty().Max();

    /// <summary>Most minus fewest entries of those who review.</summary>
    public int Spread => Loads.Where(load => load.Person.Active).Select(load => load.Entries).DefaultIfEmpty().Max() - Loads.Where(load => load.Person.Active).Select(load => load.Entries).DefaultIfEmpty().Min();

    /// <summary>Sum of squares of how often two people meet.</summary>
    public long PairSquares => _meetings.Values.Sum(count => (long)count * count);

    /// <summary>How often two people meet.</summary>
    public int Meetings(Guid one, Guid two) => _meetings.GetValueOrDefault(Key(one, two));

    /// <summary>Entries whose pair is another than in a second plan.</summary>
    public static IReadOnlyList<Guid> Changed(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> plan, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> other) =>
        [.. plan.Where(each => !other.TryGetValue(each.Key, out var team) || !team.ToHashSet().SetEquals(each.Value)).Select(each => each.Key)];

    /// <summary>Counts a plan.</summary>
    public static PairFigures Of(PairFacts facts, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> plan)
    {
        var groups = facts.Entries.Select(entry => entry.Group).Distinct().ToList();
        var (entries, finished) = (facts.People.ToDictionary(person => person.Id, _ => new int[groups.Count]), facts.People.ToDictionary(person => person.Id, _ => 0));
        List<Refusal> breaches = [];
        var meetings = new Dictionary<(Guid, Guid), int>();
        foreach (var entry in facts.Entries)
        {
            var team = plan.GetValueOrDefault(entry.Id, []);
            if (team.Distinct().Count() != PairFacts.PairSize) breaches.Add(new("pairs.incomplete", "{0} hat in diesem Plan keine zwei Prüfenden. Bitte rechnen Sie einen neuen Plan.", entry.Number));
            foreach (var person in team)
            {
                if (!entries.TryGetValue(person, out var counts)) continue;
                counts[groups.IndexOf(entry.Group)]++;
                var held = entry.Held.FirstOrDefault(each => each.ReviewerId == person);
                if (held is { State: ReviewState.HandedIn } && held.ReviewerId == person) finished[person]++;
                else if (PairDraft.AgainstHaving(facts, person, entry.Id) is { } barred) breaches.Add(new(barred.Code, "{0}: {1}", entry.Number, barred));
            }
            foreach (var held in entry.Held.Where(held => held.State == ReviewState.HandedIn && !team.Contains(held.ReviewerId)))
                breaches.Add(new("pairs.drops_finished", "{0}: Der Plan nimmt einen abgegebenen Prüfbogen weg. Bitte rechnen Sie einen neuen Plan.", entry.Number));
            for (var one = 0; one < team.Count; one++)
                for (var two = one + 1; two < team.Count; two++) meetings[Key(team[one], team[two])] = meetings.GetValueOrDefault(Key(team[one], team[two])) + 1;
            Rules(facts, entry, team, breaches);
        }
        var loads = facts.People.Select(person => new PairLoad(person, entries[person.Id].Sum(), finished[person.Id], entries[person.Id])).ToList();
        foreach (var load in loads)
        {
            if (facts.Max(load.Person) is { } most && load.Entries > most) breaches.Add(new("pairs.over", "{0} hat {1} Beiträge, übernimmt aber höchstens {2}.", load.Person.Name, load.Entries, most));
            if (load.Entries < Math.Min(facts.Min(load.Person), facts.Max(load.Person) ?? int.MaxValue)) breaches.Add(new("pairs.under", "{0} hat {1} Beiträge, soll aber mindestens {2} übernehmen.", load.Person.Name, load.Entries, facts.Min(load.Person)));
        }
        if (facts.Rules.PairCap is { } cap)
            foreach (var pair in meetings.Where(each => each.Value > cap))
                breaches.Add(new("pairs.over_cap", "{0} und {1} prüfen {2} Beiträge gemeinsam, erlaubt sind {3}.", facts.Person(pair.Key.Item1)?.Name ?? "", facts.Person(pair.Key.Item2)?.Name ?? "", pair.Value, cap));
        var figures = new PairFigures { Groups = groups, Loads = loads, Breaches = breaches };
        foreach (var pair in meetings) figures._meetings[pair.Key] = pair.Value;
        return figures;
    }

    private static void Rules(PairFacts facts, PairEntry entry, IReadOnlyList<Guid> team, List<Refusal> breaches)
    {
        var people = team.Select(facts.Person).OfType<PairPerson>().ToList();
        foreach (var code in facts.Rules.Require ?? [])
            if (people.All(person => !person.Details.Disciplines.Contains(code))) breaches.Add(new("pairs.without_discipline", "{0}: niemand aus der Fachrichtung „{1}“.", entry.Number, facts.Rules.Disciplines?.FirstOrDefault(each => each.Code == code)?.Label.De ?? code));
        if (facts.Rules.DistinctDepartments && people.Select(person => person.Details.Department).Where(each => each.Length > 0).GroupBy(each => each).Any(each => each.Count() > 1))
            breaches.Add(new("pairs.same_department", "{0}: zwei aus derselben Abteilung.", entry.Number));
    }

    private static (Guid, Guid) Key(Guid one, Guid two) => one.CompareTo(two) < 0 ? (one, two) : (two, one);
}
