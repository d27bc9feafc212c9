using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Publication;

/// <summary>What a reader looks for among the entries, as it stands in the address. What the address says wrongly does not filter.</summary>
public sealed record EntrySearch
{
    public const string AnyPrize = "ja";

    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100, 200];

    /// <summary>Codes of the orders: municipality, title, prize, number.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["kommune", "titel", "preis", "nummer"];

    public string Words { get; init; } = "";
    public MunicipalityType? Type { get; init; }
    public string? State { get; init; }

    /// <summary>"ja" = any prize, or the code of a kind of prize.</summary>
    public string? Prize { get; init; }

    public string Order { get; init; } = Orders[0];
    public int Page { get; init; } = 1;
    public int Size { get; init; } = Sizes[0];

    /// <summary>Reads the address.</summary>
    public static EntrySearch Read(IQueryCollection query, CallDefinition call)
    {
        string Text(string name) => query[name].ToString().Trim();
        int Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new()
        {
            Words = Text("suche") is { Length: <= 200 } words ? words : Text("suche")[..200],
            Type = MunicipalityTypes.Parse(Text("typ")),
            State = FederalStates.Codes.Contains(Text("land")) ? Text("land") : null,
            Prize = Text("preis") is var prize && (prize == AnyPrize || call.Prizes.Any(kind => kind.Code == prize)) ? prize : null,
            Order = Orders.Contains(Text("sortierung")) ? Text("sortierung") : Orders[0],
            Page = Math.Clamp(Number("seite"), 1, 1_000_000),
            Size = Sizes.Contains(Number("anzahl")) ? Number("anzahl") : Sizes[0],
        };
    }

    /// <summary>The address of this search.</summary>
    public string Address(string call)
    {
        var query = new Dictionary<string, string?>();
        void Add(string name, string? value, string? usual = "")
        {
            if (!string.IsNullOrEmpty(value) && value != usual) query[name] = value;
        }
        Add("suche", Words);
        Add("typ", Type?.Code());
        Add("land", State);
        Add("preis", Prize);
        Add("sortierung", Order, Orders[0]);
        Add("anzahl", Size.ToString(CultureInfo.InvariantCulture), Sizes[0].ToString(CultureInfo.InvariantCulture));
        Add("seite", Page.ToString(CultureInfo.InvariantCulture), "1");
        return QueryHelpers.AddQueryString(PublicationLinks.Entries(call), query);
    }
}
