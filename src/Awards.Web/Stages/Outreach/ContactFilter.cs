using System.Globalization;

namespace Awards.Web.Stages.Outreach;

/// <summary>Which contacts a list shows, as its address says it. What an address cannot mean counts as not said.</summary>
public sealed record ContactFilter
{
    public const string Missing = "ohne-adresse", OptedOut = "abbestellt", Undeliverable = "unzustellbar", Reachable = "erreichbar";

    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>Standings by which the list can be filtered, with their German words.</summary>
    public static IReadOnlyList<(string Code, string Label)> Standings { get; } =
        [(Reachable, /*text*/ "erreichbar"), (Missing, /*text*/ "ohne Adresse"), (OptedOut, /*text*/ "abbestellt"), (Undeliverable, /*text*/ "unzustellbar")];

    /// <summary>Part of a name or of an address.</summary>
    public string? Search { get; init; }

    public string? Standing { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    public static ContactFilter Read(IQueryCollection query) => new()
    {
        Search = query["suche"].ToString().Trim() is { Length: > 0 and <= 200 } search ? search : null,
        Standing = query["stand"].ToString() is { Length: > 0 } standing && Standings.Any(each => each.Code == standing) ? standing : null,
        Page = int.TryParse(query["seite"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[] { ("suche", Search), ("stand", Standing), ("seite", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)) }
            .Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
