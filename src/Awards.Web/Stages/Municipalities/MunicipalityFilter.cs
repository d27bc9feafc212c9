using System.Globalization;
using System.Text.RegularExpressions;
using Awards.Domain.Municipalities;

namespace Awards.Web.Stages.Municipalities;

/// <summary>Which municipalities the list shows, as its address says it. What an address cannot mean counts as not said.</summary>
public sealed partial record MunicipalityFilter
{
    public const string Offered = "waehlbar", Ineligible = "nicht-antragsberechtigt", Gone = "weggefallen", WithoutKey = "ohne-schluessel", TypeSet = "typ-festgelegt";

    /// <summary>Value for rows without type.</summary>
    public const string Without = "ohne";

    /// <summary>Standings by which the list can be filtered, with their German words.</summary>
    public static IReadOnlyList<(string Code, string Label)> Standings { get; } =
    [
        (Offered, /*text*/ "wählbar"), (Ineligible, /*text*/ "nicht antragsberechtigt"), (Gone, /*text*/ "weggefallen"),
        (WithoutKey, /*text*/ "nicht im Gemeindeverzeichnis"), (TypeSet, /*text*/ "Typ von Hand festgelegt"),
    ];

    /// <summary>Part of a name, or the beginning of a key.</summary>
    public string? Search { get; init; }

    public string? State { get; init; }
    public string? Type { get; init; }
    public MunicipalityKind? Kind { get; init; }
    public string? Standing { get; init; }

    /// <summary>Inhabitants at least; null = any number, also an unknown one.</summary>
    public int? MinPopulation { get; init; }

    /// <summary>Inhabitants at most; null = any number, also an unknown one.</summary>
    public int? MaxPopulation { get; init; }

    /// <summary>Rows of a page: 50, 100 or 200.</summary>
    public int Size { get; init; } = 50;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    public static MunicipalityFilter Read(IQueryCollection query)
    {
        string? One(string name, Func<string, bool> known) => query[name].ToString().Trim() is { Length: > 0 } value && known(value) ? value : null;
        return new()
        {
            Search = One("suche", value => value.Length <= 200),
            State = One("land", value => FederalStates.Codes.Contains(value)),
            Type = One("typ", value => value == Without || MunicipalityTypes.All.Any(type => type.Code() == value)),
            Kind = One("art", value => MunicipalityKinds.All.Any(kind => kind.ToString() == value)) is { } kind ? Enum.Parse<MunicipalityKind>(kind) : null,
            Standing = One("stand", value => Standings.Any(each => each.Code == value)),
            MinPopulation = One("ab", value => TypedInhabitants(value) is not null) is { } min ? TypedInhabitants(min) : null,
            MaxPopulation = One("bis", value => TypedInhabitants(value) is not null) is { } max ? TypedInhabitants(max) : null,
            Size = One("anzahl", value => value is "100" or "200") is { } size ? int.Parse(size, CultureInfo.InvariantCulture) : 50,
            Page = int.TryParse(query["seite"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
        };
    }

    /// <summary>"5000" or "5.000"; null for anything else.</summary>
    public static int? TypedInhabitants(string typed) => Whole().IsMatch(typed) && int.TryParse(typed.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^(\d{1,9}|\d{1,3}(\.\d{3}){1,2})$")]
    private static partial Regex Whole();

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[]
        {
            ("suche", Search), ("land", State), ("typ", Type), ("art", Kind?.ToString()), ("stand", Standing),
            ("ab", MinPopulation?.ToString(CultureInfo.InvariantCulture)), ("bis", MaxPopulation?.ToString(CultureInfo.InvariantCulture)),
            ("anzahl", Size == 50 ? null : Size.ToString(CultureInfo.InvariantCulture)), ("seite", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
