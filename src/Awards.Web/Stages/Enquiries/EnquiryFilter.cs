using System.Globalization;
using Awards.Domain.Enquiries;

namespace Awards.Web.Stages.Enquiries;

/// <summary>Which questions the list shows, as its address says it. What an address cannot mean counts as not said.</summary>
public sealed record EnquiryFilter
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>States by their word in the address.</summary>
    public static IReadOnlyList<(string Code, EnquiryState State)> States { get; } =
        [("offen", EnquiryState.Open), ("beantwortet", EnquiryState.Answered), ("veroeffentlicht", EnquiryState.Published), ("geschlossen", EnquiryState.Closed)];

    public string? State { get; init; }

    /// <summary>Part of the question, of the name or of the address.</summary>
    public string? Search { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    public static EnquiryFilter Read(IQueryCollection query) => new()
    {
        State = query["stand"].ToString() is { Length: > 0 } state && States.Any(each => each.Code == state) ? state : null,
        Search = query["suche"].ToString().Trim() is { Length: > 0 and <= 200 } search ? search : null,
        Page = int.TryParse(query["seite"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[] { ("stand", State), ("suche", Search), ("seite", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)) }
            .Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
