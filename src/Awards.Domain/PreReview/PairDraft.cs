using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>A plan of pairs that only the lead sees. Nothing of it reaches reviewers before it is released.</summary>
public sealed class PairDraft
{
    private PairDraft() { }

    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 100;

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public string Name { get; private set; } = "";
    public long Seed { get; private set; }

    /// <summary>Goals in their order, as codes.</summary>
    public string Goals { get; private set; } = "";

    /// <summary>Reviewers by entry, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>The reviews as they stood when it was made, as <see cref="Content"/>.</summary>
    public string Basis { get; private set; } = "{}";

    /// <summary>What the solver said of its terms, as JSON; null after a move by hand.</summary>
    public string? Terms { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }

    public Guid? MadeBy { get; private set; }

    /// <summary>UTC; null while nobody but the lead knows it.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Reviewers by entry.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Pairs() => Read(Content);

    /// <summary>The terms, as the solver gave them.</summary>
    public AssignmentTerms? Reached() => Terms is null ? null : JsonSerializer.Deserialize<AssignmentTerms>(Terms);

    /// <summary>A draft out of an answer of the solver. Refused without a plan, with the solver's reasons.</summary>
    public static Outcome<PairDraft> Make(Guid callId, string name, AssignmentInstance task, PairFacts facts, AssignmentResult result, WriteContext write)
    {
        if (TextRules.Check(name, MaxName).Refused(out var unfit)) return unfit;
        if (result.Terms is null) return new Refusal("pairs.no_plan", "Es gibt keinen Plan: {0}", string.Join(" ", result.Why));
        return new PairDraft
        {
            Id = Guid.CreateVersion7(),
            CallId = callId,
            Name = name.Trim(),
            Seed = task.Seed,
            Goals = string.Join(' ', task.Goals()),
            Content = Write(facts.Pairs(result)),
            Basis = Write(facts.Present()),
            Terms = JsonSerializer.Serialize(result.Terms),
            MadeAt = write.When,
            MadeBy = write.Who,
        };
    }

    /// <summary>Gives a place to somebody else. Refused for what <see cref="AgainstHaving"/> refuses, for finished work, and where somebody else changed the draft since.</summary>
    public Outcome<PairDraft> Move(PairFacts facts, Guid entryId, Guid from, Guid to, int seenVersion)
    {
        if (ChangeRefusal(seenVersion) is { } refusal) return refusal;
        var pairs = Pairs().ToDictionary();
        if (Put(facts, pairs, entryId, from, to) is { } fault) return fault;
        return Take(pairs);
    }

    /// <summary>Two people swap an entry each. Refused as a move is.</summary>
    public Outcome<PairDraft> Swap(PairFacts facts, (Guid Entry, Guid Person) one, (Guid Entry, Guid Person) two, int seenVersion)
    {
        if (ChangeRefusal(seenVersion) is { } refusal) return refusal;
        var pairs = Pairs().ToDictionary();
        if (one.Entry == two.Entry) return new Refusal("pairs.same_entry", "Bitte wählen Sie zwei verschiedene Beiträge.");
        if (Put(facts, pairs, one.Entry, one.Person, two.Person) is { } first) return first;
        if (Put(facts, pairs, two.Entry, two.Person, one.Person) is { } second) return second;
        return Take(pairs);
    }

    /// <summary>
    /// Makes it known: gives the reviews that are to be opened and those that go to others. Refused where the draft breaks a rule by now
    /// (<see cref="PairFigures.Breaches"/>), where it would take reviews away that were given out since it was made, and where it was released before.
    /// </summary>
    public Outcome<PairRelease> Release(PairFacts facts, int seenVersion, WriteContext write)
    {
        if (ChangeRefusal(seenVersion) is { } refusal) return refusal;
        var pairs = Pairs();
        if (PairFigures.Of(facts, pairs).Breaches is { Count: > 0 } breaches) return breaches[0];
        var (basis, taken) = (Read(Basis), (List<(Guid Entry, Guid Person)>)[.. from entry in facts.Entries from held in entry.Held where held.State == ReviewState.Open && !pairs[entry.Id].Contains(held.ReviewerId) select (entry.Id, held.ReviewerId)]);
        if (taken.Any(each => !basis.GetValueOrDefault(each.Entry, []).Contains(each.Person)))
            return new Refusal("pairs.outdated", "Seit dieser Plan gerechnet wurde, sind andere Prüfbögen zugeordnet worden. Bitte rechnen Sie einen neuen Plan.");
        ReleasedAt = write.When;
        return new PairRelease([.. from entry in facts.Entries from person in pairs[entry.Id] where entry.Held.All(held => held.ReviewerId != person) select (entry.Id, person)], taken);
    }

    /// <summary>Why a person cannot have an entry, or null.</summary>
    public static Refusal? AgainstHaving(PairFacts facts, Guid person, Guid entry)
    {
        if (facts.Person(person) is not { Active: true } known) return new("pairs.not_active", "Diese Person prüft in diesem Wettbewerb nicht mehr.");
        return facts.IsBarred(person, entry) ? new("pairs.barred", "{0} ist bei diesem Beitrag befangen oder hatte ihn schon.", known.Name) : null;
    }

    private Refusal? ChangeRefusal(int seenVersion) => ReleasedAt is not null ? new("pairs.released", "Dieser Plan ist freigegeben und ändert sich nicht mehr.")
        : Version != seenVersion ? Applications.ApplicationRules.Stale : null;

    private static Refusal? Put(PairFacts facts, Dictionary<Guid, IReadOnlyList<Guid>> pairs, Guid entryId, Guid from, Guid to)
    {
        if (facts.Entry(entryId) is not { } entry || !pairs.TryGetValue(entryId, out var team) || !team.Contains(from)) return new("pairs.gone", "Diese Zuordnung steht so nicht mehr im Plan. Bitte laden Sie die Seite neu.");
        if (team.Contains(to)) return new("pairs.twice", "{0} hat diesen Beitrag schon.", facts.Person(to)?.Name ?? "");
        if (entry.Held.Any(held => held.ReviewerId == from && held.State == ReviewState.HandedIn)) return new("pairs.finished", "Dieser Prüfbogen ist schon abgegeben und bleibt, wo er ist.");
        if (AgainstHaving(facts, to, entryId) is { } barred) return barred;
        pairs[entryId] = [.. team.Select(person => person == from ? to : person)];
        return null;
    }

    private PairDraft Take(Dictionary<Guid, IReadOnlyList<Guid>> pairs)
    {
        (Content, Terms) = (Write(pairs), null);
        return this;
    }

    private static Dictionary<Guid, IReadOnlyList<Guid>> Read(string json) => JsonSerializer.Deserialize<Dictionary<Guid, List<Guid>>>(json)!.ToDictionary(each => each.Key, each => (IReadOnlyList<Guid>)each.Value);

    private static string Write(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> pairs) => JsonSerializer.Serialize(pairs.OrderBy(each => each.Key).ToDictionary(each => each.Key, each => each.Value));
}

/// <summary>What a released plan changes.</summary>
public sealed record PairRelease(IReadOnlyList<(Guid Entry, Guid Person)> Opened, IReadOnlyList<(Guid Entry, Guid Person)> Taken);
