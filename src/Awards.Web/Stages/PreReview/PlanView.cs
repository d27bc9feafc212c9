using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;

namespace Awards.Web.Stages.PreReview;

/// <summary>A plan of pairs in the lists of plans.</summary>
/// <param name="Changed">Entries whose pair is another than now.</param>
public sealed record PlanLine(Guid Id, string Name, DateTime MadeAt, DateTime? ReleasedAt, int MaxLoad, int Spread, long PairSquares, int Changed, int Breaches);

/// <summary>A plan beside the facts of now.</summary>
public sealed class PlanView(PairFacts facts, PairDraft draft)
{
    private readonly IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> _pairs = draft.Pairs();

    public PairFacts Facts => facts;
    public PairDraft Draft => draft;
    public PairFigures Figures { get; } = PairFigures.Of(facts, draft.Pairs());
    public AssignmentTerms? Terms { get; } = draft.Reached();

    /// <summary>People who have an entry in the plan, by name.</summary>
    public IEnumerable<PairPerson> Team(PairEntry entry) => _pairs.GetValueOrDefault(entry.Id, []).Select(facts.Person).OfType<PairPerson>().OrderBy(person => person.Name, StringComparer.Ordinal);

    /// <summary>Entries whose pair differs from another plan's.</summary>
    public HashSet<Guid> ChangedFrom(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> other) => [.. PairFigures.Changed(_pairs, other)];

    /// <summary>Entries of a person in the plan.</summary>
    public int LoadOf(Guid person) => Figures.Loads.First(load => load.Person.Id == person).Entries;

    /// <summary>Who could have an entry instead, those with the fewest entries first; each with what speaks against it.</summary>
    public IEnumerable<(PairPerson Person, int Entries, Domain.Shared.Refusal? Against)> Candidates(PairEntry entry) =>
        from person in facts.People
        where person.Active && !_pairs.GetValueOrDefault(entry.Id, []).Contains(person.Id)
        let load = LoadOf(person.Id)
        orderby load, person.Name
        select (person, load, PairDraft.AgainstHaving(facts, person.Id, entry.Id));

    public PlanLine Line() => new(draft.Id, draft.Name, draft.MadeAt, draft.ReleasedAt, Figures.MaxLoad, Figures.Spread, Figures.PairSquares, ChangedFrom(facts.Present()).Count, Figures.Breaches.Count);
}
