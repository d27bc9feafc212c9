using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Web.Stages.Shared;

namespace Awards.Web.Stages.Intake;

/// <summary>What the list of applications shows and in which order, as its address says it. What an address cannot mean counts as not said.</summary>
public sealed record ApplicationFilter
{
    /// <summary>Value for applications that state no type or federal state.</summary>
    public const string Without = "ohne";

    /// <summary>Value of <see cref="Size"/> for one long page.</summary>
    public const string All = "alle";

    /// <summary>Longest search that is taken from an address, in characters; the page says what is too long for a search.</summary>
    private const int MaxSearch = 2000;

    /// <summary>States by which the list can be filtered, by their word in the address.</summary>
    public static IReadOnlyList<(string Code, ApplicationState State)> States { get; } =
        [("eingereicht", ApplicationState.Submitted), ("zugelassen", ApplicationState.Admitted), ("ausgeschlossen", ApplicationState.Excluded)];

    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? State { get; init; }

    /// <summary>As typed; may be no search at all.</summary>
    public string? Search { get; init; }

    /// <summary>Code of the column to sort by.</summary>
    public string Sort { get; init; } = ListColumns.Arrival;

    public bool Descending { get; init; }

    /// <summary>Codes of the columns shown.</summary>
    public IReadOnlyList<string> Columns { get; init; } = ListColumns.Usual;

    /// <summary>"50", "100" or "alle".</summary>
    public string Size { get; init; } = "50";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    public static ApplicationFilter Read(IQueryCollection query)
    {
        string? One(string name, Func<string, bool> known) => query[name].ToString() is { Length: > 0 } value && known(value) ? value : null;
        var columns = query["spalten"].SelectMany(value => (value ?? "").Split(',')).Where(ListColumns.Codes.Contains).Distinct().ToList();
        return new()
        {
            Status = One("zustand", value => States.Any(state => state.Code == value)),
            Type = One("typ", value => value == Without || MunicipalityTypes.Parse(value) is not null),
            State = One("land", value => value == Without || FederalStates.Codes.Contains(value)),
            Search = One("suche", value => value.Length <= MaxSearch),
            Sort = One("sortierung", ListColumns.Sortable.Contains) ?? ListColumns.Arrival,
            Descending = query["richtung"] == SortHeading.Down,
            Columns = columns.Count == 0 ? ListColumns.Usual : [.. ListColumns.Codes.Where(columns.Contains)],
            Size = One("anzahl", value => value is "100" or All) ?? "50",
            Page = int.TryParse(query["seite"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };
    }

    /// <summary>Sorted by a column, from the first page; turned round where it already is.</summary>
    public ApplicationFilter By(string column) => this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 };

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[]
        {
            ("zustand", Status), ("typ", Type), ("land", State), ("suche", Search), ("sortierung", Sort == ListColumns.Arrival ? null : Sort),
            ("richtung", Descending ? SortHeading.Down : null), ("spalten", Columns.SequenceEqual(ListColumns.Usual) ? null : string.Join(',', Columns)), ("anzahl", Size == "50" ? null : Size),
            ("seite", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
