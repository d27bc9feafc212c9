using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Stages.Shared;

namespace Awards.Web.Stages.PreReview;

/// <summary>What the list of entries shows and in which order, as its address says it. Votes and scores under seal match nothing and sort last.</summary>
public sealed record EntryFilter
{
    public const string ByNumber = "nummer", ByName = "name", ByTitle = "titel", ByScore = "punkte", BySpread = "spannweite";

    /// <summary>Votes to filter by: word in the address, German label, what must hold.</summary>
    public static IReadOnlyList<(string Code, string Label, Func<PairResult, bool> Holds)> Votes { get; } =
    [
        ("geeignet", /*text*/ "beide: geeignet", pair => Both(pair, Domain.PreReview.Vote.Suitable)),
        ("sonderkategorie", /*text*/ "beide: für die Sonderkategorie geeignet", pair => Both(pair, Domain.PreReview.Vote.SuitableForSpecial)),
        ("nicht-geeignet", /*text*/ "beide: nicht geeignet", pair => Both(pair, Domain.PreReview.Vote.NotSuitable)),
        ("verschieden", /*text*/ "verschiedene Voten", pair => pair.IsDiverging),
    ];

    /// <summary>States to filter by.</summary>
    public static IReadOnlyList<(string Code, string Label, Func<PairResult, bool> Holds)> States { get; } =
    [
        ("abgegeben", /*text*/ "beide Prüfbögen abgegeben", pair => pair.IsUnsealed),
        ("offen", /*text*/ "noch nicht beide abgegeben", pair => !pair.IsUnsealed),
        ("ohne-paar", /*text*/ "ohne vollständiges Paar", pair => pair.Assigned < PairFacts.PairSize),
    ];

    public string? Group { get; init; }
    public string? Vote { get; init; }
    public string? State { get; init; }
    public string Sort { get; init; } = ByNumber;
    public bool Descending { get; init; }

    /// <summary>Reads the address; what it cannot mean counts as not said.</summary>
    public static EntryFilter Read(IQueryCollection query, CallDefinition call)
    {
        string? One(string name, Func<string, bool> known) => query[name].ToString() is { Length: > 0 } value && known(value) ? value : null;
        return new()
        {
            Group = One("gruppe", value => call.Group(value) is not null),
            Vote = One("votum", value => Votes.Any(vote => vote.Code == value)),
            State = One("stand", value => States.Any(state => state.Code == value)),
            Sort = One("sortierung", value => value is ByName or ByTitle or ByScore or BySpread) ?? ByNumber,
            Descending = query["richtung"] == SortHeading.Down,
        };
    }

    /// <summary>Sorted by a column, figures from the top; turned round where it already is.</summary>
    public EntryFilter By(string column) => this with { Sort = column, Descending = Sort == column ? !Descending : column is ByScore or BySpread };

    /// <summary>The lines that match, in order.</summary>
    public IReadOnlyList<EntryLine> Apply(IEnumerable<EntryLine> lines)
    {
        if (Group is not null) lines = lines.Where(line => line.GroupCode == Group);
        if (Vote is not null) lines = lines.Where(line => Votes.First(vote => vote.Code == Vote).Holds(line.Pair));
        if (State is not null) lines = lines.Where(line => States.First(state => state.Code == State).Holds(line.Pair));
        // The stored keys are the same, but most visits sort by number, and two more columns are a tenth of the page's cost.
        return Sort switch
        {
            ByName => [.. Ordered(lines, line => SortKey.Of(line.Name), StringComparer.Ordinal)],
            ByTitle => [.. Ordered(lines, line => SortKey.Of(line.Title), StringComparer.Ordinal)],
            ByScore => [.. ByFigure(lines, line => line.Pair.Score)],
            BySpread => [.. ByFigure(lines, line => line.Pair.Spread)],
            _ => [.. Ordered(lines, line => line.Number, Comparer<int>.Default)],
        };
    }

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[]
        {
            ("gruppe", Group), ("votum", Vote), ("stand", State), ("sortierung", Sort == ByNumber ? null : Sort), ("richtung", Descending ? SortHeading.Down : null),
        }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    private static bool Both(PairResult pair, Domain.PreReview.Vote vote) => pair.IsUnsealed && pair.Votes.All(each => each == vote);

    private IEnumerable<EntryLine> Ordered<TKey>(IEnumerable<EntryLine> lines, Func<EntryLine, TKey> key, IComparer<TKey> comparer) =>
        Descending ? lines.OrderByDescending(key, comparer) : lines.OrderBy(key, comparer);

    // What has no figure comes last in both directions.
    private IEnumerable<EntryLine> ByFigure(IEnumerable<EntryLine> lines, Func<EntryLine, double?> figure) => Descending
        ? lines.OrderByDescending(line => figure(line) ?? double.NegativeInfinity)
        : lines.OrderBy(line => figure(line) ?? double.PositiveInfinity);
}
